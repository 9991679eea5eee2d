// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "auditor/language/operand.h"

namespace periksa::language {
namespace {

using facts::Type;

/// One closed range of an operand's values.
struct Piece {
  std::int64_t low;
  std::int64_t high;
  std::uint16_t unit;
  bool any_unit;
  std::string_view text;

  bool exact() const { return low == high; }
  bool zero() const { return low == 0 && high == 0; }
};

Truth ordered(Relation relation, const Piece& a, const Piece& b) {
  const auto decide = [](bool surely, bool never) {
    return surely ? Truth::yes : never ? Truth::no : Truth::unknown;
  };
  switch (relation) {
    case Relation::less_than:
      return decide(a.high < b.low, a.low >= b.high);
    case Relation::at_most:
      return decide(a.high <= b.low, a.low > b.high);
    case Relation::more_than:
      return decide(a.low > b.high, a.high <= b.low);
    case Relation::at_least:
      return decide(a.low >= b.high, a.high < b.low);
    case Relation::equal:
      return decide(a.exact() && b.exact() && a.low == b.low, a.high < b.low || b.high < a.low);
    case Relation::not_equal:
      return decide(a.high < b.low || b.high < a.low, a.exact() && b.exact() && a.low == b.low);
  }
  return Truth::unknown;
}

Compared same_text(Relation relation, const Piece& a, const Piece& b) {
  if (!a.exact() || !b.exact()) return {};
  return {truth_of((a.text == b.text) == (relation == Relation::equal)), false};
}

Compared pieces(Relation relation, const Piece& a, const Piece& b, Type type) {
  if (type == Type::text) return same_text(relation, a, b);
  if (type == Type::reference && a.low == -1 && b.low == -1) return {};  // two records not filed
  if (type == Type::money && !a.zero() && !b.zero()) {
    if (a.any_unit || b.any_unit) return {};
    if (a.unit != b.unit) return {Truth::unknown, true};
  }
  return {ordered(relation, a, b), false};
}

/// A sum as a range in the other side's currency: what it surely holds of it, and no upper end if
/// other currencies add.
Piece of_sum(const MoneySum& sum, const Operand& other, bool& foreign) {
  const bool zero = other.exact() && other.low == 0;
  Piece piece{0, 0, other.unit, false, {}};
  foreign = false;
  for (const auto& part : sum.parts) {
    if (zero || part.unit == other.unit) {
      piece.low = std::max(piece.low, part.low);
      piece.high = std::max(piece.high, part.high);
    } else if (part.high > 0) {
      foreign = true;
    }
  }
  if (foreign || sum.open) piece.high = kMost;
  return piece;
}

Piece whole(const Operand& operand) {
  return {operand.low, operand.high, operand.unit, operand.any_unit, operand.text};
}

template <class Each>
void for_pieces(const Operand& operand, const Operand& other, bool& foreign, Each each) {
  if (operand.sum) {
    each(of_sum(*operand.sum, other, foreign));
  } else if (operand.shape == Operand::Shape::several) {
    for (const auto& atom : operand.atoms)
      each(Piece{atom.value, atom.value, atom.unit, false, atom.text});
  } else {
    each(whole(operand));
  }
}

/// All combinations agree, or the answer is unknown.
class Agreement {
 public:
  void add(Compared one) {
    result_ = first_ ? one : one.truth == result_.truth ? result_ : Compared{};
    result_.law = one.law || (!first_ && result_.law);
    first_ = false;
  }
  Compared result() const { return result_; }

 private:
  bool first_ = true;
  Compared result_;
};

}  // namespace

Compared compare(Relation relation, const Operand& a, const Operand& b, Type type) {
  if (a.maybe_none || b.maybe_none || a.law_unknown || b.law_unknown) {
    return {Truth::unknown, a.law_unknown || b.law_unknown};
  }
  if (a.exact() && b.exact() && a.sum == nullptr && b.sum == nullptr) {
    return pieces(relation, whole(a), whole(b), type);
  }
  Agreement agreement;
  bool foreign_a = false;
  bool foreign_b = false;
  for_pieces(a, b, foreign_a, [&](const Piece& left) {
    for_pieces(b, a, foreign_b,
               [&](const Piece& right) { agreement.add(pieces(relation, left, right, type)); });
  });
  Compared result = agreement.result();
  if (result.truth == Truth::unknown && (foreign_a || foreign_b)) result.law = true;
  return result;
}

Compared one_of(const Operand& value, std::span<const Operand* const> allowed, Type type) {
  if (value.maybe_none || value.only_none) return {};
  const auto one_value = [&](const Operand& exact) {
    Compared any{Truth::no, false};
    for (const Operand* candidate : allowed) {
      const Compared c = compare(Relation::equal, exact, *candidate, type);
      any = {either(any.truth, c.truth), any.law || c.law};
    }
    return any;
  };
  constexpr std::int64_t kEnumerated = 512;
  const bool listable = (type == Type::code || type == Type::boolean || type == Type::integer) &&
                        value.shape == Operand::Shape::range && value.low > kLeast &&
                        value.high < kMost && value.high - value.low < kEnumerated;
  if (value.shape == Operand::Shape::exact) return one_value(value);
  Agreement agreement;
  if (value.shape == Operand::Shape::several) {
    for (const auto& atom : value.atoms) {
      Operand exact = Operand::of(atom.value, atom.unit);
      exact.text = atom.text;
      agreement.add(one_value(exact));
    }
    return agreement.result();
  }
  if (!listable) return one_value(value);
  for (std::int64_t v = value.low; v <= value.high; ++v) agreement.add(one_value(Operand::of(v)));
  return agreement.result();
}

}  // namespace periksa::language
