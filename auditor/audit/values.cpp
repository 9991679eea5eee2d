// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/values.h"

#include <fmt/format.h>

#include "auditor/base/date.h"
#include "auditor/base/decimal.h"
#include "auditor/base/money.h"
#include "auditor/base/period.h"

namespace periksa::audit {
namespace {

using facts::Type;

std::string canonical(const facts::Vocabulary& vocabulary, const language::ValueType& type,
                      const language::Atom& atom, const Names& names) {
  const std::int64_t v = atom.value;
  switch (type.type) {
    case Type::boolean:
      return v ? "yes" : "no";
    case Type::integer:
      return std::to_string(v);
    case Type::decimal:
    case Type::percent:
      return to_string(Decimal{v});
    case Type::money:
      return to_string(
          Money{v, atom.unit == 0 && v == 0 ? Currency{} : unpack_currency(atom.unit)});
    case Type::date:
      return to_iso(Date(static_cast<std::int32_t>(v)));
    case Type::period:
      return to_string(
          Period{static_cast<std::int32_t>(v >> 32), static_cast<std::int32_t>(v & 0xFFFFFFFF)});
    case Type::text:
      return std::string(atom.text);
    case Type::code:
      return vocabulary.list(type.target).codes[static_cast<std::size_t>(v)].name;
    case Type::reference:
      return v < 0 ? "?" : names.record(type.target, static_cast<std::uint32_t>(v));
  }
  return {};
}

/// Ranges of other types would say nothing to a reader.
bool has_range(Type type) {
  return type == Type::integer || type == Type::decimal || type == Type::percent ||
         type == Type::money || type == Type::date;
}

std::vector<results::Value> money_sum(const facts::Vocabulary& vocabulary,
                                      const language::MoneySum& sum, const Names& names) {
  std::vector<results::Value> values;
  for (const auto& part : sum.parts) {
    const language::ValueType money{Type::money, 0};
    auto low = to_value(vocabulary, money, {part.low, part.unit, {}}, names);
    const bool open = sum.open || part.high >= language::kMost;
    if (!open && part.low == part.high) {
      values.push_back(std::move(low));
      continue;
    }
    results::Value high;
    if (!open) high = to_value(vocabulary, money, {part.high, part.unit, {}}, names);
    low.type = high.type = "range:money";
    values.push_back(std::move(low));
    values.push_back(std::move(high));
  }
  return values;
}

}  // namespace

results::Value to_value(const facts::Vocabulary& vocabulary, const language::ValueType& type,
                        const language::Atom& atom, const Names& names) {
  results::Value value;
  value.type = facts::to_string(type.type);
  value.text = canonical(vocabulary, type, atom, names);
  if (type.type == Type::code) {
    value.label = vocabulary.list(type.target).codes[static_cast<std::size_t>(atom.value)].label;
  }
  return value;
}

results::Value to_value(const facts::Facts& facts, const facts::Field& field,
                        const facts::Cell& cell, const Names& names) {
  if (cell.state != facts::State::known) return {std::string(facts::to_string(field.type)), "", {}};
  language::Atom atom{cell.value, cell.unit, {}};
  if (field.type == Type::text) atom.text = facts.text(cell);
  return to_value(facts.vocabulary(), {field.type, field.target}, atom, names);
}

std::vector<results::Value> to_values(const facts::Vocabulary& vocabulary,
                                      const language::ValueType& type,
                                      const language::Operand& operand, const Names& names) {
  std::vector<results::Value> values;
  if (operand.sum) return money_sum(vocabulary, *operand.sum, names);
  if (operand.only_none) return values;
  if (operand.shape == language::Operand::Shape::several) {
    for (const auto& atom : operand.atoms)
      values.push_back(to_value(vocabulary, type, atom, names));
    return values;
  }
  if (operand.shape == language::Operand::Shape::exact) {
    values.push_back(to_value(vocabulary, type, {operand.low, operand.unit, operand.text}, names));
    return values;
  }
  if (!has_range(type.type) || operand.low <= language::kLeast || operand.any_unit) return values;
  auto low = to_value(vocabulary, type, {operand.low, operand.unit, {}}, names);
  results::Value high;
  if (operand.high < language::kMost)
    high = to_value(vocabulary, type, {operand.high, operand.unit, {}}, names);
  if (high.text.empty() && operand.low == 0) return values;
  low.type = high.type = fmt::format("range:{}", facts::to_string(type.type));
  values.push_back(std::move(low));
  values.push_back(std::move(high));
  return values;
}

}  // namespace periksa::audit
