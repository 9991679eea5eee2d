// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "auditor/sheets/serial_date.h"

namespace periksa::sheets {

/// What of a number format matters to a reader of values.
struct NumberFormat {
  Shows shows = Shows::number;
  std::string unit;  ///< as `Cell::unit`

  bool operator==(const NumberFormat&) const = default;
};

/// Reads a format code ("dd/mm/yyyy", "[$Rp-421]#,##0"). Its first section decides; letters inside
/// quotes, behind a backslash and in brackets are no date letters, elapsed hours ([h]) aside. A
/// unit is what `[$…]` shows, or a literal with a currency sign of Unicode, of three capitals, or
/// one of the usual signs of letters (Rp, RM, NT$, …).
NumberFormat read_number_format(std::string_view code);

/// The formats that have a number and no code. The currency of 5 to 8 and 37 to 44 is that of the
/// computer that shows them, so they have none.
NumberFormat built_in_format(std::uint32_t id);

}  // namespace periksa::sheets
