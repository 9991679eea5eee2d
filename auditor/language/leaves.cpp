// SPDX-License-Identifier: Apache-2.0
#include "auditor/language/leaves.h"

#include <algorithm>

namespace periksa::language {
namespace {

void collect(const Expression& e, std::uint32_t index, const std::string& let,
             std::vector<Leaf>& out) {
  const Node& node = e.at(index);
  if (is_condition(node.kind) && is_leaf(node)) out.push_back({index, let});
  const std::string& inner = node.kind == Kind::let ? node.names[0] : let;
  for (const auto part : node.parts) collect(e, part, inner, out);
}

}  // namespace

bool is_leaf(const Node& node) {
  if (node.kind == Kind::and_ || node.kind == Kind::or_ || node.kind == Kind::not_) return false;
  return node.kind != Kind::quantified || node.parts.empty();
}

std::vector<Leaf> leaves(const Expression& checked) {
  std::vector<Leaf> out;
  collect(checked, checked.root, {}, out);
  return out;
}

bool reads_facts(const Expression& checked, std::uint32_t index) {
  const Node& node = checked.at(index);
  switch (node.kind) {
    case Kind::path:
    case Kind::record:
    case Kind::event:
    case Kind::quantified:
    case Kind::count:
    case Kind::sum:
      return true;
    default:
      return std::ranges::any_of(node.parts,
                                 [&](std::uint32_t part) { return reads_facts(checked, part); });
  }
}

bool may_be_unknown(const Expression& checked, std::uint32_t index) {
  const Node& node = checked.at(index);
  switch (node.kind) {
    case Kind::path:
    case Kind::event:
    case Kind::limit:
    case Kind::listed:
    case Kind::quantified:
    case Kind::count:
    case Kind::sum:
      return true;
    default:
      return std::ranges::any_of(node.parts,
                                 [&](std::uint32_t part) { return may_be_unknown(checked, part); });
  }
}

}  // namespace periksa::language
