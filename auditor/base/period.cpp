// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/period.h"

#include <fmt/format.h>

#include "auditor/base/decimal.h"

namespace periksa {

std::optional<Period> parse_period(std::string_view text) {
  const auto blank = text.find(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  const auto count = parse_integer(text.substr(0, blank));
  if (!count || *count < 0 || *count > 10'000) return std::nullopt;
  const auto n = static_cast<std::int32_t>(*count);
  std::string_view unit = text.substr(blank + 1);
  if (unit.ends_with('s')) unit.remove_suffix(1);
  if (unit == "year") return Period{.months = n * 12, .days = 0};
  if (unit == "month") return Period{.months = n, .days = 0};
  if (unit == "day") return Period{.months = 0, .days = n};
  return std::nullopt;
}

std::string to_string(Period period) {
  const auto with_unit = [](std::int32_t n, std::string_view unit) {
    return fmt::format("{} {}{}", n, unit, n == 1 ? "" : "s");
  };
  if (period.months == 0) return with_unit(period.days, "day");
  if (period.months % 12 == 0) return with_unit(period.months / 12, "year");
  return with_unit(period.months, "month");
}

}  // namespace periksa
