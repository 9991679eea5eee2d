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

bool is_legal_text(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') return false;
    const auto rest = text.substr(i);
    if (byte == 0xEF && (rest.starts_with("\uFFFE") || rest.starts_with("\uFFFF"))) return false;
  }
  return true;
}

std::size_t written_size(std::string_view text) {
  std::size_t size = text.size();
  for (const char c : text) {
    if (c == '&' || c == '\n' || c == '\r' || c == '\t') size += 4;
    if (c == '<' || c == '>') size += 3;
    if (c == '"') size += 5;
  }
  return size;
}

}  // namespace periksa::forms
