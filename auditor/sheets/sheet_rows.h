// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "auditor/base/bilingual.h"
#include "auditor/sheets/caps.h"
#include "auditor/sheets/cell.h"
#include "auditor/sheets/row_buffer.h"

namespace periksa::sheets {

/// Hands the rows and merged areas of one sheet to the handler and holds them to the caps. What a
/// function returns is why the file is refused.
class SheetRows {
 public:
  /// What of a whole workbook has been handed out.
  struct Total {
    std::uint64_t cells = 0;
    std::uint64_t text = 0;  ///< bytes
  };

  SheetRows(Handler& handler, const Caps& caps, Total& total)
      : handler_(handler), caps_(caps), total_(total) {}

  RowBuffer& buffer() { return buffer_; }
  /// Whether a cell may stand here and hold so many bytes.
  std::optional<Bilingual> admit(std::uint32_t column, std::size_t bytes) const;
  /// What stands in the buffer is the row of this number; the buffer remains.
  std::optional<Bilingual> hand_out(std::uint32_t number);
  std::optional<Bilingual> merge(const Area& area);
  void end() { handler_.end(merged_); }

 private:
  Handler& handler_;
  const Caps& caps_;
  Total& total_;
  RowBuffer buffer_;
  std::vector<Area> merged_;
};

}  // namespace periksa::sheets
