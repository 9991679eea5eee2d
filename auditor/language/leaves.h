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

/// Whether a node is a condition (and not an operand).
constexpr bool is_condition(Kind kind) {
  return kind <= Kind::holds;
}

/// Whether a condition has no conditions of its own to be joined from.
bool is_leaf(const Node& node);

/// Whether it reads any fact: a field, a record, a collection, or the day of the event.
bool reads_facts(const Expression& checked, std::uint32_t node);

/// Whether the values of a type have an order, so that a comparison has a boundary.
constexpr bool is_ordered(facts::Type type) {
  using enum facts::Type;
  return type == integer || type == decimal || type == percent || type == money || type == date;
}

}  // namespace periksa::language
