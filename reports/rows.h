// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "auditor/results/results.h"

namespace periksa::reports {

/// The facts of a document as numbered rows, in the order in which they stand in the files.
class Rows {
 public:
  explicit Rows(const std::vector<results::Fact>& facts);

  /// Indexes of facts, first row first.
  const std::vector<std::size_t>& order() const { return order_; }
  /// The row of a fact, counted from 1.
  std::size_t number(std::size_t fact) const { return number_[fact]; }

 private:
  std::vector<std::size_t> order_;
  std::vector<std::size_t> number_;
};

}  // namespace periksa::reports
