// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace periksa::law {

struct LimitRow;

/// The rows a look-up found, in the table's order. Up to four stand in the object itself, so that
/// the common look-up allocates nothing; the rows belong to their Limit.
class RowList {
 public:
  void push_back(const LimitRow* row) {
    if (size_ < few_.size()) few_[size_] = row;
    if (size_ == few_.size()) many_.assign(few_.begin(), few_.end());
    if (size_ >= few_.size()) many_.push_back(row);
    ++size_;
  }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const LimitRow* const* begin() const { return size_ > few_.size() ? many_.data() : few_.data(); }
  const LimitRow* const* end() const { return begin() + size_; }
  const LimitRow* operator[](std::size_t index) const { return begin()[index]; }
  const LimitRow* front() const { return *begin(); }

 private:
  std::array<const LimitRow*, 4> few_{};
  std::vector<const LimitRow*> many_;  // all of them, once there are more than four
  std::size_t size_ = 0;
};

}  // namespace periksa::law
