// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <type_traits>
#include <vector>

namespace periksa {

/// A list of plain values that is nearly always short: the first `kRoom` stand in the object
/// itself, so that the common case allocates nothing.
template <class T, std::size_t kRoom>
class Few {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  Few() = default;
  Few(std::initializer_list<T> values) {
    for (const T& value : values) push_back(value);
  }

  void push_back(const T& value) {
    if (size_ < kRoom) {
      few_[size_] = value;
    } else {
      if (size_ == kRoom) many_.assign(few_.begin(), few_.end());
      many_.push_back(value);
    }
    ++size_;
  }

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  T* begin() { return size_ > kRoom ? many_.data() : few_.data(); }
  T* end() { return begin() + size_; }
  const T* begin() const { return size_ > kRoom ? many_.data() : few_.data(); }
  const T* end() const { return begin() + size_; }
  T& operator[](std::size_t index) { return begin()[index]; }
  const T& operator[](std::size_t index) const { return begin()[index]; }
  const T& front() const { return *begin(); }

 private:
  std::array<T, kRoom> few_{};
  std::vector<T> many_;  // all of them, once there are more
  std::size_t size_ = 0;
};

}  // namespace periksa
