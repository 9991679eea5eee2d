// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace periksa {

/// A span as a law or a contract words it. Months (years are twelve of them) and days are kept
/// apart: they do not compare.
struct Period {
  std::int32_t months = 0;
  std::int32_t days = 0;
  bool operator==(const Period&) const = default;
};

/// `3 years`, `1 month`, `30 days` (one unit, singular or plural, at most 10,000 of it).
std::optional<Period> parse_period(std::string_view text);

/// The form `parse_period` reads, in the largest whole unit.
std::string to_string(Period period);

}  // namespace periksa
