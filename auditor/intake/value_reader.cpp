// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/value_reader.h"

#include <algorithm>
#include <optional>

#include "auditor/base/date.h"
#include "auditor/base/decimal.h"
#include "auditor/base/money.h"
#include "auditor/base/period.h"

namespace periksa::intake {
namespace {

using facts::Cell;
using facts::Field;
using facts::State;
using facts::Type;

std::optional<std::int64_t> read_number(const Field& field, std::string_view text) {
  std::optional<std::int64_t> value;
  if (field.type == Type::integer) {
    value = parse_integer(text);
  } else if (const auto decimal = parse_decimal(text)) {
    value = decimal->millionths;
  }
  const bool outside =
      value && ((field.min && *value < *field.min) || (field.max && *value > *field.max));
  return outside ? std::nullopt : value;
}

std::optional<std::int64_t> read_bool(std::string_view text) {
  if (text == "yes") return 1;
  if (text == "no") return 0;
  return std::nullopt;
}

std::optional<std::int64_t> read_period(std::string_view text) {
  const auto period = parse_period(text);
  if (!period) return std::nullopt;
  return facts::pack_period(period->months, period->days);
}

std::optional<std::int64_t> read_date(std::string_view text) {
  const auto date = parse_iso_date(text);
  if (!date) return std::nullopt;
  return date->days();
}

bool set(Cell& cell, std::optional<std::int64_t> value) {
  cell.state = value ? State::known : State::unreadable;
  cell.value = value.value_or(0);
  return true;
}

std::optional<Currency> currency_of(std::string_view name) {
  if (name.size() != 3) return std::nullopt;
  Currency currency;
  for (std::size_t i = 0; i < 3; ++i) {
    if (name[i] < 'A' || name[i] > 'Z') return std::nullopt;
    currency.code[i] = name[i];
  }
  return currency;
}

}  // namespace

bool is_blank(std::string_view text) {
  return std::ranges::all_of(
      text, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
}

bool is_dash(std::string_view text) {
  return text == "-" || text == "--" || text == "\u2013" || text == "\u2014";
}

ValueReader::ValueReader(const facts::Vocabulary& vocabulary) : vocabulary_(vocabulary) {
  const auto list = vocabulary.find_list("currency");
  if (!list) {
    currencies_.set();
    return;
  }
  for (const auto& code : vocabulary.list(*list).codes) {
    if (const auto currency = currency_of(code.name)) currencies_.set(pack(*currency));
  }
}

bool ValueReader::read_money(std::string_view text, Cell& cell) const {
  const auto money = parse_money(text);
  if (!money || !currencies_.test(pack(money->currency))) return set(cell, std::nullopt);
  cell.unit = pack(money->currency);
  return set(cell, money->minor);
}

bool ValueReader::read(const Field& field, std::string_view text, Texts texts, facts::Facts& facts,
                       Cell& cell) const {
  if (is_blank(text)) {
    cell.state = State::absent;
    return true;
  }
  if (text.size() <= 3 && is_dash(text)) return set(cell, std::nullopt);
  switch (field.type) {
    case Type::boolean:
      return set(cell, read_bool(text));
    case Type::integer:
    case Type::decimal:
    case Type::percent:
      return set(cell, read_number(field, text));
    case Type::money:
      return read_money(text, cell);
    case Type::period:
      return set(cell, read_period(text));
    case Type::date:
      set(cell, read_date(text));
      if (cell.state == State::known) return true;
      if (const auto month = parse_iso_month(text)) {
        facts.set_reading(cell, {month->first.days(), month->last.days()});
      }
      return true;
    case Type::text:
      return set(cell, facts.add_text(texts == Texts::copied ? facts.keep(text) : text));
    case Type::code: {
      const auto code = vocabulary_.list(field.target).find(text);
      if (code) set(cell, code);
      return code.has_value();
    }
    case Type::reference:
      break;
  }
  return set(cell, std::nullopt);
}

}  // namespace periksa::intake
