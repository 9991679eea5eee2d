// SPDX-License-Identifier: Apache-2.0
#include "tests/language/naive.h"

#include <algorithm>

namespace periksa::language::test {
namespace {

using facts::State;
using facts::Type;

// docs/rule-language.md §2; rows and columns: no, unknown, empty, yes.
constexpr Truth N = Truth::no;
constexpr Truth U = Truth::unknown;
constexpr Truth E = Truth::empty;
constexpr Truth Y = Truth::yes;
constexpr Truth kAnd[4][4] = {{N, N, N, N}, {N, U, U, U}, {N, U, E, Y}, {N, U, Y, Y}};
constexpr Truth kOr[4][4] = {{N, U, E, Y}, {U, U, E, Y}, {E, E, E, Y}, {Y, Y, Y, Y}};
constexpr Truth kNot[4] = {Y, U, N, N};

std::size_t row(Truth truth) {
  return static_cast<std::size_t>(truth);
}
bool holds(Truth truth) {
  return truth == Y || truth == E;
}
Truth opposite_if(bool negated, Truth truth) {
  return negated ? kNot[row(truth)] : truth;
}

}  // namespace

Naive::Naive(const Expression& checked, const Scope& scope, const Environment& environment)
    : expression_(checked),
      vocabulary_(*scope.vocabulary),
      limits_(*scope.limits),
      environment_(environment),
      outer_(scope.variables.size()) {
  for (std::size_t i = 0; i < outer_; ++i) {
    names_.emplace_back(scope.variables[i].name, environment.variables[i]);
  }
}

const Record& Naive::named(const std::string& name) const {
  for (auto at = names_.rbegin(); at != names_.rend(); ++at) {
    if (at->first == name) return at->second;
  }
  return names_.at(0).second;
}

Truth Naive::truth(std::uint32_t index) {
  const Node& node = at(index);
  switch (node.kind) {
    case Kind::and_: {
      Truth all = truth(node.parts[0]);
      for (const auto part : node.parts) all = kAnd[row(all)][row(truth(part))];
      return all;
    }
    case Kind::or_: {
      Truth any = truth(node.parts[0]);
      for (const auto part : node.parts) any = kOr[row(any)][row(truth(part))];
      return any;
    }
    case Kind::not_:
      return kNot[row(truth(node.parts[0]))];
    case Kind::quantified:
      return quantified(node);
    case Kind::listed:
      return listed(node);
    case Kind::compare:
      return compare(node.relation, value(node.parts[0]), value(node.parts[1]),
                     at(node.parts[0]).type.type);
    case Kind::one_of: {
      std::vector<Values> allowed;
      for (std::size_t i = 1; i < node.parts.size(); ++i) allowed.push_back(value(node.parts[i]));
      return opposite_if(node.negated,
                         one_of(value(node.parts[0]), allowed, at(node.parts[0]).type.type));
    }
    case Kind::stated_none:
      return opposite_if(node.negated, stated_none(value(node.parts[0])));
    case Kind::asserted:
      return opposite_if(node.negated, asserted(node));
    default:
      return compare(Relation::equal, value(node.parts[0]), Values::of(1), Type::boolean);
  }
}

/// The records that surely or perhaps pass the filter, with which of the two.
std::vector<Naive::Seen> Naive::records(const Node& node, bool& complete) {
  std::uint32_t parent = 0;
  if (!node.owner_is_filing) parent = static_cast<std::uint32_t>(named(node.names[1]).row);
  const facts::Facts& home = environment_.home(node.entity);
  const auto& table = home.table(node.entity);
  std::vector<Seen> seen;
  std::int64_t count = 0;
  for (std::uint32_t r = 0; r < table.size(); ++r) {
    if (table.row(r).parent != parent) continue;
    ++count;
    Seen one{Y, {&home, node.entity, r, {}}};
    if (node.has_filter) {
      one.filter = with(node, one.record, [&] { return truth(node.parts[0]); });
    }
    if (node.this_version) one.filter = kAnd[row(one.filter)][row(in_version(node, one.record))];
    if (one.filter != N) seen.push_back(one);
  }
  const auto stated = table.completeness(parent);
  complete = (stated.state == facts::Completeness::State::complete && stated.count == count) ||
             (table.entity().single && count > 0);
  return seen;
}

Truth Naive::in_version(const Node& node, const Record& record) {
  const auto& field = vocabulary_.entity(node.entity).fields[node.version_field_id];
  const auto& table = record.facts->table(node.entity);
  const Values date =
      cell(*record.facts, field,
           table.cell(static_cast<std::uint32_t>(record.row), node.version_field_id));
  const auto& window = environment_.version;
  if (date.none) return U;
  bool all = true;
  bool any = false;
  for (const Span& span : date.spans) {
    all = all && span.low >= window.sure_from.days() && span.high < window.sure_to.days();
    any = any || (span.high >= window.from.days() && span.low < window.to.days());
  }
  return all ? Y : any ? U : N;
}

Truth Naive::quantified(const Node& node) {
  bool complete = false;
  const auto seen = records(node, complete);
  if (node.quantifier == Quantifier::every) return every(node, seen, complete);
  const Truth found = some(node, seen, complete);
  return node.quantifier == Quantifier::some ? found : kNot[row(found)];
}

Truth Naive::every(const Node& node, const std::vector<Seen>& seen, bool complete) {
  bool all = true;
  for (const Seen& one : seen) {
    const Truth body = with(node, one.record, [&] { return truth(node.parts.back()); });
    if (holds(one.filter) && body == N) return N;
    all = all && holds(body);
  }
  if (!complete || !all) return U;
  return seen.empty() ? E : Y;
}

Truth Naive::some(const Node& node, const std::vector<Seen>& seen, bool complete) {
  bool none = true;
  for (const Seen& one : seen) {
    Truth body = Y;
    if (node.has_body) {
      body = with(node, one.record, [&] { return truth(node.parts.back()); });
    }
    if (holds(one.filter) && holds(body)) return Y;
    none = none && body == N;
  }
  return complete && none ? N : U;
}

}  // namespace periksa::language::test
