// SPDX-License-Identifier: Apache-2.0
#include "auditor/law/key_set.h"

#include <algorithm>

namespace periksa::law {

bool KeySet::may_be(std::int64_t value) const {
  if (values.empty()) return low <= value && value <= high;
  return std::ranges::find(values, value) != values.end();
}

bool KeySet::is_exactly(std::int64_t value) const {
  return single() && first() == value;
}

bool KeySet::single() const {
  if (values.empty()) return low == high;
  return std::ranges::all_of(values, [&](auto value) { return value == values.front(); });
}

}  // namespace periksa::law
