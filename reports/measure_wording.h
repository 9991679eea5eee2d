// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "reports/wording.h"

namespace periksa::reports {

/// Hundredths as "1.70" with the marks of the language.
std::string months(std::int64_t hundredths, Language language);

/// "1.70", "1.20–1.70", "≥ 1.20".
std::string months(std::int64_t low, std::optional<std::int64_t> high, const Strings& strings);

/// What a code of a measure is called: `by` is "country", "job" or "sex"; of an empty code, that it
/// is not known.
std::string measure_label(const results::Measure& measure, std::string_view by,
                          const std::string& code, const Wording& wording);

/// One line for a terminal; empty where nobody was placed.
std::string measure_line(const results::Measure& measure, const Wording& wording);

}  // namespace periksa::reports
