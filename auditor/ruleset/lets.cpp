// SPDX-License-Identifier: Apache-2.0
#include "auditor/ruleset/lets.h"

#include <fmt/format.h>

#include <set>
#include <string>

#include "auditor/language/parser.h"
#include "auditor/ruleset/expressions.h"
#include "auditor/ruleset/xml_text.h"

namespace periksa::ruleset {

void read_let(const DataFile& file, pugi::xml_node node, language::Scope& scope,
              std::vector<language::Let>& lets, Diagnostics& out) {
  file.allow_attributes(node, {"name", "id", "en", "value"}, out);
  language::Let let;
  let.name = file.required(node, "name", out);
  let.label = {std::string(file.required(node, "id", out)),
               std::string(file.required(node, "en", out))};
  file.required(node, "value", out);
  // Checked by itself for its errors, and again at every use for its guards and its place among
  // loops.
  language::Scope alone = scope;
  alone.unguarded = true;
  if (!compile_operand({&file, node, node.attribute("value")}, alone, out)) return;
  let.expression = *language::parse_operand(node.attribute("value").value());
  let.places = TextPlaces(let.expression.text, [&](std::size_t offset) {
    return file.inside(node.attribute("value"), offset);
  });
  lets.push_back(let);
  scope.lets.push_back(std::move(let));
}

void check_lets(const DataFile& file, pugi::xml_node parent,
                const std::vector<language::Variable>& variables,
                const std::vector<const Checked*>& users, Diagnostics& out) {
  std::set<std::string> used;
  for (const auto* checked : users) {
    if (!checked) continue;
    for (const auto& part : checked->expression.nodes) {
      if (part.kind == language::Kind::let) used.insert(part.names[0]);
    }
  }
  std::set<std::string> seen;
  for (const auto& variable : variables) seen.insert(variable.name);
  for (const auto let : parent.children("let")) {
    const std::string name = let.attribute("name").value();
    if (!seen.insert(name).second) {
      complain(out, file.at(let), fmt::format("nama \"{}\" sudah dipakai", name),
               fmt::format("the name \"{}\" is taken", name));
    } else if (!used.contains(name)) {
      complain(out, file.at(let), fmt::format("let \"{}\" tidak dipakai", name),
               fmt::format("the let \"{}\" is not used", name));
    }
  }
}

}  // namespace periksa::ruleset
