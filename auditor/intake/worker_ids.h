// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/facts/facts.h"

namespace periksa::intake {

/// The ids of the workers read, with their places; a few dozen bytes each.
class WorkerIds {
 public:
  struct Entry {
    std::uint64_t hash = 0;
    std::uint64_t begin = 0;  ///< of the id in the pool
    std::uint32_t length = 0;
    std::uint32_t ordinal = 0;
    facts::Spot at;
  };

  void add(std::string_view id, std::uint32_t ordinal, facts::Spot at);
  /// Takes over those of another thread.
  void add(const WorkerIds& other);
  /// To be called once all are added, before what follows.
  void sort();

  std::string_view id(const Entry& entry) const {
    return std::string_view(pool_).substr(entry.begin, entry.length);
  }
  /// The ordinal of the first worker with this id, or -1.
  std::int64_t find(std::string_view id) const;

  struct Repeat {
    Entry first;
    Entry again;
  };
  /// Each worker whose id an earlier one has, with the first that has it.
  std::vector<Repeat> repeats() const;

 private:
  std::string pool_;
  std::vector<Entry> entries_;
};

}  // namespace periksa::intake
