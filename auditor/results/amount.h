// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace periksa::results {

/// A range of one currency, as sums over incomplete papers give it; `high` is absent where there is
/// no upper bound.
struct Amount {
  std::string currency;
  std::int64_t low = 0;  // minor units
  std::optional<std::int64_t> high;
  bool operator==(const Amount&) const = default;
};

}  // namespace periksa::results
