// SPDX-License-Identifier: Apache-2.0
#include "auditor/language/quick_test.h"

#include "auditor/language/operand.h"

namespace periksa::language {
namespace {

/// A field of the variable's own record whose values are plain numbers.
bool is_plain_field(const Node& node) {
  switch (node.type.type) {
    case facts::Type::boolean:
    case facts::Type::integer:
    case facts::Type::decimal:
    case facts::Type::percent:
    case facts::Type::date:
    case facts::Type::code:
      return node.kind == Kind::path && node.steps.size() == 1;
    default:
      return false;
  }
}

std::optional<QuickTest> comparison(const Expression& e, const Node& node) {
  const bool first = is_plain_field(e.at(node.parts[0]));
  QuickTest test;
  test.path = node.parts[first ? 0 : 1];
  test.relation = first ? node.relation : mirrored(node.relation);
  const Node& other = e.at(node.parts[first ? 1 : 0]);
  test.against_event = other.kind == Kind::event;
  if (is_constant(other)) test.values.push_back(other.value);
  if (!is_plain_field(e.at(test.path)) || !(test.against_event || is_constant(other)))
    return std::nullopt;
  return test;
}

std::optional<QuickTest> one_of(const Expression& e, const Node& node) {
  QuickTest test;
  test.path = node.parts[0];
  test.negated = node.negated;
  for (std::size_t i = 1; i < node.parts.size(); ++i) {
    const Node& value = e.at(node.parts[i]);
    if (!is_constant(value)) return std::nullopt;
    test.values.push_back(value.value);
  }
  return is_plain_field(e.at(test.path)) ? std::optional(test) : std::nullopt;
}

}  // namespace

std::optional<QuickTest> quick_test(const Expression& checked, std::uint32_t condition) {
  const Node& node = checked.at(condition);
  switch (node.kind) {
    case Kind::compare:
      return comparison(checked, node);
    case Kind::one_of:
      return one_of(checked, node);
    case Kind::holds:
      if (!is_plain_field(checked.at(node.parts[0]))) return std::nullopt;
      return QuickTest{.path = node.parts[0], .values = {1}};
    case Kind::stated_none:
      if (checked.at(node.parts[0]).steps.size() != 1) return std::nullopt;
      return QuickTest{.path = node.parts[0], .negated = node.negated, .values = {}};
    default:
      return std::nullopt;
  }
}

}  // namespace periksa::language
