// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "auditor/ruleset/rule_set.h"

namespace periksa::ruleset {

/// What a rule must hold to against the register, beyond reading well: versions in order and
/// overlapping only in uncertain windows, every window inside those of its provisions, the first
/// citation binding the agency in every text it may fall under.
Diagnostics lint_rule(const Rule& rule);

/// What loads but is probably a slip (docs/writing-rules.md, What the tools say).
struct Warning {
  std::string lint;  // one of kLints, or "allow"
  Position at;
  std::string part;  // the piece it is about, on one line; may be empty
  Bilingual text;
};

/// Conditions whose outcome is settled or that stand twice, a rule that ends while its text goes
/// on, a version that goes on after a table it reads, marks in texts that fill none in, numbers
/// written out that a limit gives.
std::vector<Warning> lint_warnings(const RuleSet& rules, const Rule& rule);

/// Instruments and tables that rules in force today rest on, compared with the law before the
/// newest of the set was: nothing an author can mend by writing.
std::vector<Bilingual> freshness_notes(const RuleSet& rules);

}  // namespace periksa::ruleset
