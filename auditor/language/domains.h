// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "auditor/language/ast.h"

namespace periksa::language {

/// A part of a condition whose outcome its place settles, whatever the facts are.
struct Settled {
  enum class How : std::uint8_t { never_true, never_false, repeated };
  How how = How::never_true;
  std::uint32_t node = 0;
  std::string let;  // the let in whose text it stands; empty: the expression's own text
};

/// Follows what the facts of a condition can still be: by the vocabulary's lists and bounds, the
/// days of the version, and the parts that stand before. Comparisons with a literal or a code, `one
/// of`, bool fields and `stated none` are understood; everything else may come out either way.
class Domains {
 public:
  /// The event lies in [first, last], in days.
  Domains(const facts::Vocabulary& vocabulary, std::int64_t first, std::int64_t last);

  /// The settled parts of a condition, in reading order. A question for none that was answered
  /// before is no mistake: the checker may want it.
  std::vector<Settled> look(const Expression& checked);

  /// From now on the condition is true: what `when` leaves to `require`.
  void assume(const Expression& checked);

 private:
  /// A field of a record variable, the event (no steps), or the question whether a field is none.
  struct Key {
    std::uint16_t variable = 0;
    std::vector<facts::FieldId> steps;
    bool none = false;
    auto operator<=>(const Key&) const = default;
  };
  /// What a value may be: the codes left of a list, or a closed range.
  struct Domain {
    std::vector<bool> codes;
    std::int64_t low = 0;
    std::int64_t high = 0;
    bool ranged = false;
    bool empty() const;
  };
  using Known = std::map<Key, Domain>;
  struct Test {
    Key key;
    Domain all;  // by declaration
    Relation relation = Relation::equal;
    std::vector<std::int64_t> values;  // the relation holds of one of them
    bool negated = false;
    bool kept = true;  // whether the key tells the operand from all others
  };
  struct Can {
    bool hold = true;
    bool fail = true;
  };

  Can visit(const Expression& e, std::uint32_t index, Known known);
  Can chain(const Expression& e, const Node& node, Known known);
  Can loop(const Expression& e, const Node& node, Known known);
  Can leaf(const Expression& e, std::uint32_t index, const Known& known);
  void operands(const Expression& e, const Node& node, const Known& known);
  void tell(Settled::How how, std::uint32_t index) { told_.push_back({how, index, let_}); }

  void learn(const Expression& e, std::uint32_t index, bool truth, Known& known) const;
  bool read(const Expression& e, std::uint32_t index, Test& test) const;
  bool read_operand(const Node& node, Test& test) const;
  static Domain now(const Test& test, const Known& known);
  static Domain part(Domain domain, const Test& test, bool truth);

  const facts::Vocabulary& vocabulary_;
  Domain event_;
  Known known_;
  std::vector<Settled> told_;
  std::string let_;
};

}  // namespace periksa::language
