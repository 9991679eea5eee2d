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

/// Whether a node or one below it is of a kind asked for.
template <class Is>
bool any_below(const Expression& e, std::uint32_t index, Is is) {
  const Node& node = e.at(index);
  return is(node.kind) || std::ranges::any_of(node.parts, [&](std::uint32_t part) {
           return any_below(e, part, is);
         });
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
  return any_below(checked, index, [](Kind kind) {
    return is_loop(kind) || kind == Kind::path || kind == Kind::record || kind == Kind::event;
  });
}

bool may_be_unknown(const Expression& checked, std::uint32_t index) {
  return any_below(checked, index, [](Kind kind) {
    return is_loop(kind) || kind == Kind::path || kind == Kind::event || kind == Kind::limit ||
           kind == Kind::listed;
  });
}

}  // namespace periksa::language
