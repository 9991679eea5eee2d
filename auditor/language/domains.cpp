// SPDX-License-Identifier: Apache-2.0
#include "auditor/language/domains.h"

#include <algorithm>
#include <limits>

#include "auditor/language/leaves.h"
#include "auditor/language/operand.h"

namespace periksa::language {
namespace {

using facts::Type;

/// Equality of two parts, read off the values and names that the checker found.
bool same(const Expression& e, std::uint32_t left, std::uint32_t right) {
  const Node& a = e.at(left);
  const Node& b = e.at(right);
  const bool alike = a.kind == b.kind && a.relation == b.relation && a.negated == b.negated &&
                     a.quantifier == b.quantifier && a.value == b.value && a.unit == b.unit &&
                     a.text == b.text && a.names == b.names && a.variable == b.variable &&
                     a.limit_index == b.limit_index && a.parts.size() == b.parts.size();
  if (!alike) return false;
  for (std::size_t i = 0; i < a.parts.size(); ++i) {
    if (!same(e, a.parts[i], b.parts[i])) return false;
  }
  return true;
}

}  // namespace

bool Domains::Domain::empty() const {
  return ranged ? low > high : std::ranges::find(codes, true) == codes.end();
}

Domains::Domains(const facts::Vocabulary& vocabulary, std::int64_t first, std::int64_t last)
    : vocabulary_(vocabulary), event_{{}, first, last, true} {}

std::vector<Settled> Domains::look(const Expression& checked) {
  told_.clear();
  visit(checked, checked.root, known_);
  return std::move(told_);
}

void Domains::assume(const Expression& checked) {
  learn(checked, checked.root, true, known_);
}

Domains::Can Domains::visit(const Expression& e, std::uint32_t index, Known known) {
  const Node& node = e.at(index);
  switch (node.kind) {
    case Kind::and_:
    case Kind::or_:
      return chain(e, node, std::move(known));
    case Kind::not_: {
      const Can inner = visit(e, node.parts[0], std::move(known));
      return {inner.fail, inner.hold};
    }
    case Kind::quantified:
      return loop(e, node, std::move(known));
    default:
      operands(e, node, known);
      return leaf(e, index, known);
  }
}

/// Each part is reached only if those before it left the outcome open.
Domains::Can Domains::chain(const Expression& e, const Node& node, Known known) {
  const bool all = node.kind == Kind::and_;
  Can whole{all, !all};
  for (std::size_t i = 0; i < node.parts.size(); ++i) {
    const auto part = node.parts[i];
    const bool again =
        std::ranges::any_of(node.parts.begin(), node.parts.begin() + static_cast<std::ptrdiff_t>(i),
                            [&](std::uint32_t before) { return same(e, before, part); });
    if (again) {
      tell(Settled::How::repeated, part);
      continue;
    }
    const Can can = visit(e, part, known);
    whole.hold = all ? whole.hold && can.hold : whole.hold || can.hold;
    whole.fail = all ? whole.fail || can.fail : whole.fail && can.fail;
    learn(e, part, all, known);
  }
  return whole;
}

Domains::Can Domains::loop(const Expression& e, const Node& node, Known known) {
  std::erase_if(known, [&](const auto& one) { return one.first.variable == node.variable; });
  Can filter;
  Can body{true, false};
  std::size_t part = 0;
  if (node.has_filter) {
    filter = visit(e, node.parts[part], known);
    learn(e, node.parts[part++], true, known);
  }
  if (part < node.parts.size()) body = visit(e, node.parts[part], known);
  switch (node.quantifier) {
    case Quantifier::every:
      return {true, filter.hold && body.fail};
    case Quantifier::some:
      return {filter.hold && body.hold, true};
    case Quantifier::none:
      break;
  }
  return {true, filter.hold && body.hold};
}

/// The conditions inside operands: filters of aggregates, also in lets.
void Domains::operands(const Expression& e, const Node& node, const Known& known) {
  for (const auto index : node.parts) {
    const Node& part = e.at(index);
    std::string outer = let_;
    if (part.kind == Kind::let) let_ = part.names[0];
    const bool aggregate = part.kind == Kind::count || part.kind == Kind::sum;
    if (aggregate) {
      Known inside = known;
      std::erase_if(inside, [&](const auto& one) { return one.first.variable == part.variable; });
      if (part.has_filter) visit(e, part.parts[0], inside);
    } else if (is_condition(part.kind)) {
      visit(e, index, known);
    } else {
      operands(e, part, known);
    }
    let_ = std::move(outer);
  }
}

Domains::Can Domains::leaf(const Expression& e, std::uint32_t index, const Known& known) {
  Test test;
  if (!read(e, index, test)) return {};
  const Domain domain = now(test, known);
  if (domain.empty()) return {};  // told of the part that left nothing
  const Can can{!part(domain, test, true).empty(), !part(domain, test, false).empty()};
  const bool asked_again = test.key.none && can.hold;
  if (!can.hold) tell(Settled::How::never_true, index);
  if (!can.fail && !asked_again) tell(Settled::How::never_false, index);
  return can;
}

void Domains::learn(const Expression& e, std::uint32_t index, bool truth, Known& known) const {
  const Node& node = e.at(index);
  if (node.kind == (truth ? Kind::and_ : Kind::or_)) {
    for (const auto part : node.parts) learn(e, part, truth, known);
    return;
  }
  if (node.kind == Kind::not_) return learn(e, node.parts[0], !truth, known);
  Test test;
  if (!read(e, index, test) || !test.kept) return;
  known[test.key] = part(now(test, known), test, truth);
}

bool Domains::read(const Expression& e, std::uint32_t index, Test& test) const {
  const Node& node = e.at(index);
  if (node.kind == Kind::compare) {
    const Node& left = e.at(node.parts[0]);
    const Node& right = e.at(node.parts[1]);
    const bool first = is_constant(right);
    const Node& value = first ? right : left;
    if (!is_constant(value) || !read_operand(first ? left : right, test)) return false;
    // An amount's currency is not followed: only its sign is.
    if (value.type.type == Type::money && value.value != 0) return false;
    test.relation = first ? node.relation : mirrored(node.relation);
    test.values = {value.value};
    return true;
  }
  if (node.kind == Kind::one_of) {
    if (!read_operand(e.at(node.parts[0]), test)) return false;
    for (std::size_t i = 1; i < node.parts.size(); ++i) {
      const Node& value = e.at(node.parts[i]);
      if (!is_constant(value) || value.type.type == Type::money) return false;
      test.values.push_back(value.value);
    }
    test.negated = node.negated;
    return true;
  }
  if (node.kind == Kind::holds) {
    test.values = {1};
    return read_operand(e.at(node.parts[0]), test);
  }
  if (node.kind != Kind::stated_none || e.at(node.parts[0]).kind != Kind::path) return false;
  const Node& path = e.at(node.parts[0]);
  test.key = {path.variable, path.steps, true};
  test.all = {{}, 0, 1, true};
  test.values = {1};
  test.negated = node.negated;
  return true;
}

bool Domains::read_operand(const Node& node, Test& test) const {
  constexpr std::int64_t kFar = std::numeric_limits<std::int64_t>::max() / 4;
  if (node.kind == Kind::event) {
    test.key = {std::numeric_limits<std::uint16_t>::max(), {}, false};
    test.all = event_;
    return true;
  }
  if (node.kind == Kind::count) {
    test.kept = false;
    test.all = {{}, 0, kFar, true};
    return true;
  }
  if (node.kind == Kind::literal && node.type.type == Type::boolean) {
    test.kept = false;
    test.all = {{}, node.value, node.value, true};
    return true;
  }
  if (node.kind != Kind::path) return false;
  const auto& field = vocabulary_.entity(node.owners.back()).fields[node.steps.back()];
  test.key = {node.variable, node.steps, false};
  switch (field.type) {
    case Type::boolean:
      test.all = {{}, 0, 1, true};
      return true;
    case Type::code:
      test.all.codes.assign(vocabulary_.list(field.target).codes.size(), true);
      return true;
    case Type::integer:
    case Type::decimal:
    case Type::percent:
    case Type::money:
    case Type::date:
      test.all = {{}, field.min.value_or(-kFar), field.max.value_or(kFar), true};
      return true;
    default:
      return false;
  }
}

Domains::Domain Domains::now(const Test& test, const Known& known) {
  const auto at = test.kept ? known.find(test.key) : known.end();
  return at == known.end() ? test.all : at->second;
}

/// What is left of a domain where the test comes out so. A value taken out of the middle of a range
/// is not followed.
Domains::Domain Domains::part(Domain domain, const Test& test, bool truth) {
  const bool holds_wanted = truth != test.negated;
  if (!domain.ranged) {
    for (std::size_t code = 0; code < domain.codes.size(); ++code) {
      const bool held = std::ranges::any_of(test.values, [&](std::int64_t value) {
        return holds(test.relation, static_cast<std::int64_t>(code), value);
      });
      if (held != holds_wanted) domain.codes[code] = false;
    }
    return domain;
  }
  const auto fits = [&](std::int64_t v) {
    return std::ranges::any_of(test.values, [&](std::int64_t w) {
             return holds(test.relation, v, w);
           }) == holds_wanted;
  };
  // The test changes at its values only: the ends move to the nearest place where it fits.
  std::vector<std::int64_t> places{domain.low, domain.high};
  for (const auto value : test.values) {
    for (const auto near : {value - 1, value, value + 1}) {
      if (domain.low <= near && near <= domain.high) places.push_back(near);
    }
  }
  Domain left{{}, 1, 0, true};
  for (const auto place : places) {
    if (!fits(place)) continue;
    if (left.low > left.high) left.low = left.high = place;
    left.low = std::min(left.low, place);
    left.high = std::max(left.high, place);
  }
  return left;
}

}  // namespace periksa::language
