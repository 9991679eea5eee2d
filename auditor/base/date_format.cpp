// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/date_format.h"

#include <array>

#include "auditor/base/date.h"
#include "auditor/base/period.h"

namespace periksa {
namespace {

constexpr std::array<std::string_view, 12> kBulan{"Januari",   "Februari", "Maret",    "April",
                                                  "Mei",       "Juni",     "Juli",     "Agustus",
                                                  "September", "Oktober",  "November", "Desember"};
constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};

std::string month_and_year(Date date, Language language) {
  const auto& names = language == Language::id ? kBulan : kMonths;
  return std::string(names[static_cast<std::size_t>(date.month() - 1)]) + " " +
         std::to_string(date.year());
}

std::string quantity(std::int32_t n, std::string_view tahun, std::string_view year,
                     Language language) {
  const std::string digits = std::to_string(n) + " ";
  if (language == Language::id) return digits + std::string(tahun);
  return digits + std::string(year) + (n == 1 ? "" : "s");
}

}  // namespace

std::string format_date(std::string_view canonical, Language language) {
  if (const auto day = parse_iso_date(canonical)) {
    return std::to_string(day->day()) + " " + month_and_year(*day, language);
  }
  if (const auto month = parse_iso_month(canonical)) return month_and_year(month->first, language);
  return std::string(canonical);
}

std::string format_period(std::string_view canonical, Language language) {
  const auto period = parse_period(canonical);
  if (!period) return std::string(canonical);
  if (period->months == 0) return quantity(period->days, "hari", "day", language);
  if (period->months % 12 == 0) return quantity(period->months / 12, "tahun", "year", language);
  return quantity(period->months, "bulan", "month", language);
}

std::string format_window(std::string_view from, std::string_view to, Language language) {
  const bool id = language == Language::id;
  if (to.empty()) return (id ? "sejak " : "since ") + format_date(from, language);
  return format_date(from, language) + (id ? " sampai sebelum " : " until before ") +
         format_date(to, language);
}

}  // namespace periksa
