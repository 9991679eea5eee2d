// SPDX-License-Identifier: Apache-2.0
#include "reports/rows.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace periksa::reports {

Rows::Rows(const std::vector<results::Fact>& facts) : order_(facts.size()), number_(facts.size()) {
  std::iota(order_.begin(), order_.end(), std::size_t{0});
  std::ranges::stable_sort(order_, {}, [&](std::size_t i) {
    const Position& at = facts[i].at;
    return std::tie(at.file, at.line, at.column, at.cell);
  });
  for (std::size_t row = 0; row < order_.size(); ++row) number_[order_[row]] = row + 1;
}

}  // namespace periksa::reports
