// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/outliers.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "auditor/base/wide.h"

namespace periksa::audit {
namespace {

/// Twice the median.
std::int64_t median_twice(std::vector<std::int64_t>& values) {
  const std::size_t upper = values.size() / 2;
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(upper);
  std::nth_element(values.begin(), at, values.end());
  const std::int64_t high = *at;
  if (values.size() % 2 == 1) return 2 * high;
  return high + *std::max_element(values.begin(), at);
}

auto key(const Paid& paid) {
  return std::tie(paid.by, paid.unit);
}

}  // namespace

Middle middle(std::span<const std::int64_t> totals) {
  std::vector<std::int64_t> values(totals.begin(), totals.end());
  Middle found;
  found.median2 = median_twice(values);
  for (auto& value : values) {
    const std::int64_t away = 2 * value - found.median2;  // twice the distance
    value = away < 0 ? -away : away;
  }
  found.deviation4 = median_twice(values);
  return found;
}

bool is_far(std::int64_t total, const Middle& middle, std::int64_t times, std::int64_t percent) {
  const Wide away = Wide{2} * total - middle.median2;
  const Wide distance2 = away < 0 ? -away : away;
  return 2 * distance2 > Wide{times} * middle.deviation4 &&
         100 * distance2 >= Wide{percent} * middle.median2;
}

std::vector<Outlying> outlying(std::vector<Paid> paid, std::int64_t least, std::int64_t times,
                               std::int64_t percent) {
  std::ranges::sort(paid, [](const Paid& a, const Paid& b) {
    return std::tie(a.by, a.unit, a.ordinal) < std::tie(b.by, b.unit, b.ordinal);
  });
  std::vector<Outlying> found;
  std::vector<std::int64_t> totals;
  for (std::size_t first = 0; first < paid.size();) {
    std::size_t last = first;
    totals.clear();
    for (; last < paid.size() && key(paid[last]) == key(paid[first]); ++last)
      totals.push_back(paid[last].total);
    if (std::cmp_greater_equal(totals.size(), least)) {
      const Middle group = middle(totals);
      Outlying out{paid[first].by, paid[first].unit, group.median2 / 2, totals.size(), {}};
      for (std::size_t i = first; i < last; ++i) {
        if (is_far(paid[i].total, group, times, percent)) out.far.push_back(paid[i]);
      }
      if (!out.far.empty()) found.push_back(std::move(out));
    }
    first = last;
  }
  return found;
}

}  // namespace periksa::audit
