// SPDX-License-Identifier: Apache-2.0
#include "auditor/sheets/serial_date.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cmath>
#include <iterator>

namespace periksa::sheets {
namespace {

using namespace std::chrono;

constexpr std::int64_t kDaySeconds = 86'400;
constexpr double kBeyondDays = 1e8;  // days; far behind the year 9999
constexpr sys_days kLast{year{9999} / 12 / 31};

std::optional<double> parse_double(std::string_view text) {
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  if (!(std::abs(value) < kBeyondDays)) return std::nullopt;
  return value;
}

std::optional<sys_days> day_of(std::int64_t serial, DateSystem system) {
  std::optional<sys_days> day;
  if (system == DateSystem::from_1904) {
    if (serial >= 0) day = sys_days{year{1904} / 1 / 1} + days{serial};
  } else if (serial > 60) {
    day = sys_days{year{1899} / 12 / 30} + days{serial};
  } else if (serial > 0 && serial < 60) {
    day = sys_days{year{1899} / 12 / 31} + days{serial};
  }
  if (day && *day > kLast) return std::nullopt;
  return day;
}

void append_clock(std::int64_t seconds, std::string& out) {
  fmt::format_to(std::back_inserter(out), "{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60,
                 seconds % 60);
}

void append_two(unsigned value, std::string& out) {
  out += static_cast<char>('0' + value / 10);
  out += static_cast<char>('0' + value % 10);
}

void append_day(sys_days day, std::string& out) {
  const year_month_day civil{day};
  const auto y = static_cast<unsigned>(static_cast<int>(civil.year()));
  append_two(y / 100, out);
  append_two(y % 100, out);
  out += '-';
  append_two(static_cast<unsigned>(civil.month()), out);
  out += '-';
  append_two(static_cast<unsigned>(civil.day()), out);
}

/// Takes `size` digits, then `behind` unless that is 0.
std::optional<int> take(std::string_view& text, std::size_t size, char behind) {
  int value = 0;
  if (text.size() < size + (behind != 0 ? 1 : 0)) return std::nullopt;
  for (std::size_t i = 0; i < size; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(size);
  if (behind != 0) {
    if (text.front() != behind) return std::nullopt;
    text.remove_prefix(1);
  }
  return value;
}

/// "08:30:00", with parts of a second and a zone that are left out, as no spreadsheet has either.
std::optional<std::int64_t> clock(std::string_view text) {
  const auto hour = take(text, 2, ':');
  const auto minute = hour ? take(text, 2, ':') : std::nullopt;
  const auto second = minute ? take(text, 2, 0) : std::nullopt;
  if (!second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  if (text.starts_with('.') || text.starts_with(',')) {
    text.remove_prefix(1);
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') text.remove_prefix(1);
  }
  if (!text.empty() && text != "Z") return std::nullopt;
  return std::int64_t{*hour} * 3600 + *minute * 60 + *second;
}

}  // namespace

bool append_date(std::string_view serial, Shows shows, DateSystem system, std::string& out) {
  const auto value = parse_double(serial);
  if (!value) return false;
  const auto seconds = std::llround(*value * static_cast<double>(kDaySeconds));
  if (seconds < 0) return false;
  const std::int64_t day_number = seconds / kDaySeconds;
  if (shows == Shows::duration || (shows == Shows::time && day_number == 0)) {
    append_clock(seconds, out);
    return true;
  }
  const auto day = day_of(day_number, system);
  if (!day) return false;
  if (shows != Shows::day && shows != Shows::time) {
    std::string part;
    append_day(*day, part);
    keep_shown(shows, part);
    out += part;
    return true;
  }
  append_day(*day, out);
  if (const auto rest = seconds % kDaySeconds; rest != 0) {
    out += 'T';
    append_clock(rest, out);
  }
  return true;
}

void keep_shown(Shows shows, std::string& day) {
  if (shows == Shows::month) day.resize(7);
  if (shows == Shows::year) day.resize(4);
  if (shows == Shows::no_year) day = '-' + day.substr(4, 6);
}

std::optional<std::string> iso_date(std::string_view text) {
  const auto y = take(text, 4, '-');
  const auto m = y ? take(text, 2, '-') : std::nullopt;
  const auto d = m ? take(text, 2, 0) : std::nullopt;
  if (!d) return std::nullopt;
  const year_month_day civil{year{*y}, month{static_cast<unsigned>(*m)},
                             day{static_cast<unsigned>(*d)}};
  if (!civil.ok()) return std::nullopt;
  std::string out;
  append_day(sys_days{civil}, out);
  if (text.empty()) return out;
  if (text.front() != 'T') return std::nullopt;
  const auto seconds = clock(text.substr(1));
  if (!seconds) return std::nullopt;
  if (*seconds == 0) return out;
  out += 'T';
  append_clock(*seconds, out);
  return out;
}

std::optional<std::string> iso_duration(std::string_view text) {
  if (!text.starts_with("PT")) return std::nullopt;
  text.remove_prefix(2);
  if (text.empty()) return std::nullopt;
  std::int64_t total = 0;
  for (const auto& [unit, seconds] : {std::pair{'H', 3600}, {'M', 60}, {'S', 1}}) {
    const auto end = text.find(unit);
    if (end == std::string_view::npos) continue;
    std::int64_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + end, value);
    const bool whole = read.ptr == text.data() + end || (unit == 'S' && *read.ptr == '.');
    if (read.ec != std::errc() || !whole || value < 0 || value > 100'000'000) return std::nullopt;
    total += value * seconds;
    text.remove_prefix(end + 1);
  }
  if (!text.empty()) return std::nullopt;
  std::string out;
  append_clock(total, out);
  return out;
}

}  // namespace periksa::sheets
