// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/base/diagnostic.h"

namespace periksa {

struct CsvRow {
  std::uint32_t line = 0;  ///< where the row begins, from 1; a quoted value may span lines
  std::vector<std::string> cells;
};

/// The rows of a comma-separated text as RFC 4180 has it; blank lines are no rows and blanks around
/// an unquoted value are no part of it. A quote inside an unquoted value, or one that is never
/// closed, refuses the whole text; errors carry `file`.
Result<std::vector<CsvRow>> read_csv(std::string_view text, const std::string& file);

/// What is said of such quotes.
Bilingual csv_stray_quote();
Bilingual csv_open_quote();

/// One value as it stands in a row: quoted where it needs it.
std::string csv_value(std::string_view value);

/// The same of a printable text that no spreadsheet is to take for a formula.
std::string csv_text(std::string_view text);

}  // namespace periksa
