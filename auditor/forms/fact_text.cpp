// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/fact_text.h"

#include "auditor/base/decimal.h"
#include "auditor/base/money.h"
#include "auditor/base/period.h"
#include "auditor/base/xml_tree.h"

namespace periksa::forms {
namespace {

using facts::Type;

std::string target_id(const intake::Filing& filing, const facts::Facts& facts,
                      const facts::Field& field, const facts::Cell& cell) {
  const auto& vocabulary = facts.vocabulary();
  const auto& target = vocabulary.entity(field.target);
  const bool to_worker = field.target == vocabulary.worker();
  if (&facts == filing.shared.get() && to_worker && cell.value < -1)
    return filing.mentions[intake::mention_index(cell.value)].id;
  if (cell.value < 0) return raw_text(facts, cell);
  const facts::Facts& where = to_worker || target.in_worker ? facts : *filing.shared;
  return std::string(where.table(field.target).row(static_cast<std::uint32_t>(cell.value)).id);
}

}  // namespace

std::string raw_text(const facts::Facts& facts, const facts::Cell& cell) {
  const auto raw = facts.raw(cell.at);
  return facts.spot(cell.at).part == 0 ? xml::decode(raw, false) : std::string(raw);
}

std::string fact_text(const intake::Filing& filing, const facts::Facts& facts,
                      const facts::Field& field, const facts::Cell& cell) {
  const std::int64_t value = cell.value;
  switch (field.type) {
    case Type::boolean:
      return value != 0 ? "yes" : "no";
    case Type::integer:
      return std::to_string(value);
    case Type::decimal:
    case Type::percent:
      return to_string(Decimal{value});
    case Type::money:
      return to_string(Money{value, unpack_currency(cell.unit)});
    case Type::date:
      return to_iso(Date(static_cast<std::int32_t>(value)));
    case Type::period:
      return to_string(Period{static_cast<std::int32_t>(value >> 32),
                              static_cast<std::int32_t>(value & 0xFFFFFFFF)});
    case Type::text:
      return std::string(facts.text(cell));
    case Type::code:
      return facts.vocabulary().list(field.target).codes[static_cast<std::size_t>(value)].name;
    case Type::reference:
      break;
  }
  return target_id(filing, facts, field, cell);
}

}  // namespace periksa::forms
