// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "auditor/facts/facts.h"

namespace periksa::audit {

/// What one worker paid, in minor units of one currency.
struct Paid {
  std::array<std::int64_t, 2> by{};  // what makes workers alike: codes, such as job and destination
  std::uint16_t unit = 0;
  std::int64_t total = 0;
  std::uint32_t ordinal = 0;
  facts::Spot spot;
};

/// The middle of a group's totals and how far they usually lie from it, exactly: twice the median
/// and four times the median absolute deviation, so that groups of even size need no halves.
struct Middle {
  std::int64_t median2 = 0;
  std::int64_t deviation4 = 0;
};
/// Precondition: not empty, and no total beyond 10^18.
Middle middle(std::span<const std::int64_t> totals);

/// Whether a total lies further from the median than `times` deviations and also by at least
/// `percent` of it; the second keeps groups that paid alike to the rupiah from telling trifles.
bool is_far(std::int64_t total, const Middle& middle, std::int64_t times, std::int64_t percent);

/// Those of one group who paid unlike the others.
struct Outlying {
  std::array<std::int64_t, 2> by{};
  std::uint16_t unit = 0;
  std::int64_t median = 0;  // rounded down to a minor unit
  std::size_t compared = 0;
  std::vector<Paid> far;  // by ordinal
};

/// Sorts the totals into groups of one currency and finds who is far, in groups of at least `least`
/// workers; groups by their keys. Whatever the order of `paid`, the same comes out.
std::vector<Outlying> outlying(std::vector<Paid> paid, std::int64_t least, std::int64_t times,
                               std::int64_t percent);

}  // namespace periksa::audit
