// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/boundary_search.h"

#include <algorithm>

namespace periksa::audit {
namespace {

/// Doublings of a step: days over two centuries, amounts up to those the law knows.
int doublings(facts::Type type) {
  return type == facts::Type::date ? 16 : 42;
}

int sign(std::int64_t value) {
  return value < 0 ? -1 : value > 0 ? 1 : 0;
}

}  // namespace

std::optional<std::int64_t> BoundarySearch::at(std::int64_t value) {
  const auto [known, first] = known_.try_emplace(value);
  if (first) known->second = difference_(value);
  return known->second;
}

std::vector<std::int64_t> BoundarySearch::run() {
  const auto met = meeting();
  if (!met) return passing_;
  const std::int64_t low = last_equal(*met, -1);
  const std::int64_t high = last_equal(*met, 1);
  std::vector<std::int64_t> values;
  if (at(low - step_)) values.push_back(low - step_);
  values.push_back(low);
  if (high != low) values.push_back(high);
  if (at(high + step_)) values.push_back(high + step_);
  return values;
}

std::optional<std::int64_t> BoundarySearch::meeting() {
  const auto here = at(lever_.value);
  if (!here) return std::nullopt;
  if (*here == 0) return lever_.value;
  const std::int64_t guess = lever_.left ? lever_.value - *here : lever_.value + *here;
  if (at(guess) == 0) return guess;
  if (lever_.direct) return std::nullopt;
  for (const int direction : {1, -1}) {
    if (const auto met = bracket(direction)) return met;
    if (!passing_.empty()) break;
  }
  return std::nullopt;
}

/// Goes away from the present value in growing strides until the sides have met or passed.
std::optional<std::int64_t> BoundarySearch::bracket(int direction) {
  const int from = sign(*at(lever_.value));
  std::int64_t before = lever_.value;
  for (int i = 0; i < doublings(lever_.type); ++i) {
    const std::int64_t next = lever_.value + direction * (step_ << i);
    const auto there = at(next);
    if (!there) return std::nullopt;
    if (*there == 0) return next;
    if (sign(*there) != from) return halve(before, next);
    before = next;
  }
  return std::nullopt;
}

std::optional<std::int64_t> BoundarySearch::halve(std::int64_t before, std::int64_t after) {
  while (before + step_ < after || after + step_ < before) {
    const std::int64_t middle = before + (after - before) / step_ / 2 * step_;
    const auto there = at(middle);
    if (!there) return std::nullopt;
    if (*there == 0) return middle;
    (sign(*there) == sign(*at(before)) ? before : after) = middle;
  }
  passing_ = {std::min(before, after), std::max(before, after)};
  return std::nullopt;
}

/// The sides of an age stay equal for a year: the last value of the stretch in one direction.
std::int64_t BoundarySearch::last_equal(std::int64_t value, int direction) {
  std::int64_t equal = value;
  std::int64_t stride = step_ * direction;
  for (int i = 0; i < doublings(lever_.type) && at(equal + stride) == 0; ++i) {
    equal += stride;
    stride *= 2;
  }
  for (; stride != 0; stride = stride / step_ / 2 * step_) {
    if (at(equal + stride) == 0) equal += stride;
  }
  return equal;
}

}  // namespace periksa::audit
