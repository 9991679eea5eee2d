// SPDX-License-Identifier: Apache-2.0
#include "tests/language/values.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace periksa::language::test {
namespace {

using facts::Type;

constexpr Number kLargest = 1e18L;

/// Whether a relation holds: for all pairs, for none, or it depends.
Truth relate(Relation relation, const Span& a, const Span& b) {
  const auto less = [](const Span& x, const Span& y) {
    if (x.high < y.low) return Truth::yes;
    return x.low >= y.high ? Truth::no : Truth::unknown;
  };
  const auto equal = [&] {
    if (a.low == a.high && b.low == b.high && a.low == b.low) return Truth::yes;
    return a.high < b.low || b.high < a.low ? Truth::no : Truth::unknown;
  };
  const auto opposite = [](Truth t) {
    return t == Truth::yes ? Truth::no : t == Truth::no ? Truth::yes : Truth::unknown;
  };
  switch (relation) {
    case Relation::equal:
      return equal();
    case Relation::not_equal:
      return opposite(equal());
    case Relation::less_than:
      return less(a, b);
    case Relation::more_than:
      return less(b, a);
    case Relation::at_least:
      return opposite(less(a, b));
    case Relation::at_most:
      return opposite(less(b, a));
  }
  return Truth::unknown;
}

/// Amounts of different currencies compare only against zero.
Truth relate_money(Relation relation, const Span& a, const Span& b) {
  const bool same = a.unit == b.unit && a.unit != kAnyCurrency;
  if (same || a.zero() || b.zero()) return relate(relation, a, b);
  return Truth::unknown;
}

/// What a total may be in one currency, the rest being worth something unknown.
Span in_currency(const Total& total, int unit) {
  Span span{0, 0, unit};
  if (const auto part = total.parts.find(unit); part != total.parts.end()) span = part->second;
  span.unit = unit;
  for (const auto& [other, part] : total.parts) {
    if (other == unit) continue;
    if (part.high > 0) span.high = kInfinity;
    if (part.low < 0) span.low = -kInfinity;
  }
  if (total.open) span.high = kInfinity;
  if (total.may_fall) span.low = -kInfinity;
  return span;
}

/// What a total is against zero, where no rate is needed.
Span against_zero(const Total& total) {
  Span span{0, 0, 0};
  bool rises = total.open;
  bool falls = total.may_fall;
  for (const auto& [unit, part] : total.parts) {
    rises = rises || part.high > 0;
    falls = falls || part.low < 0;
    span.low += part.low;
    span.high += part.high;
  }
  if (rises && falls) return {-kInfinity, kInfinity, 0};
  if (total.open) span.high = kInfinity;
  if (total.may_fall) span.low = -kInfinity;
  return span;
}

}  // namespace

std::optional<Span> single(const Total& total) {
  if (total.open || total.may_fall) return std::nullopt;
  std::vector<Span> left;
  for (const auto& [unit, part] : total.parts) {
    if (!part.zero()) left.push_back({part.low, part.high, unit});
  }
  if (left.empty()) return Span{0, 0, 0};
  if (left.size() > 1) return std::nullopt;
  return left[0];
}

namespace {

Truth relate_total(Relation relation, const Total& total, const Span& other, bool mirrored) {
  Span mine;
  if (other.zero()) {
    mine = against_zero(total);
  } else if (other.unit != kAnyCurrency) {
    mine = in_currency(total, other.unit);
  } else if (const auto one = single(total); one && one->zero()) {
    mine = *one;
  } else {
    return Truth::unknown;
  }
  return mirrored ? relate(relation, other, mine) : relate(relation, mine, other);
}

Truth relate_totals(Relation relation, const Total& a, const Total& b) {
  if (const auto one = single(b)) return relate_total(relation, a, *one, false);
  if (const auto one = single(a)) return relate_total(relation, b, *one, true);
  return Truth::unknown;
}

/// Yes if all are yes, no if all are no.
Truth agreement(const std::vector<Truth>& all) {
  const auto every = [&](Truth t) { return std::ranges::count(all, t) == std::ssize(all); };
  return every(Truth::yes) ? Truth::yes : every(Truth::no) ? Truth::no : Truth::unknown;
}

}  // namespace

Span Values::hull() const {
  Span hull = spans.at(0);
  for (const Span& span : spans) {
    hull.low = std::min(hull.low, span.low);
    hull.high = std::max(hull.high, span.high);
    if (hull.unit != span.unit) hull.unit = kAnyCurrency;
  }
  return hull;
}

Values domain(const facts::Vocabulary& vocabulary, const facts::Field& field) {
  const auto bound = [](const std::optional<std::int64_t>& limit, Number otherwise) {
    return limit ? static_cast<Number>(*limit) : otherwise;
  };
  switch (field.type) {
    case Type::boolean:
      return {false, {{0, 0}, {1, 1}}, {}};
    case Type::code: {
      Values all;
      for (std::size_t i = 0; i < vocabulary.list(field.target).codes.size(); ++i) {
        all.spans.push_back({static_cast<Number>(i), static_cast<Number>(i)});
      }
      return all;
    }
    case Type::integer:
    case Type::decimal:
    case Type::percent: {
      Span all{bound(field.min, -kInfinity), bound(field.max, kInfinity)};
      if (field.none == facts::NoneMeans::zero && all.low > 0) all.low = 0;
      if (field.none == facts::NoneMeans::zero && all.high < 0) all.high = 0;
      return {false, {all}, {}};
    }
    case Type::money:
      return Values::between(0, kInfinity, kAnyCurrency);
    default:
      return Values::anything();
  }
}

Truth compare(Relation relation, const Values& a, const Values& b, Type type) {
  if (a.none || b.none) return Truth::unknown;
  if (a.total && b.total) return relate_totals(relation, *a.total, *b.total);
  std::vector<Truth> all;
  for (const Span& x : a.spans) {
    if (b.total) all.push_back(relate_total(relation, *b.total, x, true));
    for (const Span& y : b.spans) {
      all.push_back(type == Type::money ? relate_money(relation, x, y) : relate(relation, x, y));
    }
  }
  for (const Span& y : b.spans) {
    if (a.total) all.push_back(relate_total(relation, *a.total, y, false));
  }
  return agreement(all);
}

Truth one_of(const Values& value, const std::vector<Values>& allowed, Type type) {
  if (value.none) return Truth::unknown;
  bool none_of_them = true;
  for (const Values& one : allowed) {
    none_of_them = none_of_them && compare(Relation::equal, value, one, type) == Truth::no;
  }
  if (none_of_them) return Truth::no;
  if (value.total) {
    for (const Values& one : allowed) {
      if (compare(Relation::equal, value, one, type) == Truth::yes) return Truth::yes;
    }
    return Truth::unknown;
  }
  for (const Span& span : value.spans) {
    if (!(span.high - span.low < 1000)) return Truth::unknown;
    for (Number v = span.low; v <= span.high; v += 1) {
      const Values point = Values::of(v, span.unit);
      const bool found = std::ranges::any_of(allowed, [&](const Values& one) {
        return compare(Relation::equal, point, one, type) == Truth::yes;
      });
      if (!found) return Truth::unknown;
    }
  }
  return Truth::yes;
}

Truth stated_none(const Values& value) {
  if (!value.none) return Truth::no;
  return value.spans.empty() ? Truth::yes : Truth::unknown;
}

namespace {

Values within_reach(Values made) {
  for (Span& span : made.spans) {
    if (span.low < -kLargest) span.low = -kInfinity;
    if (span.high > kLargest) span.high = kInfinity;
    span.low = std::min(span.low, kLargest);
    span.high = std::max(span.high, -kLargest);
  }
  return made;
}

/// None leads to none: what it is asked of afterwards is unknown.
std::optional<Values> without_numbers(const Values& a, const Values& b) {
  const bool only_none = (a.spans.empty() && !a.total) || (b.spans.empty() && !b.total);
  if (only_none) return Values::nothing();
  return std::nullopt;
}

Number product(Number a, Number b) {
  return a == 0 || b == 0 ? 0 : a * b;
}

}  // namespace

Values plus(const Values& a, const Values& b, bool minus, Type type) {
  if (auto none = without_numbers(a, b)) return *none;
  Values made;
  made.none = a.none || b.none;
  if (a.total || b.total) {
    made.spans = {{-kInfinity, kInfinity, kAnyCurrency}};
    return made;
  }
  const Span x = a.hull();
  const Span y = b.hull();
  Span span{minus ? x.low - y.high : x.low + y.low, minus ? x.high - y.low : x.high + y.high,
            x.unit};
  if (type == Type::money && x.zero()) {
    span.unit = y.unit;
  } else if (type == Type::money && !y.zero() && (x.unit != y.unit || x.unit == kAnyCurrency)) {
    span = {-kInfinity, kInfinity, kAnyCurrency};
  }
  made.spans = {span};
  return within_reach(made);
}

Values times(const Values& a, const Values& b, bool money) {
  if (auto none = without_numbers(a, b)) return *none;
  Values made;
  made.none = a.none || b.none;
  if (a.total || b.total) {
    made.spans = {{-kInfinity, kInfinity, kAnyCurrency}};
    return made;
  }
  const Span x = a.hull();
  const Span y = b.hull();
  const std::set<Number> corners{product(x.low, y.low), product(x.low, y.high),
                                 product(x.high, y.low), product(x.high, y.high)};
  const int unit = !money ? 0 : x.unit != 0 ? x.unit : y.unit;
  made.spans = {{*corners.begin(), *corners.rbegin(), unit}};
  return within_reach(made);
}

Values from_to(const Values& from, const Values& to, const OfTwo& function) {
  if (auto none = without_numbers(from, to)) return *none;
  const Span x = from.hull();
  const Span y = to.hull();
  return {from.none || to.none, {{function(x.high, y.low), function(x.low, y.high)}}, {}};
}

Values growing(const Values& a, const Values& b, const OfTwo& function) {
  if (auto none = without_numbers(a, b)) return *none;
  const Span x = a.hull();
  const Span y = b.hull();
  return {a.none || b.none, {{function(x.low, y.low), function(x.high, y.high)}}, {}};
}

}  // namespace periksa::language::test
