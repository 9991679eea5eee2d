// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "auditor/audit/months_of_pay.h"
#include "auditor/results/results.h"

namespace periksa::audit {

/// What the figures of a cohort need of one worker: numbers only, as there may be hundreds of
/// thousands.
struct Placed {
  std::uint32_t ordinal = 0;
  std::array<std::int32_t, 3> groups{-1, -1, -1};  ///< codes by ruleset::kGroupings
  std::int64_t low = 0;                            ///< hundredths
  std::int64_t high = -1;                          ///< -1: no upper end
  Figured figured = Figured::figure;
};

/// With fewer figures than this a group shows only how many there are.
inline constexpr std::size_t kLeastFigures = 3;

/// Mean rounded half up, quartiles by nearest rank: the smallest end that at least a quarter, a
/// half, three quarters of all do not exceed. `open` more have no upper end: they rank last, and
/// what falls on them, and the mean, is absent. `ends` is sorted in place.
results::Spread spread(std::span<std::int64_t> ends, std::size_t open = 0);

/// All, then by country, by job, by sex, by country and job, each in the order of its codes;
/// workers of whom the code is not known stand first. `name` tells a grouping's code.
using CodeName = std::function<std::string(std::size_t grouping, std::int32_t code)>;
std::vector<results::Cohort> cohorts(std::span<const Placed> placed, const CodeName& name);

/// How the lower ends lie: nothing, up to a month, two, three, six, twelve, more.
std::vector<results::Measure::Bin> bins(std::span<const Placed> placed);

}  // namespace periksa::audit
