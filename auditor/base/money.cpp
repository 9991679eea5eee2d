// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/money.h"

#include <fmt/format.h>

#include <algorithm>

#include "auditor/base/decimal.h"

namespace periksa {
namespace {

consteval std::uint16_t packed(const char (&code)[4]) {
  return pack(Currency{{code[0], code[1], code[2]}});
}

constexpr std::array kNoMinor{
    packed("BIF"), packed("CLP"), packed("DJF"), packed("GNF"), packed("ISK"), packed("JPY"),
    packed("KMF"), packed("KRW"), packed("PYG"), packed("RWF"), packed("UGX"), packed("UYI"),
    packed("VND"), packed("VUV"), packed("XAF"), packed("XOF"), packed("XPF")};
constexpr std::array kThousandths{packed("BHD"), packed("IQD"), packed("JOD"), packed("KWD"),
                                  packed("LYD"), packed("OMR"), packed("TND")};
constexpr std::array kTenThousandths{packed("CLF"), packed("UYW")};

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
    return std::find(list.begin(), list.end(), pack(currency)) != list.end();
  };
  if (has(kNoMinor)) return 0;
  if (has(kThousandths)) return 3;
  return has(kTenThousandths) ? 4 : 2;
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
