// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/cohort.h"

#include <algorithm>
#include <numeric>

#include "auditor/base/wide.h"

namespace periksa::audit {
namespace {

/// Which of country, job and sex make a group.
struct Grouping {
  std::string_view by;
  std::array<bool, 3> of;
};
constexpr std::array<Grouping, 5> kGroups{{{"all", {false, false, false}},
                                           {"country", {true, false, false}},
                                           {"job", {false, true, false}},
                                           {"sex", {false, false, true}},
                                           {"country-job", {true, true, false}}}};

using Key = std::array<std::int32_t, 3>;

Key key_of(const Placed& worker, const Grouping& grouping) {
  Key key{-2, -2, -2};
  for (std::size_t i = 0; i < key.size(); ++i) {
    if (grouping.of.at(i)) key.at(i) = worker.groups.at(i);
  }
  return key;
}

results::Cohort count(std::span<const Placed* const> members) {
  results::Cohort cohort;
  std::vector<std::int64_t> low;
  std::vector<std::int64_t> high;
  for (const Placed* worker : members) {
    ++cohort.placed;
    const bool figure = worker->figured == Figured::figure;
    low.push_back(figure ? worker->low : 0);
    if (figure && worker->high >= 0) high.push_back(worker->high);
    if (!figure) {
      ++cohort.without[std::string(to_string(worker->figured))];
      continue;
    }
    ++cohort.figures;
    if (worker->high < 0) ++cohort.open;
    if (worker->high == 0) ++cohort.zero;
  }
  if (cohort.figures < kLeastFigures) return cohort;
  cohort.low = spread(low);
  cohort.high = spread(high, low.size() - high.size());
  return cohort;
}

}  // namespace

results::Spread spread(std::span<std::int64_t> ends, std::size_t open) {
  std::ranges::sort(ends);
  const auto rank = [&](std::size_t quarter) {
    const std::size_t at = ((ends.size() + open) * quarter + 3) / 4 - 1;
    return at < ends.size() ? std::optional(ends[at]) : std::nullopt;
  };
  results::Spread spread{{}, rank(1), rank(2), rank(3)};
  if (open > 0) return spread;
  const auto n = static_cast<Wide>(ends.size());
  const Wide sum = std::accumulate(ends.begin(), ends.end(), Wide{0});
  const Wide rest = sum % n;
  spread.mean = static_cast<std::int64_t>(sum / n + (rest >= n - rest ? 1 : 0));
  return spread;
}

std::vector<results::Cohort> cohorts(std::span<const Placed> placed, const CodeName& name) {
  std::vector<results::Cohort> all;
  std::vector<const Placed*> order(placed.size());
  for (std::size_t i = 0; i < placed.size(); ++i) order[i] = &placed[i];
  for (const Grouping& grouping : kGroups) {
    const auto key = [&](const Placed* worker) { return key_of(*worker, grouping); };
    std::ranges::stable_sort(order, {}, key);
    for (auto first = order.begin(); first != order.end();) {
      const Key group = key(*first);
      const auto last =
          std::find_if(first, order.end(), [&](const Placed* x) { return key(x) != group; });
      results::Cohort cohort = count({first, last});
      cohort.by = grouping.by;
      const auto code = [&](std::size_t i) {
        return group.at(i) < 0 ? std::string() : name(i, group.at(i));
      };
      cohort.country = code(0);
      cohort.job = code(1);
      cohort.sex = code(2);
      all.push_back(std::move(cohort));
      first = last;
    }
  }
  return all;
}

std::vector<results::Measure::Bin> bins(std::span<const Placed> placed) {
  std::vector<results::Measure::Bin> all{
      {-1, 0, 0},    {0, 100, 0},    {100, 200, 0},          {200, 300, 0},
      {300, 600, 0}, {600, 1200, 0}, {1200, std::nullopt, 0}};
  std::size_t figures = 0;
  for (const Placed& worker : placed) {
    if (worker.figured != Figured::figure) continue;
    ++figures;
    const auto bin =
        std::ranges::find_if(all, [&](const auto& x) { return !x.to || worker.low <= *x.to; });
    ++bin->count;
  }
  if (figures < kLeastFigures) all.clear();
  return all;
}

}  // namespace periksa::audit
