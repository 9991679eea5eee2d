// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "auditor/language/ast.h"

namespace periksa::language {

/// A condition that asks one field of a record variable, and nothing else that could be in doubt
/// but the event's day.
struct QuickTest {
  std::uint32_t path = 0;  // node
  Relation relation = Relation::equal;
  bool against_event = false;
  bool negated = false;
  std::vector<std::int64_t> values;  // without `against_event`: true if the relation holds of any
};

/// How the condition comes out where the field is known and, if it counts, the event exact; nothing
/// if that takes more. Whether a field is stated none is a test of no values.
std::optional<QuickTest> quick_test(const Expression& checked, std::uint32_t condition);

}  // namespace periksa::language
