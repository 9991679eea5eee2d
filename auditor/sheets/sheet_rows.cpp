// SPDX-License-Identifier: Apache-2.0
#include "auditor/sheets/sheet_rows.h"

#include "auditor/sheets/messages.h"

namespace periksa::sheets {

std::optional<Bilingual> SheetRows::admit(std::uint32_t column, std::size_t bytes) const {
  if (column > caps_.columns) return say::columns_beyond(caps_.columns);
  if (bytes > caps_.cell) return say::cell_too_long(caps_.cell);
  if (buffer_.bytes() + bytes > caps_.row) return say::row_too_long(caps_.row);
  return std::nullopt;
}

std::optional<Bilingual> SheetRows::hand_out(std::uint32_t number) {
  if (buffer_.empty()) return std::nullopt;
  if (number > caps_.rows) return say::rows_beyond(caps_.rows);
  // Repetitions are admitted as one cell.
  if (buffer_.bytes() > caps_.row) return say::row_too_long(caps_.row);
  total_.cells += buffer_.size();
  if (total_.cells > caps_.cells) return say::too_many_cells(caps_.cells);
  total_.text += buffer_.bytes();
  if (total_.text > caps_.text) return say::too_much_text(caps_.text);
  handler_.row({number, buffer_.cells()});
  return std::nullopt;
}

std::optional<Bilingual> SheetRows::merge(const Area& area) {
  if (merged_.size() >= caps_.merged) return say::too_many_merged(caps_.merged);
  merged_.push_back(area);
  return std::nullopt;
}

}  // namespace periksa::sheets
