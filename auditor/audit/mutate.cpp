// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/mutate.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <pugixml.hpp>
#include <sstream>

#include "auditor/audit/examples.h"
#include "auditor/base/file.h"
#include "auditor/language/mutants.h"
#include "auditor/ruleset/rule_reader.h"
#include "auditor/ruleset/xml_text.h"

namespace periksa::audit {
namespace {

constexpr std::size_t kCap = 16U << 20;

/// A let's own text with the types it has where an expression uses it; nothing if it does not.
std::optional<language::Expression> used_in(const language::Expression& user,
                                            const language::Let& let) {
  const auto use = std::ranges::find_if(user.nodes, [&](const language::Node& node) {
    return node.kind == language::Kind::let && node.names[0] == let.name;
  });
  if (use == user.nodes.end()) return std::nullopt;
  language::Expression own = let.expression;
  const std::uint32_t offset = use->parts[0] - own.root;  // the checker copied its nodes to there
  for (std::uint32_t i = 0; i < own.nodes.size(); ++i) {
    const auto& written = own.nodes[i];
    language::Node typed = user.nodes[offset + i];
    typed.begin = written.begin;
    typed.end = written.end;
    typed.parts = written.parts;
    own.nodes[i] = std::move(typed);
  }
  return own;
}

class Mutator {
 public:
  Mutator(const ruleset::RuleSet& rules, const ruleset::Rule& rule, ExampleBases& bases)
      : rules_(rules), rule_(rule), bases_(bases) {}

  Result<Mutation> run() {
    const auto text = read_file(rules_.folder() / rule_.file, kCap);
    if (!text) return std::unexpected(text.error());
    document_.load_string(text->c_str());  // it was read before
    std::size_t index = 0;
    for (const auto node : document_.document_element().children("version"))
      mutate_version(node, rule_.versions[index++]);
    return std::move(mutation_);
  }

 private:
  void mutate_version(pugi::xml_node node, const ruleset::Version& version) {
    const auto element = [&](const char* name, const ruleset::CheckedPtr& part) {
      if (!part) return;
      auto value = node.child(name).text();
      mutate(part->expression, name, version,
             [&](const std::string& to) { value.set(to.c_str()); });
    };
    element("when", version.when);
    element("due", version.due);
    element("require", version.require);
    for (const auto child : node.children("let")) mutate_let(child, version);
  }

  void mutate_let(pugi::xml_node node, const ruleset::Version& version) {
    const std::string name = node.attribute("name").value();
    const auto let = std::ranges::find(version.lets, name, &language::Let::name);
    for (const auto* part : {&version.when, &version.due, &version.require}) {
      const auto used = *part ? used_in((*part)->expression, *let) : std::nullopt;
      if (!used) continue;
      auto value = node.attribute("value");
      return mutate(*used, name, version,
                    [&](const std::string& to) { value.set_value(to.c_str()); });
    }
  }

  /// Writes each mutant in the place of the expression, and the expression back.
  template <class Write>
  void mutate(const language::Expression& expression, const std::string& where,
              const ruleset::Version& version, Write write) {
    for (auto& mutant : language::mutants(expression)) {
      write(mutant.text);
      judge(std::move(mutant), where, version);
    }
    write(expression.text);
  }

  void judge(language::Mutant&& mutant, const std::string& where, const ruleset::Version& version) {
    std::ostringstream text;
    document_.document_element().print(text, "", pugi::format_raw);
    const auto file = DataFile::parse(text.str(), rule_.file);
    if (!file) return;
    auto changed =
        ruleset::read_rule(*file, {&rules_.vocabulary(), &rules_.law(), &rules_.limits()});
    if (!changed) return;
    changed->exceptions = rule_.exceptions;
    if (!examples_agree(rules_, *changed, bases_)) {
      ++mutation_.killed;
      return;
    }
    mutation_.survivors.push_back({rule_.id, version.at, where, ruleset::one_line(mutant.was),
                                   ruleset::one_line(mutant.becomes)});
  }

  const ruleset::RuleSet& rules_;
  const ruleset::Rule& rule_;
  ExampleBases& bases_;
  pugi::xml_document document_;
  Mutation mutation_;
};

}  // namespace

void Mutation::join(Mutation&& other) {
  killed += other.killed;
  survivors.insert(survivors.end(), std::make_move_iterator(other.survivors.begin()),
                   std::make_move_iterator(other.survivors.end()));
}

int Mutation::score() const {
  const std::size_t all = killed + survivors.size();
  return all == 0 ? 100 : static_cast<int>(killed * 100 / all);
}

Result<Mutation> mutate_rule(const ruleset::RuleSet& rules, const ruleset::Rule& rule,
                             ExampleBases& bases) {
  return Mutator(rules, rule, bases).run();
}

}  // namespace periksa::audit
