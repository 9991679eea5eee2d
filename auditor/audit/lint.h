// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/audit/example_filing.h"
#include "auditor/ruleset/lint.h"

namespace periksa::audit {

/// All warnings of a rule that its `<allow>` elements do not let stand: those of
/// ruleset::lint_warnings, and those that the examples show – a boundary without an example, a
/// `when` that none makes true or false, a version that none reaches; and an `<allow>` that lets
/// nothing stand.
std::vector<ruleset::Warning> lint(const ruleset::RuleSet& rules, const ruleset::Rule& rule,
                                   ExampleBases& bases);

}  // namespace periksa::audit
