// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <limits>
#include <optional>

#include "auditor/law/limits.h"

// Small generated tables, asked everything that can be asked of them, against the definition of
// Found written as loops over single combinations.
namespace periksa::law {
BOOST_AUTO_TEST_SUITE(look_up_exhaustive)
namespace {

using Values = std::vector<std::int64_t>;

constexpr int kValues = 4;  // of a key; the tables name only 0 to 2
constexpr int kDays = 6;    // asked; the tables name -1 to 6

/// A small fixed generator: the same tables on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15U + 1) {}
  int below(int n) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<int>((state_ >> 33) % static_cast<std::uint64_t>(n));
  }

 private:
  std::uint64_t state_;
};

std::vector<Values> some_keys(Dice& dice, std::size_t count) {
  std::vector<Values> keys(count);
  for (auto& key : keys) {
    if (dice.below(3) == 0) continue;  // any
    for (int v = 0; v < kValues - 1; ++v) {
      if (dice.below(2) == 0) key.push_back(v);
    }
  }
  return keys;
}

Window some_window(Dice& dice) {
  const int from = dice.below(kDays) - 1;
  const int to = from + 1 + dice.below(kDays - from);
  const int sure_from = from + dice.below(to - from + 1);
  const int sure_to = sure_from + dice.below(to - sure_from + 1);
  if (dice.below(2) == 0) return {Date(from), Date(to), Date(from), Date(to)};
  return {Date(from), Date(to), Date(sure_from), Date(sure_to)};
}

Limit some_limit(std::uint64_t seed, std::size_t keys, int most_rows) {
  Dice dice(seed);
  Limit limit;
  limit.listed = dice.below(3) != 0;
  limit.keys.resize(keys);
  for (int n = dice.below(most_rows + 1); n > 0; --n) {
    LimitRow row;
    row.keys = some_keys(dice, keys);
    row.window = some_window(dice);
    row.value = n;
    row.grade = static_cast<Grade>(dice.below(5));
    limit.rows.push_back(std::move(row));
  }
  for (int n = 1 + dice.below(3); n > 0; --n) {
    const Window window = some_window(dice);
    const Date checked = window.from.plus_days(dice.below(kDays));
    limit.complete.push_back({window.from, window.to, checked, some_keys(dice, keys)});
    limit.checked_until = std::max(limit.checked_until, checked);
  }
  limit.index = LimitIndex(limit);
  return limit;
}

/// The definition, one combination at a time.
class Plain {
 public:
  Plain(const Limit& limit, const std::vector<KeySet>& keys, const KeySet& day)
      : limit_(limit), keys_(keys), rows_(limit.rows.size()) {
    for (int d = -2; d < kDays + 2; ++d) {
      if (day.may_be(d)) each_key({}, Date(d));
    }
  }

  void compare(const Found& found) const {
    BOOST_TEST((found.answer == answer()));
    BOOST_TEST(found.uncertain == uncertain_);
    BOOST_TEST(found.stale == stale_);
    std::vector<const LimitRow*> rows;
    Grade grade = Grade::verified;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (!rows_[r]) continue;
      rows.push_back(&limit_.rows[r]);
      grade = std::max(grade, limit_.rows[r].grade);
    }
    BOOST_TEST((found.grade == grade));
    BOOST_TEST(std::ranges::equal(found.rows, rows));
    const bool some = listed_ > 0 || (limit_.listed && not_listed_ > 0);
    BOOST_TEST(found.partly == (found.answer == Found::Answer::unknown && some));
  }

 private:
  static bool takes(const std::vector<Values>& keys, const Values& values) {
    for (std::size_t k = 0; k < keys.size(); ++k) {
      if (!keys[k].empty() && std::ranges::find(keys[k], values[k]) == keys[k].end()) return false;
    }
    return true;
  }

  void each_key(const Values& values, Date day) {
    if (values.size() == keys_.size()) return one(values, day);
    for (std::int64_t v = -1; v < kValues; ++v) {
      if (!keys_[values.size()].may_be(v)) continue;
      Values more(values);
      more.push_back(v);
      each_key(more, day);
    }
  }

  void one(const Values& values, Date day) {
    bool row_found = false;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      const auto& row = limit_.rows[r];
      if (!takes(row.keys, values) || !row.window.may_hold(day)) continue;
      row_found = rows_[r] = true;
      if (!row.window.surely_holds(day)) uncertain_ = true;
    }
    bool inside = false;
    std::optional<Date> checked;
    for (const auto& complete : limit_.complete) {
      if (!takes(complete.keys, values)) continue;
      checked = std::max(checked.value_or(complete.checked_until), complete.checked_until);
      if (complete.from <= day && day < complete.to && day <= complete.checked_until) inside = true;
    }
    if (day > checked.value_or(limit_.checked_until)) stale_ = true;
    ++(row_found ? listed_ : inside ? not_listed_ : nothing_);
  }

  Found::Answer answer() const {
    using enum Found::Answer;
    if (!limit_.listed) return listed_ > 0 && not_listed_ + nothing_ == 0 ? rows : unknown;
    if (nothing_ > 0 || listed_ + not_listed_ == 0) return unknown;
    if (listed_ > 0 && not_listed_ > 0) return depends;
    return listed_ > 0 ? rows : no_row;
  }

  const Limit& limit_;
  const std::vector<KeySet>& keys_;
  std::vector<bool> rows_;
  bool uncertain_ = false;
  bool stale_ = false;
  int listed_ = 0;
  int not_listed_ = 0;
  int nothing_ = 0;
};

/// Every non-empty set of 0 to n-1 as values, then every range; the values stand in `room`.
std::vector<KeySet> all_sets(int n, bool subsets, std::vector<Values>& room) {
  std::vector<KeySet> sets;
  room.clear();
  for (unsigned bits = 1; subsets && bits < 1U << n; ++bits) {
    room.emplace_back();
    for (int v = n - 1; v >= 0; --v) {
      if ((bits >> v & 1U) != 0) room.back().push_back(v);
    }
  }
  for (const auto& values : room) sets.push_back({.values = values});
  for (int low = -1; low < n; ++low) {
    for (int high = low; high < n; ++high) sets.push_back({.low = low, .high = high});
  }
  return sets;
}

void ask_everything(const Limit& limit, bool day_subsets) {
  std::vector<Values> key_room;
  std::vector<Values> day_room;
  const auto key_sets = all_sets(kValues, true, key_room);
  const auto days = all_sets(kDays, day_subsets, day_room);
  std::size_t combinations = 1;
  for (std::size_t k = 0; k < limit.keys.size(); ++k) combinations *= key_sets.size();
  for (std::size_t c = 0; c < combinations; ++c) {
    std::vector<KeySet> keys;
    for (std::size_t k = 0, rest = c; k < limit.keys.size(); ++k, rest /= key_sets.size()) {
      keys.push_back(key_sets[rest % key_sets.size()]);
    }
    for (const auto& day : days) Plain(limit, keys, day).compare(look_up(limit, keys, day));
  }
}

BOOST_AUTO_TEST_CASE(tables_without_keys_answer_as_defined) {
  for (std::uint64_t seed = 0; seed < 120; ++seed) ask_everything(some_limit(seed, 0, 4), true);
}

BOOST_AUTO_TEST_CASE(tables_with_one_key_answer_as_defined) {
  for (std::uint64_t seed = 0; seed < 80; ++seed) ask_everything(some_limit(seed, 1, 5), false);
}

BOOST_AUTO_TEST_CASE(tables_with_two_keys_answer_as_defined) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) ask_everything(some_limit(seed, 2, 6), false);
}

BOOST_AUTO_TEST_CASE(a_table_too_large_for_the_short_way_answers_the_same) {
  for (std::uint64_t seed = 0; seed < 2; ++seed) {
    Limit limit = some_limit(seed, 1, 5);
    for (int n = 0; n < 1200; ++n) {
      const Date from(n % 50 == 0 ? n % kDays : 90);
      LimitRow row;
      row.keys = {{n % (kValues - 1)}};
      row.window = {from, from.plus_days(1), from, from.plus_days(1)};
      limit.rows.push_back(std::move(row));
    }
    limit.index = LimitIndex(limit);
    BOOST_TEST_REQUIRE(limit.index.words() > 32U);
    for (int v = 0; v < kValues; ++v) {
      for (int d = 0; d < kDays; ++d) {
        const std::vector<KeySet> keys{{.low = v, .high = v}};
        const KeySet day{.low = d, .high = d};
        Plain(limit, keys, day).compare(look_up(limit, keys, day));
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace periksa::law
