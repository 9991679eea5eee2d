// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "bench/random.h"

namespace periksa::bench {

/// What is made: the same numbers give the same bytes.
struct Wish {
  std::uint32_t workers = 0;
  std::uint32_t defects = 0;  ///< every so many workers one with breaches; 0 = none
  std::uint64_t seed = 1;
};

/// Writes a filing as an agency in good order would hand it in, every person and number invented:
/// an agency, one employer, partner, job order and permit for each `kGroup` workers, and for each
/// worker all papers the rules ask for. Given out worker by worker.
class MadeFiling {
 public:
  using Write = std::function<void(std::string_view)>;
  static constexpr std::uint32_t kGroup = 40;

  MadeFiling(const Wish& wish, Write write) : wish_(wish), write_(std::move(write)) {}

  void write();

 private:
  std::uint32_t groups() const { return (wish_.workers + kGroup - 1) / kGroup; }

  void agency();
  void group(std::uint32_t number);
  void collections();

  Wish wish_;
  Write write_;
};

}  // namespace periksa::bench
