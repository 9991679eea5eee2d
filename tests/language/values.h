// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <vector>

#include "auditor/facts/vocabulary.h"
#include "auditor/language/ast.h"
#include "auditor/language/truth.h"

/// The naive evaluator's values, written from docs/rule-language.md §1 and §4 alone. Slow, plain,
/// and sharing nothing with the engine but the names of types.
namespace periksa::language::test {

/// Exact up to 2^64, and knows infinity.
using Number = long double;
inline constexpr Number kInfinity = std::numeric_limits<Number>::infinity();
inline constexpr int kAnyCurrency = -1;

/// All values from low to high; of money, in one currency or in any.
struct Span {
  Number low = -kInfinity;
  Number high = kInfinity;
  int unit = 0;

  bool point() const { return low == high && (unit != kAnyCurrency || low == 0); }
  bool zero() const { return low == 0 && high == 0; }
};

/// A sum of money: by currency from the least to the greatest; `open`: perhaps more in any.
struct Total {
  std::map<int, Span> parts;
  bool open = false;      // upwards
  bool may_fall = false;  // there may be negative amounts of any currency in it
};

/// A total of one currency, and nothing else, is an amount like any other.
std::optional<Span> single(const Total& total);

/// The values an operand may still have: any value of any span, the total, or none.
struct Values {
  bool none = false;
  std::vector<Span> spans;
  std::optional<Total> total;

  static Values of(Number value, int unit = 0) { return {false, {{value, value, unit}}, {}}; }
  static Values between(Number low, Number high, int unit = 0) {
    return {false, {{low, high, unit}}, {}};
  }
  static Values anything(int unit = 0) { return between(-kInfinity, kInfinity, unit); }
  static Values nothing() { return {true, {}, {}}; }

  bool exactly_one() const { return !none && !total && spans.size() == 1 && spans[0].point(); }
  /// From the least to the greatest of all values (of a money's currency when it has only one).
  Span hull() const;
};

/// Everything a field's declaration allows, without none.
Values domain(const facts::Vocabulary& vocabulary, const facts::Field& field);

Truth compare(Relation relation, const Values& a, const Values& b, facts::Type type);
Truth one_of(const Values& value, const std::vector<Values>& allowed, facts::Type type);
Truth stated_none(const Values& value);

Values plus(const Values& a, const Values& b, bool minus, facts::Type type);
Values times(const Values& a, const Values& b, bool money);
/// `function` grows with the second argument and falls with the first (or grows with both).
using OfTwo = std::function<Number(Number, Number)>;
Values from_to(const Values& from, const Values& to, const OfTwo& function);
Values growing(const Values& a, const Values& b, const OfTwo& function);

}  // namespace periksa::language::test
