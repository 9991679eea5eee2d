// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "auditor/base/date.h"
#include "auditor/base/period.h"
#include "auditor/language/operand.h"

namespace periksa::language {
namespace {

using facts::Type;

__extension__ typedef __int128 Wide;              // NOLINT: only a typedef takes __extension__
constexpr Wide kCap = 1'000'000'000'000'000'000;  // beyond ±10^18 there is no bound

std::int64_t clamp(Wide value) {
  if (value > kCap) return kMost;
  if (value < -kCap) return kLeast;
  return static_cast<std::int64_t>(value);
}

bool unbounded(std::int64_t bound) {
  return bound <= kLeast || bound >= kMost;
}

std::int64_t add(std::int64_t a, std::int64_t b) {
  if (unbounded(a)) return a;
  if (unbounded(b)) return b;
  return clamp(static_cast<Wide>(a) + b);
}

std::int64_t negate(std::int64_t a) {
  return -a;
}

/// Carries over what makes the result doubtful.
Operand with_doubts(Operand result, const Operand& a, const Operand& b) {
  result.maybe_none = a.maybe_none || b.maybe_none;
  result.law_unknown = a.law_unknown || b.law_unknown;
  return result;
}

/// Days clamp to what the calendar type holds; an open end stays open.
std::int64_t shift(std::int64_t day, Period period, MonthReading reading) {
  constexpr std::int64_t kFarthest = 2'000'000;
  if (day < -kFarthest || day > kFarthest) return day < 0 ? kLeast : kMost;
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

}  // namespace

Operand plus(const Operand& a, const Operand& b, bool minus) {
  const std::int64_t low = minus ? negate(b.high) : b.low;
  const std::int64_t high = minus ? negate(b.low) : b.high;
  Operand result = Operand::range(add(a.low, low), add(a.high, high));
  const bool zero_a = a.exact() && a.low == 0;
  const bool zero_b = b.exact() && b.low == 0;
  result.unit = zero_a ? b.unit : a.unit;
  result.any_unit = (a.any_unit && !zero_a) || (b.any_unit && !zero_b);
  const bool mixed = a.unit != b.unit && !zero_a && !zero_b && !result.any_unit;
  if (a.sum || b.sum ||
      mixed) {  // sums keep their currencies apart; a difference of them is not formed
    result.low = kLeast;
    result.high = kMost;
    result.shape = Operand::Shape::range;
    result.any_unit = true;
  }
  result = with_doubts(result, a, b);
  if (mixed) result.law_unknown = true;
  return result;
}

Operand times(const Operand& a, const Operand& b, Type a_type, Type b_type) {
  const bool a_factor = a_type == Type::integer;
  const Operand& factor = a_factor ? a : b;
  const Operand& scaled = a_factor ? b : a;
  (void)b_type;
  std::int64_t low = kMost;
  std::int64_t high = kLeast;
  for (const std::int64_t x : {factor.low, factor.high}) {
    for (const std::int64_t y : {scaled.low, scaled.high}) {
      const bool zero = x == 0 || y == 0;
      const bool open = !zero && (unbounded(x) || unbounded(y));
      const std::int64_t product =
          open ? ((x > 0) == (y > 0) ? kMost : kLeast) : clamp(static_cast<Wide>(x) * y);
      low = std::min(low, product);
      high = std::max(high, product);
    }
  }
  Operand result = Operand::range(low, high);
  result.unit = scaled.unit;
  result.any_unit = scaled.any_unit;
  return with_doubts(result, a, b);
}

Operand date_plus(const Operand& date, const Operand& period, bool minus, MonthReading reading,
                  bool& ambiguous) {
  if (!period.exact()) return with_doubts(Operand::range(kLeast, kMost), date, period);
  Period span = unpack(period.low);
  if (span.months % 12 != 0) ambiguous = true;
  if (minus) span = {-span.months, -span.days};
  return with_doubts(
      Operand::range(shift(date.low, span, reading), shift(date.high, span, reading)), date,
      period);
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
