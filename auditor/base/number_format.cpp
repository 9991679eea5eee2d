// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/number_format.h"

#include <algorithm>

#include "auditor/base/decimal.h"
#include "auditor/base/money.h"

namespace periksa {
namespace {

/// Digits in groups of three from the right.
std::string grouped(std::string_view digits, Language language) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += language == Language::id ? '.' : ',';
    out += digits[i];
  }
  return out;
}

/// "-1234.50" with the marks of the language; the sign is a true minus.
std::string marked(std::string_view number, Language language) {
  std::string out;
  if (number.starts_with('-')) {
    out = "\u2212";
    number.remove_prefix(1);
  }
  const auto point = number.find('.');
  out += grouped(number.substr(0, point), language);
  if (point == std::string_view::npos) return out;
  out += language == Language::id ? ',' : '.';
  out += number.substr(point + 1);
  return out;
}

}  // namespace

std::string format_integer(std::int64_t value, Language language) {
  return marked(std::to_string(value), language);
}

std::string format_count(std::uint64_t value, Language language) {
  return marked(std::to_string(value), language);
}

std::string format_decimal(std::string_view canonical, Language language) {
  if (!parse_decimal(canonical)) return std::string(canonical);
  return marked(canonical, language);
}

std::string format_percent(std::string_view canonical, Language language) {
  if (!parse_decimal(canonical)) return std::string(canonical);
  return marked(canonical, language) + "%";
}

std::string format_money(std::string_view canonical, Language language) {
  const auto money = parse_money(canonical);
  if (!money) return std::string(canonical);
  return format_money(money->minor, money->currency.view(), language);
}

std::string format_money(std::int64_t minor, std::string_view currency, Language language) {
  Currency code;
  if (currency.size() != code.code.size()) return std::to_string(minor) + std::string(currency);
  std::ranges::copy(currency, code.code.begin());
  std::string amount = to_string(Money{minor, code}).substr(4);
  const auto point = amount.find('.');
  if (point != std::string::npos && amount.find_first_not_of('0', point + 1) == std::string::npos) {
    amount.resize(point);
  }
  const bool rupiah = language == Language::id && currency == "IDR";
  return (rupiah ? "Rp" : std::string(currency) + " ") + marked(amount, language);
}

}  // namespace periksa
