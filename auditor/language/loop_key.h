// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "auditor/language/ast.h"

namespace periksa::language {

/// The comparison `field of the loop's record is something outside` in a loop's filter.
struct LoopKey {
  std::uint32_t comparison = 0;  // node
  bool field_first = false;      // whether the field is its left side
};

/// Whether the filter of a loop over a collection of the filing says no to every record in which a
/// field of its own has another value than something that stays the same during the loop. The
/// comparison is the filter itself or one of the parts it joins by `and`; the parts before it read
/// nothing but the record. Then records can be found by that field instead of asking each.
std::optional<LoopKey> loop_key(const Expression& checked, std::uint32_t loop);

}  // namespace periksa::language
