// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/money.h"

#include <fmt/format.h>

#include <algorithm>

#include "auditor/base/decimal.h"

namespace periksa {
namespace {

constexpr std::array<std::string_view, 17> kNoMinor{"BIF", "CLP", "DJF", "GNF", "ISK", "JPY",
                                                    "KMF", "KRW", "PYG", "RWF", "UGX", "UYI",
                                                    "VND", "VUV", "XAF", "XOF", "XPF"};
constexpr std::array<std::string_view, 7> kThousandths{"BHD", "IQD", "JOD", "KWD",
                                                       "LYD", "OMR", "TND"};

std::int64_t power_of_ten(int digits) {
  std::int64_t power = 1;
  for (int i = 0; i < digits; ++i) power *= 10;
  return power;
}

}  // namespace

Currency unpack_currency(std::uint16_t packed) {
  const auto letter = [](int n) { return static_cast<char>('A' + n); };
  return {{letter(packed / 676 % 26), letter(packed / 26 % 26), letter(packed % 26)}};
}

int minor_digits(Currency currency) {
  const auto has = [&](const auto& list) {
    return std::find(list.begin(), list.end(), currency.view()) != list.end();
  };
  if (has(kNoMinor)) return 0;
  if (has(kThousandths)) return 3;
  return currency.view() == "CLF" || currency.view() == "UYW" ? 4 : 2;
}

std::optional<Money> parse_money(std::string_view text) {
  if (text.size() < 5 || text[3] != ' ' || text[4] == '-') return std::nullopt;
  Money money;
  for (std::size_t i = 0; i < 3; ++i) {
    if (text[i] < 'A' || text[i] > 'Z') return std::nullopt;
    money.currency.code[i] = text[i];
  }
  text.remove_prefix(4);
  const int places = minor_digits(money.currency);
  const auto dot = text.find('.');
  std::string digits(text.substr(0, dot));
  std::string_view part = dot == std::string_view::npos ? std::string_view{} : text.substr(dot + 1);
  if (dot != std::string_view::npos && part.empty()) return std::nullopt;
  if (part.size() > static_cast<std::size_t>(places) || digits.empty()) return std::nullopt;
  digits += part;
  digits.append(static_cast<std::size_t>(places) - part.size(), '0');
  const auto minor = parse_integer(digits);
  if (!minor || *minor < 0 || *minor > kMoneyCap) return std::nullopt;
  money.minor = *minor;
  return money;
}

std::string to_string(const Money& money) {
  const int places = minor_digits(money.currency);
  const std::int64_t unit = power_of_ten(places);
  std::string text = fmt::format("{} {}", money.currency.view(), money.minor / unit);
  if (const std::int64_t rest = money.minor % unit; rest != 0) {
    text += fmt::format(".{:0{}}", rest, places);
  }
  return text;
}

}  // namespace periksa
