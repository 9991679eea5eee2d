// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>

#include "auditor/audit/fact_lever.h"

namespace periksa::audit {

/// Looks for the values of one fact at which a comparison's two sides meet. `difference(value)` is
/// left minus right with that value, or nothing where no such filing can be judged.
class BoundarySearch {
 public:
  using Difference = std::function<std::optional<std::int64_t>(std::int64_t value)>;

  BoundarySearch(const Lever& lever, std::int64_t step, Difference difference)
      : lever_(lever), step_(step), difference_(std::move(difference)) {}

  /// The least and the greatest value around the meeting, and one step beyond either; each only if
  /// it can be judged. Where the sides pass each other without meeting, the two values around that.
  /// Empty: no value of this fact brings them together.
  std::vector<std::int64_t> run();

 private:
  std::optional<std::int64_t> at(std::int64_t value);
  std::optional<std::int64_t> meeting();
  std::optional<std::int64_t> bracket(int direction);
  std::optional<std::int64_t> halve(std::int64_t before, std::int64_t after);
  std::int64_t last_equal(std::int64_t value, int direction);

  const Lever& lever_;
  std::int64_t step_;
  Difference difference_;
  std::map<std::int64_t, std::optional<std::int64_t>> known_;
  std::vector<std::int64_t> passing_;
};

}  // namespace periksa::audit
