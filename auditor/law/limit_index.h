// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "auditor/law/key_set.h"

namespace periksa::law {

struct Limit;

/// One dimension of a table, a key or the days, cut where anything changes. Each piece has a set of
/// marks (bits): the rows and completeness statements that take its values. Pieces with the same
/// marks share them, so they count as one when a look-up ranges over many values.
class Axis {
 public:
  /// A mark set for the values of [low, high); the largest number as `high` means no end.
  struct Mark {
    std::size_t bit = 0;
    std::int64_t low = std::numeric_limits<std::int64_t>::min();
    std::int64_t high = std::numeric_limits<std::int64_t>::max();
  };

  Axis(std::size_t words, std::span<const Mark> marks);

  /// The marks of a value.
  std::span<const std::uint64_t> at(std::int64_t value) const {
    return marks(set_of_[piece(value)]);
  }
  /// The marks of one of the sets that `sets` names.
  std::span<const std::uint64_t> marks(std::size_t set) const {
    return {marks_.data() + set * words_, words_};
  }
  /// The different sets of marks the values of `keys` may have, ascending; none if it has no value.
  std::vector<std::size_t> sets(const KeySet& keys) const;

 private:
  std::size_t piece(std::int64_t value) const;

  std::size_t words_;
  std::vector<std::int64_t> starts_;  // ascending; piece i is [starts_[i], starts_[i + 1])
  std::vector<std::size_t> set_of_;   // by piece
  std::vector<std::uint64_t> marks_;  // `words_` for each set
};

/// All of a limit's axes, made once when the limit is complete. Marks stand in groups that begin at
/// a word: a combination of values has the marks all its axes agree on.
struct LimitIndex {
  LimitIndex() = default;
  explicit LimitIndex(const Limit& limit);

  std::size_t row_words = 0;
  std::size_t complete_words = 0;
  std::vector<Axis> axes;  // one per key, then the days

  // First words of the groups.
  std::size_t may() const { return 0; }                 // row may hold
  std::size_t sure() const { return row_words; }        // row surely holds
  std::size_t inside() const { return 2 * row_words; }  // statement of completeness holds
  std::size_t fresh() const { return inside() + complete_words; }  // its checked-until not passed
  std::size_t keyed() const { return fresh() + complete_words; }   // it speaks of these keys
  std::size_t checked() const {
    return keyed() + complete_words;
  }  // Limit::checked_until not passed
  std::size_t words() const { return checked() + 1; }
};

}  // namespace periksa::law
