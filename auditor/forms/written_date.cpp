// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <vector>

#include "auditor/base/decimal.h"
#include "auditor/forms/written.h"
#include "auditor/forms/written_parts.h"

namespace periksa::forms {
namespace {

/// Indonesian and English names and their abbreviations, in small letters.
constexpr std::array<std::string_view, 12> kMonths{"jan januari january",
                                                   "feb februari february peb pebruari",
                                                   "mar maret march mrt",
                                                   "apr april",
                                                   "mei may",
                                                   "jun juni june",
                                                   "jul juli july",
                                                   "agu ags agt agst agustus aug august",
                                                   "sep sept september",
                                                   "okt oktober oct october",
                                                   "nov nop november nopember",
                                                   "des desember dec december"};

std::optional<int> month_named(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  const std::string small = small_letters(word);
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    const auto names = words_of(kMonths[i]);
    if (std::ranges::find(names, small) != names.end()) return static_cast<int>(i) + 1;
  }
  return std::nullopt;
}

std::optional<int> number(std::string_view text) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  if (text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  return static_cast<int>(*parse_integer(text));
}

Written known(Date day) {
  return {Written::Kind::value, to_iso(day), std::nullopt};
}

/// One day: known. Several: unreadable, with the first and the last. None: unreadable.
Written one_of(std::vector<Date> days) {
  if (days.empty()) return {Written::Kind::unreadable, {}, std::nullopt};
  std::ranges::sort(days);
  if (days.front() == days.back()) return known(days.front());
  return {Written::Kind::unreadable, {}, DateRange{days.front(), days.back()}};
}

void add(std::vector<Date>& days, int year, int month, int day) {
  if (const auto date = Date::of(year, month, day)) days.push_back(*date);
}

/// The years a number may mean: two digits leave the century open.
std::vector<int> years(std::string_view text) {
  const auto year = number(text);
  if (!year || (text.size() != 4 && text.size() != 2)) return {};
  if (text.size() == 4) return {*year};
  return {1900 + *year, 2000 + *year};
}

/// Without the days that a year of two digits cannot mean, if the date has one.
std::vector<Date> in_century(std::vector<Date> days, std::string_view year, const Habits& habits) {
  if (year.size() == 2 && habits.century) {
    std::erase_if(
        days, [&](Date day) { return day < habits.century->first || habits.century->last < day; });
  }
  return days;
}

/// All days of a month; the year has four digits.
Written whole_month(std::string_view year, int month) {
  std::vector<Date> days;
  for (const int y : years(year)) {
    const auto first = Date::of(y, month, 1);
    if (!first) continue;
    days.push_back(*first);
    days.push_back(first->plus_months(1).plus_days(-1));
  }
  return one_of(days);
}

/// Three numbers in the order written: a year of four digits first, or day and month in either
/// order and the year last.
Written numeric(const std::vector<std::string>& parts, const Habits& habits) {
  const auto first = number(parts[0]);
  const auto second = number(parts[1]);
  std::vector<Date> days;
  if (first && second && parts[0].size() == 4) {
    if (const auto third = number(parts[2])) add(days, *first, *second, *third);
  } else if (first && second) {
    for (const int year : years(parts[2])) {
      if (habits.dates != DateOrder::month_first) add(days, year, *second, *first);
      if (habits.dates != DateOrder::day_first) add(days, year, *first, *second);
    }
    days = in_century(std::move(days), parts[2], habits);
  }
  return one_of(days);
}

/// `12 Maret 2024`, `March 12 2024`.
Written with_month_name(const std::vector<std::string>& parts, const Habits& habits) {
  std::vector<Date> days;
  for (const auto& [day_at, month_at] : {std::pair<std::size_t, std::size_t>{0, 1}, {1, 0}}) {
    const auto day = number(parts[day_at]);
    const auto month = month_named(parts[month_at]);
    if (!day || !month || parts[day_at].size() > 2) continue;
    for (const int year : years(parts[2])) add(days, year, *month, *day);
  }
  return one_of(in_century(std::move(days), parts[2], habits));
}

/// Two parts: a month and its year. The two digits of `March 12` may be a day of any year.
Written month_and_year(const std::vector<std::string>& parts) {
  const auto named = month_named(parts[0]);
  if (named) return parts[1].size() == 4 ? whole_month(parts[1], *named) : one_of({});
  const bool year_first = parts[0].size() == 4;
  const auto month = number(parts[year_first ? 1 : 0]);
  const auto& year = parts[year_first ? 0 : 1];
  if (month && year.size() == 4) return whole_month(year, *month);
  return one_of({});
}

/// A sheet's date may carry a time of day, which no fact asks for.
std::string_view without_time(std::string_view text) {
  const auto colon = text.find(':');
  const auto blank = text.find_first_of(" T");
  return colon != std::string_view::npos && blank == 10 ? text.substr(0, blank) : text;
}

std::vector<std::string> parts_of(std::string_view text) {
  return split_at(without_time(trimmed(text)), " ,/.-");
}

bool all_numbers(const std::vector<std::string>& parts) {
  return std::ranges::all_of(parts, [](const auto& part) { return number(part).has_value(); });
}

}  // namespace

DateOrder proven_order(std::string_view text) {
  const auto parts = parts_of(text);
  if (parts.size() != 3 || !all_numbers(parts) || parts[0].size() > 2) return DateOrder::unknown;
  const auto possible = [&](DateOrder order) {
    const auto read = numeric(parts, {.dates = order});
    return read.kind == Written::Kind::value || read.readings;
  };
  const bool day_first = possible(DateOrder::day_first);
  const bool month_first = possible(DateOrder::month_first);
  if (day_first == month_first) return DateOrder::unknown;
  return day_first ? DateOrder::day_first : DateOrder::month_first;
}

DateRange century_of(Date closing) {
  return {closing.plus_months(-12 * 100), closing.plus_months(12 * 20)};
}

Written read_written_date(std::string_view text, const Habits& habits) {
  const auto parts = parts_of(text);
  const bool numbers = all_numbers(parts);
  if (parts.size() == 3) return numbers ? numeric(parts, habits) : with_month_name(parts, habits);
  if (parts.size() == 2) return month_and_year(parts);
  if (parts.size() == 1 && numbers && parts[0].size() == 4) {
    const auto first = Date::of(*number(parts[0]), 1, 1);
    return first ? one_of({*first, first->plus_months(12).plus_days(-1)}) : one_of({});
  }
  return one_of({});
}

}  // namespace periksa::forms
