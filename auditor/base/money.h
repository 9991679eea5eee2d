// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace periksa {

/// An ISO 4217 alphabetic code.
struct Currency {
  std::array<char, 3> code{'I', 'D', 'R'};
  std::string_view view() const { return {code.data(), code.size()}; }
  bool operator==(const Currency&) const = default;
};

/// Number of decimal digits of a currency's minor unit by ISO 4217 (2 unless the standard says
/// otherwise).
int minor_digits(Currency currency);

/// The three letters as a number below 17,576, and back; lets a currency stand in a small column.
constexpr std::uint16_t pack(Currency currency) {
  const auto letter = [&](std::size_t i) { return static_cast<unsigned>(currency.code[i] - 'A'); };
  return static_cast<std::uint16_t>((letter(0) * 26 + letter(1)) * 26 + letter(2));
}
Currency unpack_currency(std::uint16_t packed);

/// An exact amount: integer minor units, at most 10^15 of them (case 16 of the semantics).
struct Money {
  std::int64_t minor = 0;
  Currency currency;
  bool operator==(const Money&) const = default;
};

inline constexpr std::int64_t kMoneyCap = 1'000'000'000'000'000;

/// Exactly `CUR amount` with CUR three capital letters (whether they are a currency is the
/// vocabulary's to say): "IDR 1500000000", "HKD 4990.50"; no thousands separators, not negative, no
/// more places than the currency has.
std::optional<Money> parse_money(std::string_view text);

/// The canonical form that `parse_money` reads.
std::string to_string(const Money& money);

}  // namespace periksa
