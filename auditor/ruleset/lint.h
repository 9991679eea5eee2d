// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/ruleset/rule.h"

namespace periksa::ruleset {

/// What a rule must hold to against the register, beyond reading well: versions in order and
/// overlapping only in uncertain windows, every window inside those of its provisions, the first
/// citation binding the agency in every text it may fall under.
Diagnostics lint_rule(const Rule& rule);

}  // namespace periksa::ruleset
