// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "auditor/sheets/cell.h"

namespace periksa::sheets {

/// The cells of the row that is being read, with room for their texts that is used again and again.
class RowBuffer {
 public:
  void clear();
  /// Copies the cell's text; its unit must outlive the row.
  void add(const Cell& cell);
  /// The cell's text outlives the row as well.
  void add_stable(const Cell& cell);
  /// The last cell again in the next `count` columns.
  void repeat(std::uint32_t count);

  bool empty() const { return cells_.empty(); }
  std::size_t size() const { return cells_.size(); }
  /// Bytes of the texts and units of all cells, copied, repeated or standing elsewhere.
  std::size_t bytes() const { return total_; }
  /// Valid until the next change.
  std::span<const Cell> cells();

 private:
  std::vector<Cell> cells_;
  std::vector<std::size_t> starts_;  // in bytes_, or kStable
  std::string bytes_;
  std::size_t total_ = 0;
};

}  // namespace periksa::sheets
