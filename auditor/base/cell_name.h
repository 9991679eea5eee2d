// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace periksa {

/// "AB": the letters of a spreadsheet's column, from 1.
std::string column_name(std::uint32_t column);

/// "C12", as spreadsheet programs call a cell; both count from 1.
std::string cell_name(std::uint32_t row, std::uint32_t column);

}  // namespace periksa
