// SPDX-License-Identifier: Apache-2.0
#include "auditor/language/loop_key.h"

#include <algorithm>

namespace periksa::language {
namespace {

/// Conditions and operands whose value is the record's alone.
bool reads_only(const Expression& e, std::uint32_t index, std::uint16_t variable) {
  const Node& node = e.at(index);
  switch (node.kind) {
    case Kind::path:
      return node.variable == variable;
    case Kind::and_:
    case Kind::or_:
    case Kind::not_:
    case Kind::holds:
    case Kind::compare:
    case Kind::one_of:
    case Kind::stated_none:
    case Kind::asserted:
    case Kind::literal:
    case Kind::code:
    case Kind::let:
      return std::ranges::all_of(node.parts,
                                 [&](std::uint32_t part) { return reads_only(e, part, variable); });
    default:
      return false;
  }
}

bool is_own_field(const Node& node, std::uint16_t variable) {
  const auto type = node.type.type;
  return node.kind == Kind::path && node.variable == variable && node.steps.size() == 1 &&
         (type == facts::Type::reference || type == facts::Type::code);
}

bool is_outside(const Node& node, std::uint16_t variable) {
  return (node.kind == Kind::path || node.kind == Kind::record) && node.variable != variable;
}

std::optional<LoopKey> key_of(const Expression& e, std::uint32_t index, std::uint16_t variable) {
  const Node& node = e.at(index);
  if (node.kind != Kind::compare || node.relation != Relation::equal) return std::nullopt;
  const Node& left = e.at(node.parts[0]);
  const Node& right = e.at(node.parts[1]);
  const bool first = is_own_field(left, variable) && is_outside(right, variable);
  if (first || (is_own_field(right, variable) && is_outside(left, variable)))
    return LoopKey{index, first};
  return std::nullopt;
}

}  // namespace

std::optional<LoopKey> loop_key(const Expression& checked, std::uint32_t loop) {
  const Node& node = checked.at(loop);
  if (!node.has_filter || !node.owner_is_filing) return std::nullopt;
  const Node& filter = checked.at(node.parts[0]);
  if (filter.kind != Kind::and_) return key_of(checked, node.parts[0], node.variable);
  for (const auto part : filter.parts) {
    if (const auto key = key_of(checked, part, node.variable)) return key;
    if (!reads_only(checked, part, node.variable)) break;
  }
  return std::nullopt;
}

}  // namespace periksa::language
