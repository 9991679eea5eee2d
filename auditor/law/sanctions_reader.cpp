// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "auditor/law/register_parts.h"

namespace periksa::law {
namespace {

constexpr std::array<std::string_view, 4> kKinds{"criminal", "administrative", "revocation",
                                                 "refusal"};

std::vector<DatedText> read_versions(Reading& reading, pugi::xml_node parent) {
  std::vector<DatedText> texts;
  std::vector<pugi::xml_node> nodes;
  std::vector<Window> windows;
  for (const auto node : parent.children("version")) {
    reading.expect(node, {"from", "to", "sure-from", "sure-to", "grade", "concurring", "source"},
                   {"text"});
    nodes.push_back(node);
    windows.push_back(reading.window(node));
    const Grade grade = reading.reliance(node).grade;
    texts.push_back({windows.back(), grade, reading.texts(node, "text")});
  }
  if (nodes.empty()) {
    reading.problem(reading.at(parent),
                    {fmt::format("<{}> perlu paling sedikit satu <version>", parent.name()),
                     fmt::format("<{}> needs at least one <version>", parent.name())});
  }
  check_versions(reading, nodes, windows);
  return texts;
}

Sanction read_sanction(Reading& reading, pugi::xml_node node, RegisterParts& parts) {
  reading.expect(node, {"id", "cite", "kind", "authority"}, {"version"});
  Sanction sanction;
  sanction.id = reading.required(node, "id");
  sanction.cite = reading.required(node, "cite");
  sanction.kind = reading.required(node, "kind");
  if (!sanction.kind.empty() && std::ranges::find(kKinds, sanction.kind) == kKinds.end()) {
    reading.unknown(reading.file().at(node.attribute("kind")), {"jenis sanksi", "kind of sanction"},
                    sanction.kind, kKinds);
  }
  sanction.authority = node.attribute("authority").value();
  if (!sanction.authority.empty()) {
    parts.references.push_back({Reference::To::authority, sanction.authority,
                                reading.file().at(node.attribute("authority"))});
  }
  sanction.versions = read_versions(reading, node);
  sanction.at = reading.at(node);
  return sanction;
}

}  // namespace

void read_sanctions(Reading& reading, pugi::xml_node root, RegisterParts& parts) {
  reading.expect(root, {}, {"sanction", "authority"});
  for (const auto node : root.children("sanction")) {
    parts.sanctions.push_back({read_sanction(reading, node, parts), reading.at(node)});
  }
  for (const auto node : root.children("authority")) {
    reading.expect(node, {"id"}, {"version"});
    const std::string id = reading.required(node, "id");
    parts.authorities.push_back({{id, read_versions(reading, node)}, reading.at(node)});
  }
}

}  // namespace periksa::law
