// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/facts/facts.h"

namespace periksa::audit {

/// A key seen in a record of a worker.
struct Sight {
  std::uint32_t ordinal = 0;
  facts::Spot spot;
  std::uint32_t place = 0;   // of the record among the worker's
  std::uint32_t source = 0;  // of the value, as a cell has it
};

/// The keys seen on all workers of a filing, a few dozen bytes each: they are only written down
/// while workers pass by, and sorted when all have. One thread's.
class Sightings {
 public:
  /// Keys of one worker come in the order of its records.
  void add(std::string_view key, const Sight& sight);
  void absorb(Sightings&& other);

  /// The sights of each key that at least `least` workers have, one a worker, by worker; the keys
  /// by their first workers, then by their text. Empties this.
  std::vector<std::vector<Sight>> shared(std::int64_t least);

 private:
  struct Entry {
    std::uint64_t hash = 0;
    std::uint64_t begin = 0;  // of the key in the pool
    std::uint32_t length = 0;
    Sight sight;
  };

  std::string_view key(const Entry& entry) const {
    return std::string_view(pool_).substr(entry.begin, entry.length);
  }
  void sort();
  /// The first sight of each worker in a group of entries with one key.
  static std::vector<Sight> by_worker(std::span<const Entry> group);

  std::string pool_;
  std::vector<Entry> entries_;
  std::array<Entry, 64> recent_{};  // keys that many workers have stand in the pool once or twice
};

}  // namespace periksa::audit
