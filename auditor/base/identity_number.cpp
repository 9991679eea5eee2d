// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/identity_number.h"

#include <fmt/format.h>

#include <algorithm>

#include "auditor/base/normalised.h"

namespace periksa {
namespace {

constexpr std::size_t kNikLength = 16;
constexpr std::size_t kShortest = 6;
constexpr std::size_t kLongest = 12;  // 37^12 < 2^64
constexpr std::ptrdiff_t kFewestDigits = 5;
constexpr std::string_view kSigns = " 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::optional<std::uint64_t> nik(const std::string& text) {
  if (text.size() != kNikLength || !std::ranges::all_of(text, is_digit)) return std::nullopt;
  const auto two = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  const int day = two(6) > 40 ? two(6) - 40 : two(6);
  if (day < 1 || day > 31 || two(8) < 1 || two(8) > 12) return std::nullopt;
  std::uint64_t number = 0;
  for (const char c : text) number = number * 10 + static_cast<std::uint64_t>(c - '0');
  return number;
}

std::optional<std::uint64_t> passport(const std::string& text) {
  if (text.size() < kShortest || text.size() > kLongest) return std::nullopt;
  if (std::ranges::count_if(text, is_digit) < kFewestDigits) return std::nullopt;
  std::uint64_t number = 0;
  for (const char c : text) number = number * kSigns.size() + kSigns.find(c);
  return number;
}

}  // namespace

std::string_view to_string(IdentityKind kind) {
  return kind == IdentityKind::nik ? "nik" : "passport";
}

bool is_stand_in(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits), is_digit);
  const auto steps_by = [&](int step) {
    for (std::size_t i = 1; i < digits.size(); ++i) {
      if ((digits[i] - digits[i - 1] - step) % 10 != 0) return false;
    }
    return true;
  };
  return steps_by(0) || steps_by(1) || steps_by(-1);
}

std::optional<std::uint64_t> identity_number(IdentityKind kind, std::string_view text) {
  const std::string plain = normalised(text);
  if (is_stand_in(plain)) return std::nullopt;
  return kind == IdentityKind::nik ? nik(plain) : passport(plain);
}

std::string identity_text(IdentityKind kind, std::uint64_t number) {
  if (kind == IdentityKind::nik) return fmt::format("{:016}", number);
  std::string text;
  for (; number > 0; number /= kSigns.size()) text += kSigns[number % kSigns.size()];
  std::ranges::reverse(text);
  return text;
}

}  // namespace periksa
