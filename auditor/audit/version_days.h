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

/// Puts the as-of date of an example on the last day of each version's deadline, the day before and
/// the day after, and asks whether it has passed on the day after only. A deadline that no example
/// of the author's meets on its last day and after it is a gap.
void test_due_days(Points& points, const ruleset::Rule& rule,
                   const std::vector<MadeExample>& examples, Boundaries& out);

}  // namespace periksa::audit
