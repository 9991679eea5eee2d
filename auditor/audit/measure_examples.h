// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/audit/example_filing.h"
#include "auditor/ruleset/rule_set.h"

namespace periksa::audit {

/// Runs the examples of one measure and tells every one that disagrees, and every kind of outcome
/// that none shows: one figure, a range, no upper end, and each reason for none. Empty: the measure
/// keeps what its examples promise.
Diagnostics test_measure(const ruleset::RuleSet& rules, const ruleset::Measure& measure,
                         ExampleBases& bases);

}  // namespace periksa::audit
