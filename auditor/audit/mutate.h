// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "auditor/audit/example_filing.h"
#include "auditor/ruleset/rule_set.h"

namespace periksa::audit {

/// A mistake put into a rule that none of its examples noticed.
struct Survivor {
  std::string rule;
  Position at;          // of the version, or the indicator
  std::string where;    // "when" · "require" · "due" · "sign" · a let's name
  std::string was;      // the piece replaced …
  std::string becomes;  // … and what stood there instead
};

struct Mutation {
  std::size_t killed = 0;  // mutants that an example, or the check of windows, told apart
  std::vector<Survivor> survivors;

  void join(Mutation&& other);
  /// Killed of all, in percent, rounded down; 100 of none.
  int score() const;
};

/// Puts every small mistake (language::mutants) into the rule's conditions, one at a time, and runs
/// the examples: a rule whose examples do not notice is not pinned down by them. Mistakes the
/// checker refuses do not count.
Result<Mutation> mutate_rule(const ruleset::RuleSet& rules, const ruleset::Rule& rule,
                             ExampleBases& bases);

/// The same for the sign of an indicator and its lets.
Result<Mutation> mutate_indicator(const ruleset::RuleSet& rules,
                                  const ruleset::Indicator& indicator, ExampleBases& bases);

}  // namespace periksa::audit
