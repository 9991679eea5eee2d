// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "auditor/base/bilingual.h"
#include "auditor/facts/vocabulary.h"

namespace periksa::language {

/// Type of an operand as in docs/rule-language.md §4: a field type and, for codes and references,
/// its list or entity.
struct ValueType {
  facts::Type type = facts::Type::boolean;
  std::uint16_t target = 0;
  bool operator==(const ValueType&) const = default;
};

enum class Relation : std::uint8_t { equal, not_equal, at_least, at_most, more_than, less_than };
enum class Quantifier : std::uint8_t { every, some, none };

enum class Kind : std::uint8_t {
  // conditions
  and_,
  or_,
  not_,
  quantified,   // parts: [filter], body
  listed,       // parts: keys, then the day if `has_day`
  compare,      // parts: left, right
  one_of,       // parts: left, the allowed; `negated`
  stated_none,  // parts: the field; `negated`
  asserted,     // parts: the field; `value`: the facts::Asserter; `negated`
  holds,        // parts: a bool operand
  // operands
  literal,
  code,    // a bare word until the checker has found its list
  path,    // a name with fields
  record,  // a record variable alone
  event,
  as_of,
  limit,  // parts: keys, then the day if `has_day`
  plus,
  minus,
  times,
  whole_years,   // parts: from, to
  whole_months,  // parts: from, to
  days,          // parts: from, to
  count,         // parts: [filter]
  sum,           // parts: [filter], value
  let            // parts: the let's own expression
};

/// Whether a node runs over the records of a collection.
constexpr bool is_loop(Kind kind) {
  return kind == Kind::quantified || kind == Kind::count || kind == Kind::sum;
}

/// One node of an expression. The parser fills what stands in the text, the checker what it means.
struct Node {
  Kind kind = Kind::literal;
  Relation relation = Relation::equal;
  Quantifier quantifier = Quantifier::every;
  bool negated = false;
  bool for_dates = false;  // before, after …: the relation's words are those of dates
  bool has_day = false;
  bool has_filter = false;
  bool has_body = false;
  bool this_version = false;  // `in this version by FIELD`
  std::uint32_t begin = 0;    // bytes in the expression's text
  std::uint32_t end = 0;
  std::vector<std::uint32_t> parts;
  std::uint32_t let_begin = 0;  // of a let's nodes: bytes in the let's text, while `begin` and
  std::uint32_t let_end = 0;    // `end` are those of its use

  std::vector<std::string> names;  // path; [variable, owner, collection] of loops; [name] of limits
  std::string version_field;       // of `in this version by`
  std::string text;                // of text literals
  std::int64_t value = 0;          // of literals, coded as facts::Cell::value
  std::uint16_t unit = 0;

  // Filled by the checker.
  ValueType type;
  std::uint16_t variable = 0;  // record variable read, or declared by a loop
  std::uint16_t owner = 0;     // record variable whose collection a loop runs over
  bool owner_is_filing = false;
  facts::EntityId entity = 0;  // of the loop's records
  facts::FieldId version_field_id = 0;
  std::vector<facts::FieldId> steps;    // fields of a path; all but the last are references
  std::vector<facts::EntityId> owners;  // entity each step belongs to
  std::uint16_t limit_index = 0;
  bool falls = false;  // a sum whose values may be negative
  Bilingual label;     // of a let
};

/// Whether a node is one value, whatever the filing says.
inline bool is_constant(const Node& node) {
  return node.kind == Kind::literal || node.kind == Kind::code;
}

/// A parsed expression: nodes in an arena, children before parents.
struct Expression {
  std::string text;
  std::vector<Node> nodes;
  std::uint32_t root = 0;

  const Node& at(std::uint32_t index) const { return nodes[index]; }
};

}  // namespace periksa::language
