// SPDX-License-Identifier: Apache-2.0
#include "auditor/language/sides.h"

#include <algorithm>
#include <bit>

namespace periksa::language {
namespace {

MoneySum::Part part_of(const MoneySum& sum, std::uint16_t unit) {
  const auto at = std::ranges::find(sum.parts, unit, &MoneySum::Part::unit);
  return at == sum.parts.end() ? MoneySum::Part{unit, 0, 0} : *at;
}

bool is_open(std::int64_t end) {
  return end <= kLeast || end >= kMost;
}

}  // namespace

void Sides::begin() {
  any_ = 0;
  all_ = 0xFFFF;
  sides_.clear();
  together_ = {};
}

void Sides::see(std::uint16_t sides) {
  any_ |= sides;
  all_ &= sides;
  for (std::uint16_t rest = sides; rest != 0; rest &= static_cast<std::uint16_t>(rest - 1)) {
    const auto bit = static_cast<std::uint16_t>(rest & (0U - rest));
    if (std::ranges::find(sides_, bit, &Side::bit) != sides_.end()) continue;
    sides_.emplace_back().bit = bit;
    std::ranges::sort(sides_, {}, &Side::bit);
  }
}

void Sides::add(std::uint16_t sides, std::int64_t low, std::int64_t high) {
  see(sides);
  const auto add_to = [&](Side& side) {
    side.least = add_low(side.least, std::max<std::int64_t>(low, 0));
    side.most = add_high(side.most, std::min<std::int64_t>(high, 0));
  };
  for (auto& side : sides_) {
    if ((side.bit & sides) != 0) add_to(side);
  }
  add_to(together_);
}

void Sides::add(std::uint16_t sides, const MoneySum& amount) {
  see(sides);
  for (const auto& part : amount.parts) {
    const auto add_to = [&](Side& side) {
      side.money.add(part.unit, std::max<std::int64_t>(part.low, 0),
                     std::min<std::int64_t>(part.high, 0));
    };
    for (auto& side : sides_) {
      if ((side.bit & sides) != 0) add_to(side);
    }
    add_to(together_);
  }
}

bool Sides::overlap() const {
  return std::popcount(any_) > 1 && any_ != all_;
}

void Sides::widen(std::int64_t& low, std::int64_t& high) const {
  if (!overlap()) return;
  std::int64_t least = 0;
  std::int64_t most = 0;
  for (const auto& side : sides_) {
    least = std::max(least, side.least);
    most = std::min(most, side.most);
  }
  if (!is_open(low)) low = low - together_.least + least;
  if (!is_open(high)) high = high - together_.most + most;
}

/// Where there are several currencies, one payment may have been told in two of them: then only one
/// side's telling is sure, and the first is taken.
void Sides::widen(MoneySum& total) const {
  if (!overlap()) return;
  const bool one_currency = total.parts.size() <= 1 && !total.open;
  for (auto& part : total.parts) {
    const auto all = part_of(together_.money, part.unit);
    auto sure = part_of(sides_.front().money, part.unit);
    for (const auto& side : sides_) {
      if (!one_currency) break;
      const auto told = part_of(side.money, part.unit);
      sure.low = std::max(sure.low, told.low);
      sure.high = std::min(sure.high, told.high);
    }
    if (!is_open(part.low)) part.low = part.low - all.low + sure.low;
    if (!is_open(part.high)) part.high = part.high - all.high + sure.high;
  }
}

}  // namespace periksa::language
