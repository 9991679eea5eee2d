// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace periksa::sheets {

/// Which day is number 1: 1 January 1900, with a 29 February 1900 (serial 60) that never was, or 2
/// January 1904.
enum class DateSystem : std::uint8_t { from_1900, from_1904 };

/// How a number format shows a number. A day is known no better than its format shows it: of
/// "Mar 2024" typed into a cell, spreadsheets store the first day of the month, and of "12 Mar" the
/// year of the clock, and nobody wrote either.
enum class Shows : std::uint8_t {
  number,
  day,       ///< with or without a time of day
  month,     ///< of a year, or alone
  year,      ///< without month and day
  no_year,   ///< day and month
  time,      ///< hours, minutes or seconds only
  duration,  ///< of these, with hours (minutes, seconds) that count on beyond a day
};

/// Appends what a serial number in such a format means: "2024-03-12", "2024-03-12T08:30:00",
/// "2024-03", "2024", "--03-12" or, without a day, "08:30:00". Seconds are rounded. False, and
/// nothing appended, if that is no day.
bool append_date(std::string_view serial, Shows shows, DateSystem system, std::string& out);

/// Puts an ISO 8601 date ("2024-03-12", "2024-03-12T00:00:00", "2024-03-12T08:30:00.5Z") into our
/// form; nothing if it is none or there is no such day.
std::optional<std::string> iso_date(std::string_view text);

/// Leaves of a day in our form what such a format shows: "2024-03-12" as it is, or less of it.
void keep_shown(Shows shows, std::string& day);

/// "PT08H30M00S" as "08:30:00"; nothing if it is none.
std::optional<std::string> iso_duration(std::string_view text);

}  // namespace periksa::sheets
