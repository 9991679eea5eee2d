// SPDX-License-Identifier: Apache-2.0
#include "auditor/ruleset/example_reader.h"

#include "auditor/ruleset/xml_text.h"

#include <sstream>
#include <utility>

namespace periksa::ruleset {

Examples read_examples(const DataFile& file, pugi::xml_node owner, const Bilingual& what,
                       Diagnostics& out) {
  Examples examples;
  const auto node = owner.child("examples");
  if (!node) {
    complain(out, file.at(owner), what.id + " tidak memiliki <examples>",
             what.en + " has no <examples>");
    return examples;
  }
  file.allow_attributes(node, {"base"}, out);
  file.allow_children(node, {"example"}, out);
  examples.base = file.required(node, "base", out);
  for (const auto child : node.children("example")) {
    file.allow_attributes(child, {"expect", "reason", "set", "drop", "none", "as-of"}, out);
    Example example;
    example.expect = file.required(child, "expect", out);
    example.reason = child.attribute("reason").value();
    example.set = child.attribute("set").value();
    example.drop = child.attribute("drop").value();
    example.none = child.attribute("none").value();
    example.as_of = child.attribute("as-of").value();
    std::ostringstream records;
    for (const auto record : child.children()) record.print(records, "", pugi::format_raw);
    example.records = records.str();
    example.at = file.at(child);
    examples.list.push_back(std::move(example));
  }
  return examples;
}

}  // namespace periksa::ruleset
