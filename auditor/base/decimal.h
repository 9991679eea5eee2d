// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace periksa {

/// An exact decimal number with at most six places, |value| < 10^12; held as millionths. Never a
/// double.
struct Decimal {
  std::int64_t millionths = 0;
  constexpr auto operator<=>(const Decimal&) const = default;
};

inline constexpr std::int64_t kDecimalOne = 1'000'000;

/// Digits with at most one `.`, an optional leading `-`; no blanks, no thousands separators.
std::optional<Decimal> parse_decimal(std::string_view text);

/// The shortest exact form: "7", "3.5".
std::string to_string(Decimal value);

/// Digits with an optional leading `-`, |value| at most 10^15.
std::optional<std::int64_t> parse_integer(std::string_view text);

}  // namespace periksa
