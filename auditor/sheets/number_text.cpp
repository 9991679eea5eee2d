// SPDX-License-Identifier: Apache-2.0
#include "auditor/sheets/number_text.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace periksa::sheets {
namespace {

constexpr std::size_t kShown = 15;        // significant digits a spreadsheet shows
constexpr std::int32_t kMagnitude = 400;  // of the exponent and the number of digits

bool digit(char c) {
  return c >= '0' && c <= '9';
}

/// 0.DIGITS times ten to the `point`; digits without zeros at either end.
struct Scientific {
  bool negative = false;
  std::string digits;
  std::int32_t point = 0;
};

std::optional<std::int32_t> exponent(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  std::int32_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  if (value < -kMagnitude || value > kMagnitude) return std::nullopt;
  return value;
}

void strip(Scientific& number) {
  const auto first = std::min(number.digits.find_first_not_of('0'), number.digits.size());
  number.digits.erase(0, first);
  number.point -= static_cast<std::int32_t>(first);
  number.digits.erase(number.digits.find_last_not_of('0') + 1);
}

std::optional<Scientific> parse(std::string_view text) {
  Scientific number;
  number.negative = text.starts_with('-');
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  const auto e = text.find_first_of("eE");
  std::string_view mantissa = text.substr(0, e);
  if (mantissa.size() > static_cast<std::size_t>(kMagnitude)) return std::nullopt;
  if (e != std::string_view::npos) {
    const auto power = exponent(text.substr(e + 1));
    if (!power) return std::nullopt;
    number.point = *power;
  }
  const auto dot = mantissa.find('.');
  const std::string_view whole = mantissa.substr(0, dot);
  number.point += static_cast<std::int32_t>(whole.size());
  number.digits = whole;
  if (dot != std::string_view::npos) number.digits += mantissa.substr(dot + 1);
  if (number.digits.empty() || !std::ranges::all_of(number.digits, digit)) return std::nullopt;
  strip(number);
  return number;
}

bool has_fraction(const Scientific& number) {
  return number.point < 0 || number.digits.size() > static_cast<std::size_t>(number.point);
}

/// To the digits shown, half away from zero.
void round(Scientific& number) {
  const bool up = number.digits[kShown] >= '5';
  number.digits.resize(kShown);
  if (up) {
    auto at = kShown;
    while (at > 0 && number.digits[at - 1] == '9') number.digits[--at] = '0';
    if (at > 0) {
      ++number.digits[at - 1];
    } else {
      number.digits.insert(number.digits.begin(), '1');
      ++number.point;
    }
  }
  strip(number);
}

void write(const Scientific& number, std::string& out) {
  if (number.digits.empty()) {
    out += '0';
    return;
  }
  if (number.negative) out += '-';
  if (number.point <= 0) {
    out += "0.";
    out.append(static_cast<std::size_t>(-number.point), '0');
    out += number.digits;
    return;
  }
  const auto point = static_cast<std::size_t>(number.point);
  out.append(number.digits, 0, point);
  if (number.digits.size() < point) {
    out.append(point - number.digits.size(), '0');
  } else if (number.digits.size() > point) {
    out += '.';
    out.append(number.digits, point);
  }
}

/// Already as we write it: by far the most.
bool plain(std::string_view text) {
  if (text.empty() || text.size() > kShown) return false;
  if (text.front() == '0' && text.size() > 1) return false;
  return std::ranges::all_of(text, digit);
}

}  // namespace

bool append_number(std::string_view stored, std::string& out) {
  if (plain(stored)) {
    out += stored;
    return true;
  }
  auto number = parse(stored);
  if (!number) return false;
  if (number->digits.size() > kShown && has_fraction(*number)) round(*number);
  write(*number, out);
  return true;
}

}  // namespace periksa::sheets
