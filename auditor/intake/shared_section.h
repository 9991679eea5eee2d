// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "auditor/intake/input.h"
#include "auditor/intake/reporter.h"

namespace periksa::intake {

/// Collects the elements before the first worker into one text in which each stands at its line and
/// column; what was between them (blanks and comments) becomes blanks.
class SharedSection {
 public:
  void begin(facts::Spot first) { first_ = end_ = first; }
  void append(const Slice& element);
  Slice slice() const { return {text_, first_}; }
  std::size_t size() const { return text_.size(); }
  void clear() { text_ = {}; }

 private:
  std::string text_;
  facts::Spot first_;
  facts::Spot end_;
};

}  // namespace periksa::intake
