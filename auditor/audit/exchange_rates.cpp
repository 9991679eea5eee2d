// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/exchange_rates.h"

#include <algorithm>
#include <tuple>

#include "auditor/base/decimal.h"
#include "auditor/base/money.h"
#include "auditor/base/wide.h"

namespace periksa::audit {
namespace {

using facts::State;

std::uint32_t pair_of(std::uint16_t a, std::uint16_t b) {
  const auto [low, high] = std::minmax(a, b);
  return (static_cast<std::uint32_t>(low) << 16) | high;
}

/// The packed currency of a cell, if it is one that is known.
std::optional<std::uint16_t> currency(const facts::Facts& filing, facts::EntityId entity,
                                      facts::FieldId field, std::uint32_t row) {
  const auto& cell = filing.table(entity).cell(row, field);
  if (cell.state != State::known) return std::nullopt;
  const auto& vocabulary = filing.vocabulary();
  const auto& list = vocabulary.list(vocabulary.entity(entity).fields[field].target);
  const auto& name = list.codes[static_cast<std::size_t>(cell.value)].name;
  Currency code;
  std::copy_n(name.begin(), std::min(name.size(), code.code.size()), code.code.begin());
  return pack(code);
}

/// a × b / c, rounded half up; null beyond the cap.
std::optional<std::int64_t> scaled(std::int64_t a, Wide b, Wide c) {
  Wide product = 0;
  if (__builtin_mul_overflow(static_cast<Wide>(a), b, &product)) return std::nullopt;
  const Wide rest = product % c;
  const Wide whole = product / c + (rest >= c - rest ? 1 : 0);
  if (whole > kAmountCap) return std::nullopt;
  return static_cast<std::int64_t>(whole);
}

/// The factor from minor units of one currency to those of another, as a fraction.
struct Factor {
  Wide over = 1;
  Wide under = 1;
};

Factor minor_units(std::uint16_t from, std::uint16_t to) {
  Factor factor;
  const int more = minor_digits(unpack_currency(to)) - minor_digits(unpack_currency(from));
  for (int i = 0; i < more; ++i) factor.over *= 10;
  for (int i = 0; i > more; --i) factor.under *= 10;
  return factor;
}

}  // namespace

ExchangeRates::ExchangeRates(const facts::Facts& filing, const ruleset::Measure::Rates& fields) {
  const auto& table = filing.table(fields.entity);
  for (std::uint32_t row = 0; row < table.size(); ++row) add(filing, fields, row);
  std::sort(rates_.begin(), rates_.end(), [](const Rate& a, const Rate& b) {
    return std::tie(a.pair, a.day, a.of, a.millionths) <
           std::tie(b.pair, b.day, b.of, b.millionths);
  });
}

void ExchangeRates::add(const facts::Facts& filing, const ruleset::Measure::Rates& fields,
                        std::uint32_t row) {
  const auto from = currency(filing, fields.entity, fields.from, row);
  const auto to = currency(filing, fields.entity, fields.to, row);
  if (!from || !to) {
    all_doubted_ = true;
    return;
  }
  const auto& rate = filing.table(fields.entity).cell(row, fields.rate);
  const auto& on = filing.table(fields.entity).cell(row, fields.on);
  const bool known = rate.state == State::known && on.state == State::known && rate.value > 0;
  if (known) {
    rates_.push_back({pair_of(*from, *to), on.value, *from, rate.value});
  } else {
    doubted_.push_back(pair_of(*from, *to));
  }
}

/// Those of the latest day up to `first`, and all of later days up to `last`.
std::span<const ExchangeRates::Rate> ExchangeRates::counting(std::uint32_t pair, std::int64_t first,
                                                             std::int64_t last) const {
  const auto before = [](const Rate& rate, const std::pair<std::uint32_t, std::int64_t>& key) {
    return std::tie(rate.pair, rate.day) < std::tie(key.first, key.second);
  };
  const auto after =
      std::lower_bound(rates_.begin(), rates_.end(),
                       std::pair<std::uint32_t, std::int64_t>{pair, first + 1}, before);
  if (after == rates_.begin() || (after - 1)->pair != pair) return {};
  const auto begin =
      std::lower_bound(rates_.begin(), after,
                       std::pair<std::uint32_t, std::int64_t>{pair, (after - 1)->day}, before);
  const auto end = std::lower_bound(after, rates_.end(),
                                    std::pair<std::uint32_t, std::int64_t>{pair, last + 1}, before);
  return {begin, end};
}

std::optional<Span> ExchangeRates::convert(const Span& amount, std::uint16_t from, std::uint16_t to,
                                           std::int64_t first, std::int64_t last) const {
  if (from == to) return amount;
  const std::uint32_t pair = pair_of(from, to);
  if (all_doubted_ || std::ranges::find(doubted_, pair) != doubted_.end()) return std::nullopt;
  const auto rates = counting(pair, first, last);
  if (rates.empty()) return std::nullopt;
  const Factor units = minor_units(from, to);
  Span all{kAmountCap, 0};
  for (const Rate& rate : rates) {
    const bool direct = rate.of == from;
    const Wide over = units.over * (direct ? rate.millionths : kDecimalOne);
    const Wide under = units.under * (direct ? kDecimalOne : rate.millionths);
    all.low = std::min(all.low, scaled(amount.low, over, under).value_or(kAmountCap));
    const auto high = amount.high ? scaled(*amount.high, over, under) : std::nullopt;
    if (!high) all.high.reset();
    if (all.high) all.high = std::max(*all.high, *high);
  }
  return all;
}

}  // namespace periksa::audit
