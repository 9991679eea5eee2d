// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/audit/boundaries.h"
#include "auditor/audit/boundary_points.h"

namespace periksa::audit {

/// Puts the event of an example on the first and last day of each version, the day before and the
/// day after, and asks of each whether exactly the versions apply in whose window it lies. Made
/// from the first example in which the event's day can be moved.
void test_version_days(Points& points, const ruleset::Rule& rule,
                       const std::vector<MadeExample>& examples, Boundaries& out);

}  // namespace periksa::audit
