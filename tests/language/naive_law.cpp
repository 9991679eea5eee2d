// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <set>

#include "tests/language/naive.h"

namespace periksa::language::test {
namespace {

/// All values there are, one for each of a set's, or nothing for none.
std::vector<std::int64_t> points(const Values& values, const std::set<std::int64_t>& marks) {
  std::set<std::int64_t> all;
  for (const Span& span : values.spans) {
    if (!std::isinf(span.low)) all.insert(static_cast<std::int64_t>(span.low));
    if (!std::isinf(span.high)) all.insert(static_cast<std::int64_t>(span.high));
    for (const auto mark : marks) {
      const auto day = static_cast<Number>(mark);
      if (day >= span.low && day <= span.high) all.insert(mark);
    }
  }
  return {all.begin(), all.end()};
}

/// The values at which anything of a table changes, and their neighbours.
std::set<std::int64_t> day_marks(const law::Limit& limit) {
  std::set<std::int64_t> marks;
  const auto add = [&](Date day) {
    for (const int near : {-1, 0, 1}) marks.insert(day.days() + near);
  };
  for (const auto& row : limit.rows) {
    for (const Date day : {row.window.from, row.window.to}) add(day);
  }
  for (const auto& complete : limit.complete) {
    for (const Date day : {complete.from, complete.to, complete.checked_until}) add(day);
  }
  return marks;
}

std::set<std::int64_t> key_marks(const law::Limit& limit, std::size_t key) {
  std::set<std::int64_t> marks;
  for (const auto& row : limit.rows) {
    for (const auto value : row.keys[key]) marks.insert({value - 1, value, value + 1});
  }
  return marks;
}

bool takes(const std::vector<std::vector<std::int64_t>>& keys,
           const std::vector<std::int64_t>& combination) {
  for (std::size_t k = 0; k < keys.size(); ++k) {
    if (!keys[k].empty() && std::ranges::count(keys[k], combination[k]) == 0) return false;
  }
  return true;
}

}  // namespace

Naive::Answers Naive::look_up(const Node& node) {
  const auto& limit = limits_.at(node.limit_index);
  std::vector<std::vector<std::int64_t>> axes;
  Answers answers;
  for (std::size_t i = 0; i <= limit.keys.size(); ++i) {
    const bool is_day = i == limit.keys.size();
    const Values asked =
        is_day && !node.has_day ? of_operand(environment_.event) : value(node.parts[i]);
    if (asked.none) answers.some_unknown = true;
    axes.push_back(points(asked, is_day ? day_marks(limit) : key_marks(limit, i)));
    if (axes.back().empty()) answers.some_unknown = true;
  }
  std::vector<std::vector<std::int64_t>> combinations{{}};
  for (const auto& axis : axes) {
    std::vector<std::vector<std::int64_t>> longer;
    for (const auto& one : combinations) {
      for (const auto value : axis) {
        longer.push_back(one);
        longer.back().push_back(value);
      }
    }
    combinations = std::move(longer);
  }
  for (const auto& one : combinations) {
    const Date day(static_cast<std::int32_t>(one.back()));
    bool has = false;
    for (const auto& row : limit.rows) {
      if (!takes(row.keys, one) || !row.window.may_hold(day)) continue;
      has = true;
      answers.rows.push_back(&row);
    }
    const bool complete = std::ranges::any_of(limit.complete, [&](const law::Complete& c) {
      return takes(c.keys, one) && c.from <= day && day < c.to && day <= c.checked_until;
    });
    answers.some_have = answers.some_have || has;
    answers.some_surely_not = answers.some_surely_not || (!has && complete);
    answers.some_unknown = answers.some_unknown || (!has && !complete);
  }
  return answers;
}

Truth Naive::listed(const Node& node) {
  const Answers answers = look_up(node);
  if (answers.some_unknown || (answers.some_have && answers.some_surely_not)) return Truth::unknown;
  return answers.some_have ? Truth::yes : Truth::no;
}

Values Naive::limit(const Node& node) {
  const auto& limit = limits_.at(node.limit_index);
  const Answers answers = look_up(node);
  if (answers.some_unknown || answers.some_surely_not) {
    return Values::anything(limit.type == facts::Type::money ? kAnyCurrency : 0);
  }
  Values made;
  for (const auto* row : answers.rows) {
    const auto value = static_cast<Number>(row->value);
    made.spans.push_back({value, value, limit.type == facts::Type::money ? row->unit : 0});
  }
  return made;
}

}  // namespace periksa::language::test
