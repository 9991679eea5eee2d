// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/decimal.h"

#include <fmt/format.h>

#include <charconv>

namespace periksa {
namespace {

constexpr std::int64_t kIntegerCap = 1'000'000'000'000'000;
constexpr std::int64_t kDecimalCap = 1'000'000'000'000;

bool all_digits(std::string_view text) {
  if (text.empty()) return false;
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
  }
  return true;
}

}  // namespace

std::optional<std::int64_t> parse_integer(std::string_view text) {
  const bool negative = text.starts_with('-');
  const std::string_view digits = text.substr(negative ? 1 : 0);
  if (!all_digits(digits) || digits.size() > 16) return std::nullopt;
  std::int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (value > kIntegerCap) return std::nullopt;
  return negative ? -value : value;
}

std::optional<Decimal> parse_decimal(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const auto dot = text.find('.');
  const std::string_view whole = text.substr(0, dot);
  const std::string_view part = dot == std::string_view::npos ? "0" : text.substr(dot + 1);
  if (!all_digits(whole) || !all_digits(part) || part.size() > 6) return std::nullopt;
  const auto units = parse_integer(whole);
  if (!units || *units >= kDecimalCap) return std::nullopt;
  std::int64_t fraction = *parse_integer(part);
  for (std::size_t i = part.size(); i < 6; ++i) fraction *= 10;
  const std::int64_t value = *units * kDecimalOne + fraction;
  return Decimal{negative ? -value : value};
}

std::string to_string(Decimal value) {
  const bool negative = value.millionths < 0;
  const std::int64_t magnitude = negative ? -value.millionths : value.millionths;
  std::string text = fmt::format("{}{}", negative ? "-" : "", magnitude / kDecimalOne);
  if (const std::int64_t rest = magnitude % kDecimalOne; rest != 0) {
    std::string places = fmt::format("{:06}", rest);
    places.erase(places.find_last_not_of('0') + 1);
    text += '.' + places;
  }
  return text;
}

}  // namespace periksa
