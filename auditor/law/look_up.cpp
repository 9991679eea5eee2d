// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <bit>
#include <set>

#include "auditor/law/limits.h"

namespace periksa::law {
namespace {

using Word = std::uint64_t;
using Words = std::vector<Word>;

constexpr std::size_t kFewWords = 32;

bool any(std::span<const Word> marks, std::size_t first, std::size_t count) {
  return std::ranges::any_of(marks.subspan(first, count), [](Word word) { return word != 0; });
}

/// What was seen of the combinations asked so far.
class Tally {
 public:
  explicit Tally(const Limit& limit) : limit_(limit), index_(limit.index) {}

  /// Counts combinations with these marks.
  void add(std::span<const Word> marks) {
    if (any(marks, index_.may(), index_.row_words)) {
      covered_ = true;
    } else if (any(marks, index_.inside(), index_.complete_words)) {
      inside_ = true;
    } else {
      outside_ = true;
    }
    uncertain_ = uncertain_ || meets_uncertain(marks);
    stale_ = stale_ || !is_fresh(marks);
  }

  Found result(std::span<const Word> rows) const {
    Found found;
    found.answer = answer();
    found.uncertain = uncertain_;
    found.stale = stale_;
    found.partly =
        found.answer == Found::Answer::unknown && (covered_ || (inside_ && limit_.listed));
    for (std::size_t w = 0; w < index_.row_words; ++w) {
      for (Word left = rows[w]; left != 0; left &= left - 1) {
        const auto& row = limit_.rows[w * 64 + static_cast<std::size_t>(std::countr_zero(left))];
        found.rows.push_back(&row);
        found.grade = std::max(found.grade, row.grade);
      }
    }
    return found;
  }

 private:
  bool meets_uncertain(std::span<const Word> marks) const {
    for (std::size_t w = 0; w < index_.row_words; ++w) {
      if ((marks[index_.may() + w] & ~marks[index_.sure() + w]) != 0) return true;
    }
    return false;
  }

  bool is_fresh(std::span<const Word> marks) const {
    if (any(marks, index_.fresh(), index_.complete_words)) return true;
    return !any(marks, index_.keyed(), index_.complete_words) && marks[index_.checked()] != 0;
  }

  Found::Answer answer() const {
    using enum Found::Answer;
    const bool open = outside_ || (inside_ && !limit_.listed);
    if (open || !(covered_ || inside_)) return unknown;
    if (covered_ && inside_) return depends;
    return covered_ ? rows : no_row;
  }

  const Limit& limit_;
  const LimitIndex& index_;
  bool covered_ = false;
  bool inside_ = false;   // no row, and complete
  bool outside_ = false;  // no row, and not complete
  bool uncertain_ = false;
  bool stale_ = false;
};

/// Visits all combinations axis by axis; those whose marks have become equal are one.
class Walk {
 public:
  Walk(const Limit& limit, std::span<const KeySet> keys, const KeySet& day)
      : index_(limit.index), tally_(limit), rows_(limit.index.row_words) {
    for (std::size_t k = 0; k < keys.size(); ++k) sets_.push_back(index_.axes[k].sets(keys[k]));
    sets_.push_back(index_.axes.back().sets(day));
  }

  Found run() {
    visit(0, Words(index_.words(), ~Word{0}));
    return tally_.result(rows_);
  }

 private:
  void visit(std::size_t axis, const Words& marks) {
    if (axis == sets_.size()) {
      tally_.add(marks);
      for (std::size_t w = 0; w < rows_.size(); ++w) rows_[w] |= marks[index_.may() + w];
      return;
    }
    std::set<Words> different;
    for (const auto set : sets_[axis]) {
      Words both(marks);
      const auto more = index_.axes[axis].marks(set);
      for (std::size_t w = 0; w < both.size(); ++w) both[w] &= more[w];
      different.insert(std::move(both));
    }
    for (const auto& next : different) visit(axis + 1, next);
  }

  const LimitIndex& index_;
  Tally tally_;
  Words rows_;
  std::vector<std::vector<std::size_t>> sets_;
};

/// One combination only: its marks are read in place.
Found find_one(const Limit& limit, std::span<const KeySet> keys, std::int64_t day) {
  const LimitIndex& index = limit.index;
  std::array<Word, kFewWords> room;
  const std::span<Word> marks(room.data(), index.words());
  std::ranges::copy(index.axes.back().at(day), marks.begin());
  for (std::size_t k = 0; k < keys.size(); ++k) {
    const auto more = index.axes[k].at(keys[k].first());
    for (std::size_t w = 0; w < marks.size(); ++w) marks[w] &= more[w];
  }
  Tally tally(limit);
  tally.add(marks);
  return tally.result(marks);
}

}  // namespace

Found look_up(const Limit& limit, std::span<const KeySet> keys, const KeySet& day) {
  const bool one = day.single() && std::ranges::all_of(keys, &KeySet::single);
  if (one && limit.index.words() <= kFewWords) return find_one(limit, keys, day.first());
  return Walk(limit, keys, day).run();
}

}  // namespace periksa::law
