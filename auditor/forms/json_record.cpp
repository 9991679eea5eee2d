// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/json_record.h"

#include <algorithm>

#include "auditor/forms/written_parts.h"

namespace periksa::forms {

void JsonRecord::begin(std::string_view name, facts::Spot at) {
  element = name;
  spot = at;
  attributes.clear();
  readings.clear();
}

void JsonRecord::write(ElementWriter& writer) const {
  writer.open(element, spot);
  for (const auto& one : attributes) writer.attribute(one.name, one.text, {one.spot, one.text});
  for (const auto& one : readings)
    writer.field(one.field, one.source, one.written, {one.spot, one.raw});
}

bool add_to_list(JsonRecord& record, std::string_view name, facts::Spot spot) {
  const auto at = std::ranges::find(record.attributes, "none", &JsonRecord::Attribute::name);
  if (at == record.attributes.end()) {
    record.attributes.push_back({"none", std::string(name), spot});
    return true;
  }
  const auto listed = words_of(at->text);
  if (std::ranges::find(listed, name) != listed.end()) return false;
  at->text += ' ';
  at->text += name;
  return true;
}

}  // namespace periksa::forms
