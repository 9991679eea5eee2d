// SPDX-License-Identifier: Apache-2.0
#include "auditor/law/limit_values.h"

#include "auditor/base/date.h"
#include "auditor/base/decimal.h"
#include "auditor/base/money.h"
#include "auditor/base/period.h"
#include "auditor/facts/cell.h"

namespace periksa::law {
namespace {

using facts::Type;

std::optional<LimitValue> money_value(std::string_view text, const facts::Vocabulary& vocabulary) {
  const auto money = parse_money(text);
  const auto currencies = vocabulary.find_list("currency");
  if (!money || !currencies) return std::nullopt;
  if (!vocabulary.list(*currencies).find(money->currency.view())) return std::nullopt;
  return LimitValue{money->minor, pack(money->currency)};
}

std::optional<LimitValue> plain(std::optional<std::int64_t> value) {
  if (!value) return std::nullopt;
  return LimitValue{*value};
}

std::optional<std::int64_t> parse_bool(std::string_view text) {
  if (text == "yes") return 1;
  if (text == "no") return 0;
  return std::nullopt;
}

}  // namespace

std::optional<LimitValue> parse_limit_value(std::string_view text, Type type, std::uint16_t target,
                                            const facts::Vocabulary& vocabulary) {
  switch (type) {
    case Type::boolean:
      return plain(parse_bool(text));
    case Type::integer:
      return plain(parse_integer(text));
    case Type::decimal:
    case Type::percent:
      return plain(parse_decimal(text).transform([](Decimal d) { return d.millionths; }));
    case Type::money:
      return money_value(text, vocabulary);
    case Type::date:
      return plain(parse_iso_date(text).transform([](Date d) { return std::int64_t{d.days()}; }));
    case Type::period:
      return plain(parse_period(text).transform(
          [](Period p) { return facts::pack_period(p.months, p.days); }));
    case Type::code:
      return plain(vocabulary.list(target).find(text));
    case Type::text:
    case Type::reference:
      break;
  }
  return std::nullopt;
}

Bilingual expected_form(Type type) {
  switch (type) {
    case Type::boolean:
      return {"\"yes\" atau \"no\"", "\"yes\" or \"no\""};
    case Type::integer:
      return {"bilangan bulat", "a whole number"};
    case Type::decimal:
    case Type::percent:
      return {"bilangan desimal seperti \"24.63\"", "a decimal number like \"24.63\""};
    case Type::money:
      return {"uang seperti \"IDR 1500000000\" dalam mata uang dari daftar currency",
              "money like \"IDR 1500000000\" in a currency of the list currency"};
    case Type::date:
      return {"tanggal TTTT-BB-HH", "a date YYYY-MM-DD"};
    case Type::period:
      return {"jangka waktu seperti \"1 month\" atau \"30 days\"",
              "a period like \"1 month\" or \"30 days\""};
    case Type::code:
    case Type::text:
    case Type::reference:
      break;
  }
  return {"kode dari daftarnya", "a code of its list"};
}

}  // namespace periksa::law
