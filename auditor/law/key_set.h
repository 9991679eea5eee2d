// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

namespace periksa::law {

/// The values a key or day may have: one, several, or a closed range (low > high never). A view:
/// whoever asks owns the values.
struct KeySet {
  std::span<const std::int64_t> values{};  // used when not empty; in any order
  std::int64_t low = 0;
  std::int64_t high = 0;

  bool may_be(std::int64_t value) const;
  bool is_exactly(std::int64_t value) const;
  /// There is only one value it may have.
  bool single() const;
  /// The first of `values`, or `low`.
  std::int64_t first() const { return values.empty() ? low : values.front(); }
};

}  // namespace periksa::law
