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

/// A sum against zero, where no rate is needed: only its sign counts.
Piece sign_of(const MoneySum& sum) {
  Piece piece{0, 0, 0, false, {}};
  bool rises = sum.open;
  bool falls = sum.falls;
  for (const auto& part : sum.parts) {
    rises = rises || part.high > 0;
    falls = falls || part.low < 0;
    piece.low = add_low(piece.low, part.low);
    piece.high = add_high(piece.high, part.high);
  }
  if (sum.falls || (rises && falls)) piece.low = kLeast;
  if (sum.open || (rises && falls)) piece.high = kMost;
  return piece;
}

/// A sum as a range in the other side's currency: what it holds of it, and no end where other
/// currencies add.
Piece in_currency(const MoneySum& sum, std::uint16_t unit) {
  Piece piece{0, 0, unit, false, {}};
  bool more = sum.open;
  bool less = sum.falls;
  for (const auto& part : sum.parts) {
    if (part.unit == unit) {
      piece.low = part.low;
      piece.high = part.high;
    } else {
      more = more || part.high > 0;
      less = less || part.low < 0;
    }
  }
  if (less) piece.low = kLeast;
  if (more) piece.high = kMost;
  return piece;
}

Piece whole(const Operand& operand) {
  return {operand.low, operand.high, operand.unit, operand.any_unit, operand.text};
}

template <class Each>
void for_pieces(const Operand& operand, Each each) {
  if (operand.shape == Operand::Shape::several) {
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
    if (!first_ && one.truth != result_.truth) result_.truth = Truth::unknown;
    if (first_) result_.truth = one.truth;
    result_.law = result_.law || one.law;
    first_ = false;
  }
  Compared result() const { return result_; }

 private:
  bool first_ = true;
  Compared result_;
};

/// A sum in several currencies, or perhaps with more to come, against an amount. Not known for want
/// of a rate where its own currency does not decide.
Compared compare_sum(Relation relation, const MoneySum& sum, const Operand& other) {
  Agreement agreement;
  for_pieces(other, [&](const Piece& amount) {
    if (amount.any_unit && !amount.zero()) return agreement.add({});
    const Piece mine = amount.zero() ? sign_of(sum) : in_currency(sum, amount.unit);
    Compared one{ordered(relation, mine, amount), false};
    one.law = one.truth == Truth::unknown && !amount.zero() && !sum.open && !sum.falls;
    agreement.add(one);
  });
  return agreement.result();
}

Compared compare_values(Relation relation, const Operand& a, const Operand& b, Type type) {
  if (a.sum && b.sum) return {Truth::unknown, !a.sum->open && !b.sum->open};
  if (a.sum) return compare_sum(relation, *a.sum, b);
  if (b.sum) return compare_sum(mirrored(relation), *b.sum, a);
  if (a.exact() && b.exact()) return pieces(relation, whole(a), whole(b), type);
  Agreement agreement;
  for_pieces(a, [&](const Piece& left) {
    for_pieces(b, [&](const Piece& right) { agreement.add(pieces(relation, left, right, type)); });
  });
  return agreement.result();
}

/// Types whose values are compared as numbers, whatever they are.
bool plain(Type type) {
  return type != Type::text && type != Type::money && type != Type::reference;
}

}  // namespace

Relation mirrored(Relation relation) {
  switch (relation) {
    case Relation::less_than:
      return Relation::more_than;
    case Relation::more_than:
      return Relation::less_than;
    case Relation::at_least:
      return Relation::at_most;
    case Relation::at_most:
      return Relation::at_least;
    case Relation::equal:
    case Relation::not_equal:
      break;
  }
  return relation;
}

Compared compare(Relation relation, const Operand& a, const Operand& b, Type type) {
  if (a.exact() && b.exact() && plain(type))
    return {truth_of(holds(relation, a.low, b.low)), false};
  Compared result;
  if (!a.maybe_none && !b.maybe_none) result = compare_values(relation, a, b, type);
  if (result.truth == Truth::unknown) result.law = result.law || a.law_unknown || b.law_unknown;
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
  const bool listable = type != Type::text && value.sum == nullptr && !value.any_unit &&
                        !value.law_unknown && value.low > kLeast && value.high < kMost &&
                        value.high - value.low < kEnumerated;
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
  for (std::int64_t v = value.low; v <= value.high; ++v) {
    agreement.add(one_value(Operand::of(v, value.unit)));
  }
  return agreement.result();
}

}  // namespace periksa::language
