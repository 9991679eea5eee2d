// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/clock.h"

#include <fmt/format.h>

#include <chrono>

namespace periksa::cli {
namespace {

using Seconds = std::chrono::sys_seconds;

Seconds seconds_now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

std::string iso_day(Seconds time) {
  const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(time));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

}  // namespace

std::string time_stamp() {
  const Seconds now = seconds_now();
  const std::chrono::hh_mm_ss clock(now - std::chrono::floor<std::chrono::days>(now));
  return fmt::format("{}T{:02}:{:02}:{:02}Z", iso_day(now), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count());
}

std::string today() {
  constexpr std::chrono::hours kWesternIndonesia{7};
  return iso_day(seconds_now() + kWesternIndonesia);
}

}  // namespace periksa::cli
