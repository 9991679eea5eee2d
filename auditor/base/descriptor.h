// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unistd.h>

namespace periksa {

/// An open file of the system, closed with the object; below zero for none.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
};

}  // namespace periksa
