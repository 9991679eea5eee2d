// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/cell_name.h"

namespace periksa {

std::string column_name(std::uint32_t column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return letters;
}

std::string cell_name(std::uint32_t row, std::uint32_t column) {
  return column_name(column) + std::to_string(row);
}

}  // namespace periksa
