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

/// How a number format shows a number.
enum class Shows : std::uint8_t {
  number,
  day,       ///< with or without a time of day
  time,      ///< hours, minutes or seconds only
  duration,  ///< of these, with hours (minutes, seconds) that count on beyond a day
};

/// Appends what a serial number in such a format means: "2024-03-12", "2024-03-12T08:30:00" or,
/// without a day, "08:30:00". Seconds are rounded. False, and nothing appended, if that is no day.
bool append_date(std::string_view serial, Shows shows, DateSystem system, std::string& out);

/// Puts an ISO 8601 date ("2024-03-12", "2024-03-12T00:00:00", "2024-03-12T08:30:00.5Z") into our
/// form; nothing if it is none or there is no such day.
std::optional<std::string> iso_date(std::string_view text);

/// "PT08H30M00S" as "08:30:00"; nothing if it is none.
std::optional<std::string> iso_duration(std::string_view text);

}  // namespace periksa::sheets
