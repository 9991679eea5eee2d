// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "auditor/language/ast.h"

namespace periksa::language {

/// A part of a checked expression that is true, false or unknown by itself: a comparison, `one of`,
/// `stated none`, `listed`, a bool operand, or a quantifier that asks nothing of its records.
struct Leaf {
  std::uint32_t node = 0;
  std::string let;  // the let in whose text it stands; empty: the expression's own text
};

/// All leaves, in reading order: also those inside quantifiers, aggregates and lets.
std::vector<Leaf> leaves(const Expression& checked);

/// The bytes of a node in the text it stands in: its let's, or the expression's own.
struct Written {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};
constexpr Written written(const Node& node, bool in_let) {
  return in_let ? Written{node.let_begin, node.let_end} : Written{node.begin, node.end};
}

/// Whether a node is a condition (and not an operand).
constexpr bool is_condition(Kind kind) {
  return kind <= Kind::holds;
}

/// Whether a condition has no conditions of its own to be joined from.
bool is_leaf(const Node& node);

/// Whether it reads any fact: a field, a record, a collection, or the day of the event.
bool reads_facts(const Expression& checked, std::uint32_t node);

/// Whether what is not known, of the facts or of the law, can leave it open: which record a
/// variable stands for is always known.
bool may_be_unknown(const Expression& checked, std::uint32_t node);

/// Whether the values of a type have an order, so that a comparison has a boundary.
constexpr bool is_ordered(facts::Type type) {
  using enum facts::Type;
  return type == integer || type == decimal || type == percent || type == money || type == date;
}

}  // namespace periksa::language
