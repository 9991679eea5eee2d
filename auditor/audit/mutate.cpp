// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/mutate.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>
#include <pugixml.hpp>
#include <sstream>
#include <utility>

#include "auditor/audit/examples.h"
#include "auditor/base/file.h"
#include "auditor/language/mutants.h"
#include "auditor/ruleset/manifest.h"
#include "auditor/ruleset/rule_reader.h"
#include "auditor/ruleset/xml_text.h"

namespace periksa::audit {
namespace {

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

/// Whether the examples agree with a file as it has been changed; nothing if it is refused.
using Agrees = std::function<std::optional<bool>(const DataFile&)>;

/// Puts mistakes into one file of rules.
class Mutator {
 public:
  Mutator(const ruleset::RuleSet& rules, const std::string& id, const std::string& file,
          Agrees agrees)
      : path_(rules.folder() / file), id_(id), file_(file), agrees_(std::move(agrees)) {}

  Result<pugi::xml_node> open() {
    const auto text = read_file(path_, ruleset::kLongestFile);
    if (!text) return std::unexpected(text.error());
    document_.load_string(text->c_str());  // it was read before
    return document_.document_element();
  }

  void mutate_element(pugi::xml_node parent, const char* name, const ruleset::CheckedPtr& part,
                      const Position& at) {
    if (!part) return;
    auto value = parent.child(name).text();
    mutate(part->expression, name, at, [&](const std::string& to) { value.set(to.c_str()); });
  }

  void mutate_lets(pugi::xml_node parent, const std::vector<language::Let>& lets,
                   const std::vector<const ruleset::Checked*>& users, const Position& at) {
    for (const auto child : parent.children("let")) mutate_let(child, lets, users, at);
  }

  Mutation take() { return std::move(mutation_); }

 private:
  void mutate_let(pugi::xml_node node, const std::vector<language::Let>& lets,
                  const std::vector<const ruleset::Checked*>& users, const Position& at) {
    const std::string name = node.attribute("name").value();
    const auto let = std::ranges::find(lets, name, &language::Let::name);
    for (const auto* part : users) {
      const auto used = part ? used_in(part->expression, *let) : std::nullopt;
      if (!used) continue;
      auto value = node.attribute("value");
      return mutate(*used, name, at, [&](const std::string& to) { value.set_value(to.c_str()); });
    }
  }

  /// Writes each mutant in the place of the expression, and the expression back.
  template <class Write>
  void mutate(const language::Expression& expression, const std::string& where, const Position& at,
              Write write) {
    for (auto& mutant : language::mutants(expression)) {
      write(mutant.text);
      judge(std::move(mutant), where, at);
    }
    write(expression.text);
  }

  void judge(language::Mutant&& mutant, const std::string& where, const Position& at) {
    std::ostringstream text;
    document_.document_element().print(text, "", pugi::format_raw);
    const auto file = DataFile::parse(text.str(), file_);
    if (!file) return;
    const auto agrees = agrees_(*file);
    if (!agrees) return;
    if (!*agrees) {
      ++mutation_.killed;
      return;
    }
    mutation_.survivors.push_back({id_, at, where, one_line(mutant.was), one_line(mutant.becomes)});
  }

  std::filesystem::path path_;
  std::string id_;
  std::string file_;
  Agrees agrees_;
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
  const ruleset::Ground ground{&rules.vocabulary(), &rules.law(), &rules.limits()};
  Mutator mutator(rules, rule.id, rule.file, [&](const DataFile& file) -> std::optional<bool> {
    auto changed = ruleset::read_rule(file, ground);
    if (!changed) return std::nullopt;
    changed->exceptions = rule.exceptions;
    return examples_agree(rules, *changed, bases);
  });
  const auto root = mutator.open();
  if (!root) return std::unexpected(root.error());
  std::size_t index = 0;
  for (const auto node : root->children("version")) {
    const auto& version = rule.versions[index++];
    mutator.mutate_element(node, "when", version.when, version.at);
    mutator.mutate_element(node, "due", version.due, version.at);
    mutator.mutate_element(node, "require", version.require, version.at);
    mutator.mutate_lets(node, version.lets,
                        {version.when.get(), version.due.get(), version.require.get()}, version.at);
  }
  return mutator.take();
}

Result<Mutation> mutate_indicator(const ruleset::RuleSet& rules,
                                  const ruleset::Indicator& indicator, ExampleBases& bases) {
  const ruleset::Ground ground{&rules.vocabulary(), &rules.law(), &rules.limits()};
  Mutator mutator(rules, indicator.id, indicator.file,
                  [&](const DataFile& file) -> std::optional<bool> {
                    const auto changed = ruleset::read_indicator(file, ground);
                    if (!changed) return std::nullopt;
                    return examples_agree(rules, *changed, bases);
                  });
  const auto root = mutator.open();
  if (!root) return std::unexpected(root.error());
  mutator.mutate_element(*root, "sign", indicator.sign, indicator.at);
  mutator.mutate_lets(*root, indicator.lets, {indicator.sign.get()}, indicator.at);
  return mutator.take();
}

}  // namespace periksa::audit
