// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/audit/example_filing.h"
#include "auditor/ruleset/rule_set.h"

namespace periksa::audit {

/// Runs the examples of one rule and tells every one that disagrees, and every verdict the rule can
/// reach that none shows: for each version met, breach, not-applicable (with a `when`) and
/// insufficient for each fact whose loss makes it so; once not-in-force. Empty: the rule keeps what
/// its examples promise.
Diagnostics test_rule(const ruleset::RuleSet& rules, const ruleset::Rule& rule,
                      ExampleBases& bases);

/// Whether every example of the rule comes out as it says.
bool examples_agree(const ruleset::RuleSet& rules, const ruleset::Rule& rule, ExampleBases& bases);

/// The same for an indicator: every example as it says, one raised and one quiet among them, and
/// one open for each fact whose loss leaves the sign open. A loss that raises it is told as well.
Diagnostics test_indicator(const ruleset::RuleSet& rules, const ruleset::Indicator& indicator,
                           ExampleBases& bases);
bool examples_agree(const ruleset::RuleSet& rules, const ruleset::Indicator& indicator,
                    ExampleBases& bases);

/// All rules, indicators and measures. A set whose manifest fits has passed this before.
Diagnostics test_rules(const ruleset::RuleSet& rules);

}  // namespace periksa::audit
