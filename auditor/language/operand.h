// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string_view>
#include <vector>

#include "auditor/facts/facts.h"
#include "auditor/language/ast.h"
#include "auditor/language/truth.h"

namespace periksa::language {

inline constexpr std::int64_t kLeast = -4'000'000'000'000'000'000;  // stands for "no lower bound"
inline constexpr std::int64_t kMost = 4'000'000'000'000'000'000;    // stands for "no upper bound"

/// One value an operand may have, coded as facts::Cell::value.
struct Atom {
  std::int64_t value = 0;
  std::uint16_t unit = 0;
  std::string_view text;
};

/// A sum of money: one range per currency.
struct MoneySum {
  struct Part {
    std::uint16_t unit = 0;
    std::int64_t low = 0;
    std::int64_t high = 0;
  };
  std::vector<Part> parts;  // ascending by unit
  bool open = false;        // there may be more, in any currency
  bool falls = false;       // there may be negative amounts of any currency in it

  void add(std::uint16_t unit, std::int64_t low, std::int64_t high);
};

/// The set of values an operand may still have (docs/rule-language.md §1).
struct Operand {
  enum class Shape : std::uint8_t { exact, several, range };

  Shape shape = Shape::range;
  bool maybe_none = false;   ///< *none* is one of the values
  bool only_none = false;    ///< *none* is the only value
  bool any_unit = false;     ///< money whose currency is not known
  bool law_unknown = false;  ///< unknown because the law is not on file
  std::uint16_t unit = 0;
  std::int64_t low = kLeast;
  std::int64_t high = kMost;
  std::string_view text;        // of an exact text
  std::span<const Atom> atoms;  // several
  const MoneySum* sum = nullptr;

  bool exact() const { return shape == Shape::exact && !maybe_none && !only_none; }

  static Operand of(std::int64_t value, std::uint16_t unit = 0) {
    Operand operand;
    operand.shape = Shape::exact;
    operand.low = value;
    operand.high = value;
    operand.unit = unit;
    return operand;
  }
  static Operand of_text(std::string_view text);
  static Operand range(std::int64_t low, std::int64_t high);
  static Operand none();
};

/// Sums of lower and of upper ends. Beyond ±10^18 an end is open.
std::int64_t add_low(std::int64_t a, std::int64_t b);
std::int64_t add_high(std::int64_t a, std::int64_t b);

/// Owns what operands of one evaluation point to; emptied between evaluations.
class Arena {
 public:
  std::span<const Atom> atoms(std::vector<Atom> atoms) {
    used_ = true;
    return atoms_.emplace_back(std::move(atoms));
  }
  const MoneySum* sum(MoneySum sum) {
    used_ = true;
    return &sums_.emplace_back(std::move(sum));
  }
  void clear() {
    if (!used_) return;
    atoms_.clear();
    sums_.clear();
    used_ = false;
  }

 private:
  bool used_ = false;
  std::deque<std::vector<Atom>> atoms_;
  std::deque<MoneySum> sums_;
};

/// The set a cell stands for, by its state and its field's declaration.
Operand read(const facts::Facts& facts, const facts::Field& field, const facts::Cell& cell,
             Arena& arena);

/// A comparison's truth; `law` tells that it is unknown for want of an exchange rate or of a table.
struct Compared {
  Truth truth = Truth::unknown;
  bool law = false;
};

/// Of two numbers.
constexpr bool holds(Relation relation, std::int64_t a, std::int64_t b) {
  switch (relation) {
    case Relation::less_than:
      return a < b;
    case Relation::at_most:
      return a <= b;
    case Relation::more_than:
      return a > b;
    case Relation::at_least:
      return a >= b;
    case Relation::equal:
      return a == b;
    case Relation::not_equal:
      break;
  }
  return a != b;
}

/// The relation that holds of b and a where this one holds of a and b.
Relation mirrored(Relation relation);

Compared compare(Relation relation, const Operand& a, const Operand& b, facts::Type type);
/// Whether the value is one of the allowed, for every value it may have.
Compared one_of(const Operand& value, std::span<const Operand* const> allowed, facts::Type type);
Truth stated_none(const Operand& value);

/// The two lawful readings of a span of months.
enum class MonthReading : std::uint8_t { calendar, thirty_days };

Operand plus(const Operand& a, const Operand& b, bool minus);
Operand times(const Operand& a, const Operand& b, facts::Type a_type);
/// `ambiguous` is set when the reading of a month matters.
Operand date_plus(const Operand& date, const Operand& period, bool minus, MonthReading reading,
                  bool& ambiguous);
Operand whole_years(const Operand& from, const Operand& to);
Operand whole_months(const Operand& from, const Operand& to);
Operand days_between(const Operand& from, const Operand& to);

}  // namespace periksa::language
