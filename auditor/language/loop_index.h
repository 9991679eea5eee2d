// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "auditor/language/reliance.h"

namespace periksa::facts {
class Facts;
}

namespace periksa::language {

struct Instruction;

/// The records of one collection that a loop's filter lets reach its key (LoopKey), by the value of
/// the key field.
struct LoopIndex {
  std::unordered_map<std::int64_t, std::vector<std::uint32_t>> rows;  // ascending
  std::vector<std::uint32_t> unsure;  // whose value is not one known record or code; ascending
  Reliance reliance;                  // of telling all that
  bool reached = false;               // whether any record reached the key

  /// The records that may have this value, ascending; `room` is used if they stand in two lists.
  std::span<const std::uint32_t> with(std::int64_t value, std::vector<std::uint32_t>& room) const;
};

/// What was found of loops over facts that do not change as long as this lives: whoever gives it to
/// an evaluator promises that for the filing and for the workers of the environment. One thread's.
class LoopIndexes {
 public:
  const LoopIndex* find(const Instruction* loop, const facts::Facts* facts) const;
  const LoopIndex& add(const Instruction* loop, const facts::Facts* facts, LoopIndex index);

 private:
  std::map<std::pair<const Instruction*, const facts::Facts*>, LoopIndex> indexes_;
};

}  // namespace periksa::language
