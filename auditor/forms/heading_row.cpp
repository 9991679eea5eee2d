// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/heading_row.h"

#include <algorithm>
#include <utility>

namespace periksa::forms {

std::optional<HeadingRow> find_headings(
    const KeptSheet& kept, const RowStore& store,
    const std::function<bool(const sheets::Cell&)>& is_heading) {
  constexpr std::size_t kHeadingRows = 20;
  const auto rank = [](const HeadingRow& row) { return std::pair{row.known, row.mostly_known()}; };
  HeadingRow best;
  HeadingRow row;
  for (row.index = 0; row.index < std::min(kept.rows.size(), kHeadingRows); ++row.index) {
    row.number = store.read(kept.rows[row.index], row.cells);
    row.known = static_cast<std::size_t>(std::ranges::count_if(row.cells, is_heading));
    if (row.known > 0 && (best.known == 0 || rank(best) < rank(row))) best = row;
  }
  return best.known == 0 ? std::nullopt : std::optional(std::move(best));
}

}  // namespace periksa::forms
