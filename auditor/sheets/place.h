// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "auditor/sheets/cell.h"

namespace periksa::sheets {

/// Row and column of a cell, both from 1.
struct Place {
  std::uint32_t row = 1;
  std::uint32_t column = 1;
};

/// "C12" or "$C$12"; nothing if it is no address. Numbers saturate far beyond any sheet.
std::optional<Place> parse_place(std::string_view text);

/// "A1:C3" or "A1".
std::optional<Area> parse_area(std::string_view text);

}  // namespace periksa::sheets
