// SPDX-License-Identifier: Apache-2.0
#include "auditor/language/operand.h"

#include <algorithm>

namespace periksa::language {
namespace {

using facts::NoneMeans;
using facts::State;
using facts::Type;

/// Everything the declaration allows.
Operand domain(const facts::Vocabulary& vocabulary, const facts::Field& field) {
  Operand operand;
  switch (field.type) {
    case Type::boolean:
      operand = Operand::range(0, 1);
      break;
    case Type::integer:
    case Type::decimal:
    case Type::percent:
      operand = Operand::range(field.min.value_or(kLeast), field.max.value_or(kMost));
      break;
    case Type::money:
      operand = Operand::range(0, kMost);
      operand.any_unit = true;
      break;
    case Type::code:
      operand = Operand::range(
          0, static_cast<std::int64_t>(vocabulary.list(field.target).codes.size()) - 1);
      break;
    case Type::date:
    case Type::period:
    case Type::text:
    case Type::reference:
      break;
  }
  if (field.none == NoneMeans::zero) {
    operand.low = std::min<std::int64_t>(operand.low, 0);
    operand.high = std::max<std::int64_t>(operand.high, 0);
  }
  operand.maybe_none = field.none == NoneMeans::does_not_exist || field.none == NoneMeans::not_yet;
  return operand;
}

Operand contradictory(const facts::Facts& facts, const facts::Field& field, const facts::Cell& cell,
                      Arena& arena) {
  std::vector<Atom> atoms;
  bool none = false;
  for (const auto& one : facts.alternatives(cell)) {
    if (one.state == State::known) {
      atoms.push_back(
          {one.value, one.unit, field.type == Type::text ? facts.text(one) : std::string_view{}});
    } else if (field.none == NoneMeans::zero) {
      atoms.push_back({});
    } else {
      none = true;
    }
  }
  Operand operand;
  operand.shape = Operand::Shape::several;
  operand.maybe_none = none;
  const auto [least, most] = std::minmax_element(
      atoms.begin(), atoms.end(), [](const Atom& a, const Atom& b) { return a.value < b.value; });
  operand.low = least->value;
  operand.high = most->value;
  operand.unit = atoms.front().unit;
  operand.any_unit = std::any_of(atoms.begin(), atoms.end(),
                                 [&](const Atom& atom) { return atom.unit != operand.unit; });
  operand.atoms = arena.atoms(std::move(atoms));
  return operand;
}

}  // namespace

void MoneySum::add(std::uint16_t unit, std::int64_t low, std::int64_t high) {
  auto at = std::lower_bound(parts.begin(), parts.end(), unit,
                             [](const Part& part, std::uint16_t u) { return part.unit < u; });
  if (at == parts.end() || at->unit != unit) at = parts.insert(at, {unit, 0, 0});
  at->low = add_low(at->low, low);
  at->high = add_high(at->high, high);
}

Operand Operand::of_text(std::string_view text) {
  Operand operand = of(0);
  operand.text = text;
  return operand;
}

Operand Operand::range(std::int64_t low, std::int64_t high) {
  Operand operand;
  operand.low = low;
  operand.high = high;
  if (low == high) operand.shape = Shape::exact;
  return operand;
}

Operand Operand::none() {
  Operand operand;
  operand.only_none = true;
  operand.maybe_none = true;
  return operand;
}

Operand read(const facts::Facts& facts, const facts::Field& field, const facts::Cell& cell,
             Arena& arena) {
  switch (cell.state) {
    case State::known:
      return field.type == Type::text ? Operand::of_text(facts.text(cell))
                                      : Operand::of(cell.value, cell.unit);
    case State::stated_none:
      return field.none == NoneMeans::zero ? Operand::of(0) : Operand::none();
    case State::contradictory:
      return contradictory(facts, field, cell, arena);
    case State::unreadable:
      if (const auto* reading = facts.reading(cell)) {
        Operand operand = Operand::range(reading->low, reading->high);
        return operand;
      }
      break;
    case State::absent:
    case State::not_supplied:
      break;
  }
  return domain(facts.vocabulary(), field);
}

Truth stated_none(const Operand& value) {
  if (value.only_none) return Truth::yes;
  return value.maybe_none ? Truth::unknown : Truth::no;
}

}  // namespace periksa::language
