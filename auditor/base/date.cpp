// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/date.h"

#include <fmt/format.h>

#include <chrono>

namespace periksa {
namespace {

using std::chrono::year_month_day;

year_month_day civil(Date date) {
  return year_month_day{std::chrono::sys_days{std::chrono::days{date.days()}}};
}

/// Digits only; -1 where a character is not one.
int digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

constexpr std::int32_t floor_div(std::int32_t a, std::int32_t b) {
  return a / b - (a % b != 0 && (a % b < 0) != (b < 0) ? 1 : 0);
}

}  // namespace

std::optional<Date> Date::of(int year, int month, int day) {
  if (year < 1900 || year > 2199 || month < 1 || day < 1) return std::nullopt;
  const year_month_day ymd{std::chrono::year{year},
                           std::chrono::month{static_cast<unsigned>(month)},
                           std::chrono::day{static_cast<unsigned>(day)}};
  if (!ymd.ok()) return std::nullopt;
  return Date(static_cast<std::int32_t>(std::chrono::sys_days{ymd}.time_since_epoch().count()));
}

int Date::year() const {
  return static_cast<int>(civil(*this).year());
}
int Date::month() const {
  return static_cast<int>(static_cast<unsigned>(civil(*this).month()));
}
int Date::day() const {
  return static_cast<int>(static_cast<unsigned>(civil(*this).day()));
}

Date Date::plus_months(std::int32_t months) const {
  const auto ymd = civil(*this);
  const std::int32_t index = static_cast<int>(ymd.year()) * 12 +
                             static_cast<int>(static_cast<unsigned>(ymd.month())) - 1 + months;
  const std::int32_t year = floor_div(index, 12);
  const std::chrono::year_month target{
      std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(index - year * 12 + 1)}};
  const auto last =
      std::chrono::year_month_day_last{target.year(), std::chrono::month_day_last{target.month()}};
  const auto day = std::min(ymd.day(), last.day());
  return Date(
      static_cast<std::int32_t>(std::chrono::sys_days{target / day}.time_since_epoch().count()));
}

std::int32_t whole_months(Date from, Date to) {
  std::int32_t months = (to.year() - from.year()) * 12 + (to.month() - from.month());
  if (from.plus_months(months) > to) --months;
  return months;
}

std::int32_t whole_years(Date from, Date to) {
  return floor_div(whole_months(from, to), 12);
}

std::optional<Date> parse_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const int year = digits(text.substr(0, 4));
  const int month = digits(text.substr(5, 2));
  const int day = digits(text.substr(8, 2));
  if (year < 0 || month < 0 || day < 0) return std::nullopt;
  return Date::of(year, month, day);
}

std::string to_iso(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year(), date.month(), date.day());
}

std::optional<DateRange> parse_iso_month(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  const int year = digits(text.substr(0, 4));
  const int month = digits(text.substr(5, 2));
  if (year < 0 || month < 0) return std::nullopt;
  const auto first = Date::of(year, month, 1);
  if (!first) return std::nullopt;
  return DateRange{*first, first->plus_months(1).plus_days(-1)};
}

}  // namespace periksa
