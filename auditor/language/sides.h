// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "auditor/language/operand.h"

namespace periksa::language {

/// Totals of a list whose records several sides of a case have brought: the same payment may stand
/// there as the agency's receipt and as the worker's word. Records that were not joined by a key
/// may be one or may be two, so that the total is at least the largest that one side alone tells,
/// and at most that of all records. Nothing is ever added up across sides as if it were certain.
class Sides {
 public:
  void begin();
  /// A record's part of the total, and which sides tell of it.
  void add(std::uint16_t sides, std::int64_t low, std::int64_t high);
  void add(std::uint16_t sides, const MoneySum& amount);

  /// Whether some record may be another's other telling.
  bool overlap() const;
  /// Widens a total that was added up over all records.
  void widen(std::int64_t& low, std::int64_t& high) const;
  void widen(MoneySum& total) const;

 private:
  /// What a side tells for sure: of amounts above zero the least, of those below the most.
  struct Side {
    std::uint16_t bit = 0;
    std::int64_t least = 0;
    std::int64_t most = 0;
    MoneySum money;  // the same two by currency
  };

  void see(std::uint16_t sides);

  std::uint16_t any_ = 0;
  std::uint16_t all_ = 0xFFFF;
  std::vector<Side> sides_;
  Side together_;
};

}  // namespace periksa::language
