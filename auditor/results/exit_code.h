// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/results/results.h"

namespace periksa::results {

/// Whether a finding of this rule can tell of a breach by now: neither of a duty whose day has not
/// come (`readiness`) nor of a standard, which binds nobody. Null: a rule the document does not
/// have, which is taken for law.
bool can_be_breached(const Finding& finding, const Rule* rule);

}  // namespace periksa::results
