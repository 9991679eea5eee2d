// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace periksa {

/// A day of the proleptic Gregorian calendar, without time or zone, as days since 1970-01-01.
class Date {
 public:
  constexpr Date() = default;
  constexpr explicit Date(std::int32_t days) : days_(days) {}

  /// The day, or nothing if there is no such day (31 February) or the year is outside 1900 to 2199.
  static std::optional<Date> of(int year, int month, int day);

  /// The day counted so, or the last that can be told on that side.
  static constexpr Date nearest(std::int64_t days) {
    return Date(static_cast<std::int32_t>(std::clamp<std::int64_t>(days, -1'000'000, 1'000'000)));
  }

  constexpr std::int32_t days() const { return days_; }
  int year() const;
  int month() const;
  int day() const;

  constexpr Date plus_days(std::int32_t n) const { return Date(days_ + n); }

  /// Ends on the same day number, else on the month's last day (31 January + 1 month = 28
  /// February).
  Date plus_months(std::int32_t months) const;

  constexpr auto operator<=>(const Date&) const = default;

 private:
  std::int32_t days_ = 0;
};

/// Completed years from `from` to `to`; someone born on 29 February completes a year on 28 February
/// of a common year, the reading that does not accuse. Negative spans count negative years, rounded
/// towards the past.
std::int32_t whole_years(Date from, Date to);

/// Completed months from `from` to `to`, by the rule of `plus_months`.
std::int32_t whole_months(Date from, Date to);

/// Exactly `YYYY-MM-DD`, nothing before or after it.
std::optional<Date> parse_iso_date(std::string_view text);

/// `YYYY-MM-DD`.
std::string to_iso(Date date);

/// A closed range of days; the readings of a date known to the month only.
struct DateRange {
  Date first;
  Date last;
  bool operator==(const DateRange&) const = default;
};

/// Exactly `YYYY-MM`: the days of that month.
std::optional<DateRange> parse_iso_month(std::string_view text);

}  // namespace periksa
