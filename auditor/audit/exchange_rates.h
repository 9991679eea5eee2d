// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "auditor/facts/facts.h"
#include "auditor/ruleset/measure.h"

namespace periksa::audit {

/// An amount of one currency in minor units, from `low` to `high`; no `high`: no upper end.
/// 0 <= low <= kAmountCap.
struct Span {
  std::int64_t low = 0;
  std::optional<std::int64_t> high = 0;
  bool operator==(const Span&) const = default;
};

/// An end beyond this is open above, and a lower end is no more than this.
inline constexpr std::int64_t kAmountCap = 1'000'000'000'000'000'000;

/// The exchange rates a filing supplies; there are no others. The one that counts for a day is the
/// latest on or before it, whichever of the two currencies it values; several of that day give a
/// range. A pair of which any rate is not fully known (its day, say) has none, as that one might
/// count.
class ExchangeRates {
 public:
  ExchangeRates() = default;
  ExchangeRates(const facts::Facts& filing, const ruleset::Measure::Rates& fields);

  /// The amount in another currency, rounded half up to its minor unit, by the rates that may count
  /// on some day from `first` to `last`; null without a rate for every one of these days.
  std::optional<Span> convert(const Span& amount, std::uint16_t from, std::uint16_t to,
                              std::int64_t first, std::int64_t last) const;

 private:
  /// One unit of the currency `of` is worth so many millionths of the other one of the pair.
  struct Rate {
    std::uint32_t pair = 0;
    std::int64_t day = 0;
    std::uint16_t of = 0;
    std::int64_t millionths = 0;
  };

  void add(const facts::Facts& filing, const ruleset::Measure::Rates& fields, std::uint32_t row);
  std::span<const Rate> counting(std::uint32_t pair, std::int64_t first, std::int64_t last) const;

  std::vector<Rate> rates_;             // ascending by pair, day
  std::vector<std::uint32_t> doubted_;  // pairs
  bool all_doubted_ = false;            // a rate of which not even the currencies are known
};

}  // namespace periksa::audit
