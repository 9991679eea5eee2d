// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include "auditor/forms/row_store.h"

namespace periksa::forms {

/// The row that names a sheet's columns.
struct HeadingRow {
  std::size_t index = 0;     ///< in KeptSheet::rows
  std::uint32_t number = 0;  ///< as the sheet counts it
  std::size_t known = 0;     ///< how many of its cells are headings we know
  std::vector<sheets::Cell> cells;

  /// At least half of the cells are known.
  bool mostly_known() const { return 2 * known >= cells.size(); }
};

/// Of the first twenty rows the one with most cells that `is_heading` knows, so that a title above
/// the headings, which may be called like one of them, is not taken for them. Of several the first
/// that is mostly known. Nothing where no cell is known.
std::optional<HeadingRow> find_headings(const KeptSheet& kept, const RowStore& store,
                                        const std::function<bool(const sheets::Cell&)>& is_heading);

}  // namespace periksa::forms
