// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace periksa::bench {

/// SplitMix64: the same numbers on every machine, so that a size and a seed name one filing.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
  }
  /// One of 0 … count - 1.
  std::uint32_t below(std::uint32_t count) { return static_cast<std::uint32_t>(next() % count); }

 private:
  std::uint64_t state_;
};

}  // namespace periksa::bench
