// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/audit/audit.h"
#include "auditor/results/results.h"
#include "auditor/ruleset/rule_set.h"

namespace periksa::test {

/// The shipped rule set, loaded once for the whole program.
const ruleset::RuleSet& shipped_rules();

/// `rules/examples/NAME.xml`.
std::string base(std::string_view name);

/// Changes to a filing, in the words of an example (docs/writing-rules.md).
struct Change {
  std::string set{};
  std::string drop{};
  std::string none{};
  std::string add{};  ///< records, as XML
};

std::string changed(const std::string& filing, const Change& change);

/// The filing with one piece of its text replaced; throws unless it stands there exactly once.
std::string replaced(std::string filing, std::string_view piece, std::string_view by);

/// The results of an audit; throws with what was told when the filing is refused.
results::Results audited(const ruleset::RuleSet& rules, const std::string& filing,
                         audit::Options options = {});
results::Results audited(const ruleset::RuleSet& rules, const std::string& filing,
                         std::string_view as_of);

/// What a rule came to over all its subjects: the greatest verdict, the reason of its first run.
struct Outcome {
  results::Verdict verdict = results::Verdict::not_in_force;
  std::string reason;
  bool operator==(const Outcome&) const = default;
};
Outcome outcome(const results::Results& results, std::string_view rule);

/// "suspected/month-reading": for messages and tables.
std::string word(const Outcome& outcome);

/// The first finding of a rule, or null.
const results::Finding* finding(const results::Results& results, std::string_view rule,
                                std::string_view subject = {});

/// "worker.born_on fact", "payment law" …: entity, field and cause of each missing fact, sorted.
std::vector<std::string> causes(const results::Results& results, const results::Finding& finding);

/// An example of a shipped rule that accuses or asks.
struct OpenExample {
  const ruleset::Rule& rule;
  const ruleset::Example& example;
  std::string filing;
  std::string name;  ///< rule and changes, for messages
};
void each_open_example(const std::function<void(const OpenExample&)>& each);

/// Lines of a table `a | b | c`, without comments and blank lines.
std::vector<std::vector<std::string>> table(const std::string& text);

}  // namespace periksa::test
