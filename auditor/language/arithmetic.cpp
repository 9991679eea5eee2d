// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "auditor/base/date.h"
#include "auditor/base/period.h"
#include "auditor/base/wide.h"
#include "auditor/language/operand.h"

namespace periksa::language {
namespace {

using facts::Type;

constexpr Wide kCap = 1'000'000'000'000'000'000;  // beyond ±10^18 an end is open

std::int64_t low_end(Wide value) {
  return value < -kCap ? kLeast : static_cast<std::int64_t>(std::min(value, kCap));
}
std::int64_t high_end(Wide value) {
  return value > kCap ? kMost : static_cast<std::int64_t>(std::max(value, -kCap));
}

bool unbounded(std::int64_t bound) {
  return bound <= kLeast || bound >= kMost;
}

/// Carries over what makes the result doubtful.
Operand with_doubts(Operand result, const Operand& a, const Operand& b) {
  result.maybe_none = a.maybe_none || b.maybe_none;
  result.law_unknown = a.law_unknown || b.law_unknown;
  return result;
}

/// Days clamp to what the calendar type holds; an open end stays open.
std::int64_t shift(std::int64_t day, Period period, MonthReading reading, std::int64_t open_end) {
  constexpr std::int64_t kFarthest = 2'000'000;
  if (day < -kFarthest || day > kFarthest) return open_end;
  const Date date(static_cast<std::int32_t>(day));
  if (period.months == 0) return date.plus_days(period.days).days();
  if (reading == MonthReading::thirty_days && period.months % 12 != 0) {
    return date.plus_days(period.months * 30 + period.days).days();
  }
  return date.plus_months(period.months).plus_days(period.days).days();
}

template <class Span>
std::int64_t span(std::int64_t from, std::int64_t to, bool low_end, Span measure) {
  constexpr std::int64_t kFarthest = 2'000'000;
  const auto far = [](std::int64_t day) { return day < -kFarthest || day > kFarthest; };
  if (far(from) || far(to)) return low_end ? kLeast : kMost;
  return measure(Date(static_cast<std::int32_t>(from)), Date(static_cast<std::int32_t>(to)));
}

/// A measure that falls with `from` and grows with `to`.
template <class Span>
Operand between(const Operand& from, const Operand& to, Span measure) {
  return with_doubts(Operand::range(span(from.high, to.low, true, measure),
                                    span(from.low, to.high, false, measure)),
                     from, to);
}

Period unpack(std::int64_t value) {
  return {static_cast<std::int32_t>(value >> 32), static_cast<std::int32_t>(value & 0xFFFFFFFF)};
}

Operand everything() {
  Operand all;
  all.any_unit = true;
  return all;
}

/// A day or days moved by one period.
Operand shifted(const Operand& date, Period period, MonthReading reading) {
  return Operand::range(shift(date.low, period, reading, kLeast),
                        shift(date.high, period, reading, kMost));
}

}  // namespace

std::int64_t add_low(std::int64_t a, std::int64_t b) {
  return unbounded(a) || unbounded(b) ? kLeast : low_end(static_cast<Wide>(a) + b);
}
std::int64_t add_high(std::int64_t a, std::int64_t b) {
  return unbounded(a) || unbounded(b) ? kMost : high_end(static_cast<Wide>(a) + b);
}

Operand plus(const Operand& a, const Operand& b, bool minus) {
  const auto is_zero = [](const Operand& o) { return !o.sum && o.low == 0 && o.high == 0; };
  const bool zero_a = is_zero(a);
  const bool zero_b = is_zero(b);
  const bool alike = zero_a || zero_b || (!a.any_unit && !b.any_unit && a.unit == b.unit);
  if (a.sum || b.sum || !alike) {  // amounts of different currencies do not add to one
    Operand result = with_doubts(everything(), a, b);
    result.law_unknown = result.law_unknown || (!a.any_unit && !b.any_unit);
    return result;
  }
  Operand result = Operand::range(add_low(a.low, minus ? -b.high : b.low),
                                  add_high(a.high, minus ? -b.low : b.high));
  result.unit = zero_a ? b.unit : a.unit;
  result.any_unit = zero_a ? b.any_unit : a.any_unit;
  return with_doubts(result, a, b);
}

Operand times(const Operand& a, const Operand& b, Type a_type) {
  const bool a_factor = a_type == Type::integer;
  const Operand& factor = a_factor ? a : b;
  const Operand& scaled = a_factor ? b : a;
  if (scaled.sum) return with_doubts(everything(), a, b);
  Wide low = kMost;
  Wide high = kLeast;
  for (const std::int64_t x : {factor.low, factor.high}) {
    for (const std::int64_t y : {scaled.low, scaled.high}) {
      const bool zero = x == 0 || y == 0;
      const bool open = !zero && (unbounded(x) || unbounded(y));
      const Wide product = !open                ? static_cast<Wide>(x) * y
                           : (x > 0) == (y > 0) ? static_cast<Wide>(kMost)
                                                : static_cast<Wide>(kLeast);
      low = std::min(low, product);
      high = std::max(high, product);
    }
  }
  Operand result = Operand::range(low_end(low), high_end(high));
  result.unit = scaled.unit;
  result.any_unit = scaled.any_unit;
  return with_doubts(result, a, b);
}

Operand date_plus(const Operand& date, const Operand& period, bool minus, MonthReading reading,
                  bool& ambiguous) {
  const Atom one{period.low, 0, {}};
  std::span<const Atom> periods(&one, 1);
  if (period.shape == Operand::Shape::several) periods = period.atoms;
  if (period.shape == Operand::Shape::range) return with_doubts(Operand{}, date, period);
  Operand result;
  for (const Atom& atom : periods) {
    Period span = unpack(atom.value);
    ambiguous = ambiguous || span.months % 12 != 0;
    if (minus) span = {-span.months, -span.days};
    const Operand next = shifted(date, span, reading);
    const bool first = &atom == periods.data();
    result = first
                 ? next
                 : Operand::range(std::min(result.low, next.low), std::max(result.high, next.high));
  }
  return with_doubts(result, date, period);
}

Operand whole_years(const Operand& from, const Operand& to) {
  return between(from, to,
                 [](Date a, Date b) -> std::int64_t { return periksa::whole_years(a, b); });
}
Operand whole_months(const Operand& from, const Operand& to) {
  return between(from, to,
                 [](Date a, Date b) -> std::int64_t { return periksa::whole_months(a, b); });
}
Operand days_between(const Operand& from, const Operand& to) {
  return between(from, to, [](Date a, Date b) -> std::int64_t { return b.days() - a.days(); });
}

}  // namespace periksa::language
