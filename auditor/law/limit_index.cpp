// SPDX-License-Identifier: Apache-2.0
#include "auditor/law/limit_index.h"

#include <algorithm>
#include <map>

#include "auditor/law/limits.h"

namespace periksa::law {
namespace {

constexpr std::size_t kWord = 64;
constexpr std::int64_t kNoEnd = Axis::Mark().high;

using Marks = std::vector<Axis::Mark>;
using Values = std::vector<std::int64_t>;

std::size_t words_for(std::size_t bits) {
  return (bits + kWord - 1) / kWord;
}

/// The values of one key; none given means any.
void mark_values(Marks& marks, std::size_t bit, const Values& values) {
  if (values.empty()) marks.push_back({.bit = bit});
  for (const auto value : values) marks.push_back({bit, value, value + 1});
}

void mark_days(Marks& marks, std::size_t bit, Date from, Date to) {
  if (from < to) marks.push_back({bit, from.days(), to.days()});
}

void mark_until(Marks& marks, std::size_t bit, Date last) {
  marks.push_back({.bit = bit, .high = std::int64_t{last.days()} + 1});
}

Axis key_axis(const LimitIndex& index, const Limit& limit, std::size_t key) {
  Marks marks{{.bit = index.checked() * kWord}};
  for (std::size_t r = 0; r < limit.rows.size(); ++r) {
    mark_values(marks, index.may() * kWord + r, limit.rows[r].keys[key]);
    mark_values(marks, index.sure() * kWord + r, limit.rows[r].keys[key]);
  }
  for (std::size_t c = 0; c < limit.complete.size(); ++c) {
    for (const auto group : {index.inside(), index.fresh(), index.keyed()}) {
      mark_values(marks, group * kWord + c, limit.complete[c].keys[key]);
    }
  }
  return {index.words(), marks};
}

Axis day_axis(const LimitIndex& index, const Limit& limit) {
  Marks marks;
  mark_until(marks, index.checked() * kWord, limit.checked_until);
  for (std::size_t r = 0; r < limit.rows.size(); ++r) {
    const Window& window = limit.rows[r].window;
    mark_days(marks, index.may() * kWord + r, window.from, window.to);
    mark_days(marks, index.sure() * kWord + r, window.sure_from, window.sure_to);
  }
  for (std::size_t c = 0; c < limit.complete.size(); ++c) {
    const Complete& complete = limit.complete[c];
    mark_days(marks, index.inside() * kWord + c, complete.from, complete.end());
    mark_until(marks, index.fresh() * kWord + c, complete.checked_until);
    marks.push_back({.bit = index.keyed() * kWord + c});
  }
  return {index.words(), marks};
}

}  // namespace

Axis::Axis(std::size_t words, std::span<const Mark> marks) : words_(words) {
  starts_.push_back(std::numeric_limits<std::int64_t>::min());
  for (const auto& mark : marks) {
    starts_.push_back(mark.low);
    if (mark.high != kNoEnd) starts_.push_back(mark.high);
  }
  std::ranges::sort(starts_);
  starts_.erase(std::ranges::unique(starts_).begin(), starts_.end());
  std::vector<std::vector<std::uint64_t>> pieces(starts_.size(), std::vector<std::uint64_t>(words));
  for (const auto& mark : marks) {
    const std::size_t end = mark.high == kNoEnd ? pieces.size() : piece(mark.high);
    for (std::size_t p = piece(mark.low); p < end; ++p) {
      pieces[p][mark.bit / kWord] |= std::uint64_t{1} << (mark.bit % kWord);
    }
  }
  std::map<std::vector<std::uint64_t>, std::size_t> known;
  for (const auto& bits : pieces) {
    const auto [found, fresh] = known.emplace(bits, known.size());
    if (fresh) marks_.insert(marks_.end(), bits.begin(), bits.end());
    set_of_.push_back(found->second);
  }
}

std::size_t Axis::piece(std::int64_t value) const {
  const auto after = std::ranges::upper_bound(starts_, value);
  return static_cast<std::size_t>(after - starts_.begin()) - 1;
}

std::vector<std::size_t> Axis::sets(const KeySet& keys) const {
  std::vector<std::size_t> found;
  for (const auto value : keys.values) found.push_back(set_of_[piece(value)]);
  if (keys.values.empty() && keys.low <= keys.high) {
    const auto at = [&](std::int64_t value) {
      return set_of_.begin() + static_cast<std::ptrdiff_t>(piece(value));
    };
    found.assign(at(keys.low), at(keys.high) + 1);
  }
  std::ranges::sort(found);
  found.erase(std::ranges::unique(found).begin(), found.end());
  return found;
}

LimitIndex::LimitIndex(const Limit& limit)
    : row_words(words_for(limit.rows.size())), complete_words(words_for(limit.complete.size())) {
  for (std::size_t key = 0; key < limit.keys.size(); ++key) {
    axes.push_back(key_axis(*this, limit, key));
  }
  axes.push_back(day_axis(*this, limit));
}

}  // namespace periksa::law
