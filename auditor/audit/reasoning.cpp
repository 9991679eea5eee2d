// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/reasoning.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "auditor/audit/values.h"
#include "auditor/language/leaves.h"
#include "auditor/language/words.h"

namespace periksa::audit {
namespace {

using language::Expression;
using language::Frame;
using language::is_condition;
using language::Kind;
using language::Node;
using language::Recorded;
using language::Truth;

constexpr std::size_t kMostRecords = 20;  // of one loop, told in a reasoning

results::Truth shown(Truth truth) {
  if (truth == Truth::unknown) return results::Truth::unknown;
  return language::is_true(truth) ? results::Truth::yes : results::Truth::no;
}

/// Whether a record made the quantifier over it what it is: of a definite one, those that came out
/// its way; of an unknown one, those that could not be told.
bool decides(const Recorded& recorded, const Node& n, const language::Iteration& one) {
  if (one.filter == Truth::no) return false;
  const bool holds = language::is_true(one.body);
  if (recorded.truth == Truth::unknown) {
    const bool open = one.body == Truth::unknown || one.filter == Truth::unknown;
    return open && !(holds && n.quantifier == language::Quantifier::every);
  }
  const bool wanted = language::is_true(recorded.truth);
  return n.quantifier == language::Quantifier::none ? holds != wanted : holds == wanted;
}

const Recorded* find(const Frame& frame, std::uint32_t index) {
  const auto at = frame.find(index);
  return at == frame.end() ? nullptr : &at->second;
}

/// Calls `tell` for records of a loop, in order, and gives how many it left out: a reasoning of
/// thousands of records is read by nobody. Those that decided come before those that were counted,
/// these before the others. What they were read from is evidence all the same.
template <class Decided, class Tell>
std::size_t told_less(const std::vector<language::Iteration>& all, Decided decided, Tell tell) {
  std::array<std::size_t, 3> places{};  // left for each kind
  const auto kind = [&](const language::Iteration& one) -> std::size_t {
    return decided(one) ? 0 : one.filter != Truth::no ? 1 : 2;
  };
  for (const auto& one : all) ++places.at(kind(one));
  std::size_t left = all.size() <= kMostRecords + 1 ? all.size() : kMostRecords;
  const std::size_t left_out = all.size() - left;
  for (auto& place : places) {
    place = std::min(place, left);
    left -= place;
  }
  for (const auto& one : all) {
    std::size_t& place = places.at(kind(one));
    if (place == 0) continue;
    --place;
    tell(one);
  }
  return left_out;
}

using Seen =
    std::set<std::tuple<const facts::Facts*, facts::EntityId, std::uint32_t, facts::FieldId>>;

void collect_cells(const Frame& frame, Seen& seen, std::vector<language::CellRef>& out) {
  for (const auto& [index, recorded] : frame) {
    for (const auto& ref : recorded.cells) {
      if (seen.emplace(ref.facts, ref.entity, ref.row, ref.field).second) out.push_back(ref);
    }
    for (const auto& iteration : recorded.iterations) collect_cells(iteration.frame, seen, out);
  }
}

}  // namespace

bool shows_private(const Expression& e, const Node& node, const facts::Vocabulary& vocabulary) {
  const bool from_parts = node.kind == Kind::let || node.kind == Kind::plus ||
                          node.kind == Kind::minus || node.kind == Kind::times;
  if (from_parts) {
    return std::any_of(node.parts.begin(), node.parts.end(), [&](std::uint32_t part) {
      return shows_private(e, e.at(part), vocabulary);
    });
  }
  if (node.kind == Kind::sum) return shows_private(e, e.at(node.parts.back()), vocabulary);
  if (node.kind != Kind::path) return false;
  return is_private(vocabulary.entity(node.owners.back()).fields[node.steps.back()].privacy);
}

std::vector<language::CellRef> Reasoning::cells(const Frame& frame) {
  Seen seen;
  std::vector<language::CellRef> cells;
  collect_cells(frame, seen, cells);
  return cells;
}

results::Trace Reasoning::trace(const Expression& expression, const Frame& frame) {
  // What holds settles nothing: the verdict hangs on what failed or could not be told.
  const auto root = frame.find(expression.root);
  const bool decisive = root != frame.end() && !language::is_true(root->second.truth);
  return node(expression, frame, expression.root, decisive);
}

results::Trace Reasoning::node(const Expression& e, const Frame& frame, std::uint32_t index,
                               bool decisive) {
  const Node& n = e.at(index);
  results::Trace trace;
  trace.text = language::words(e, index, rules_.vocabulary(), rules_.limits(), rule_.variables);
  const Recorded* recorded = find(frame, index);
  trace.examined = recorded && recorded->examined;
  if (!recorded) return trace;
  if (is_condition(n.kind)) {
    trace.truth = shown(recorded->truth);
    trace.decisive = decisive;
  } else if (!shows_private(e, n, rules_.vocabulary())) {
    trace.values = to_values(rules_.vocabulary(), n.type, recorded->operand, book_.names());
  }
  for (const auto& ref : recorded->cells) trace.facts.push_back(book_.add(ref));
  if (language::is_loop(n.kind)) {
    loop(e, *recorded, n, trace, decisive);
    return trace;
  }
  for (const auto part : n.parts) {
    const Node& child = e.at(part);
    if (child.kind == Kind::literal || child.kind == Kind::code || child.kind == Kind::as_of)
      continue;
    const Recorded* below = find(frame, part);
    // A part decides if it came out as the whole did; under `not`, the only part decides.
    const bool same = below && is_condition(child.kind) &&
                      (n.kind == Kind::not_ || shown(below->truth) == shown(recorded->truth));
    trace.parts.push_back(node(e, frame, part, decisive && same && below->examined));
  }
  return trace;
}

void Reasoning::loop(const Expression& e, const Recorded& recorded, const Node& n,
                     results::Trace& trace, bool decisive) {
  const auto decided = [&](const language::Iteration& one) {
    return decisive && n.kind == Kind::quantified && decides(recorded, n, one);
  };
  const std::size_t left_out = told_less(recorded.iterations, decided, [&](const auto& one) {
    trace.parts.push_back(iteration(e, one, n, decided(one)));
  });
  if (left_out > 0) {
    results::Trace more;
    more.text = {fmt::format("dan {} lagi, dibaca dengan cara yang sama", left_out),
                 fmt::format("and {} more, read in the same way", left_out)};
    trace.parts.push_back(std::move(more));
  }
  if (!recorded.incomplete) return;
  results::Trace open;
  open.text = {"daftar ini mungkin belum lengkap", "this list may not be complete"};
  open.truth = results::Truth::unknown;
  open.decisive = decisive && recorded.truth == Truth::unknown;
  trace.parts.push_back(std::move(open));
}

results::Trace Reasoning::iteration(const Expression& e, const language::Iteration& one,
                                    const Node& n, bool decisive) {
  results::Trace trace;
  const auto row = static_cast<std::uint32_t>(one.record.row);
  const std::string name = book_.names().record(one.record.entity, row);
  const auto& label = rules_.vocabulary().entity(one.record.entity).label;
  trace.text = {label.id + " " + name, label.en + " " + name};
  trace.decisive = decisive;
  if (one.filter == Truth::no) {
    trace.text.id += " (tidak termasuk)";
    trace.text.en += " (not counted)";
  } else if (n.kind == Kind::quantified && n.has_body) {
    trace.truth = shown(one.body);
  }
  for (const auto part : n.parts) {
    const bool condition = is_condition(e.at(part).kind);
    trace.parts.push_back(node(e, one.frame, part, decisive && condition));
  }
  return trace;
}

void Reasoning::add(std::vector<Cause>& out, std::size_t fact, const char* kind) {
  const bool there =
      std::any_of(out.begin(), out.end(), [&](const Cause& c) { return c.fact == fact; });
  if (!there) out.push_back({fact, kind});
}

std::vector<Reasoning::Cause> Reasoning::causes(const Expression& expression, const Frame& frame) {
  std::vector<Cause> out;
  find_causes(expression, frame, expression.root, out);
  return out;
}

void Reasoning::find_causes(const Expression& e, const Frame& frame, std::uint32_t index,
                            std::vector<Cause>& out) {
  const Recorded* recorded = find(frame, index);
  if (!recorded || recorded->truth != Truth::unknown || !recorded->examined) return;
  const Node& n = e.at(index);
  switch (n.kind) {
    case Kind::and_:
    case Kind::or_:
    case Kind::not_:
      for (const auto part : n.parts) find_causes(e, frame, part, out);
      return;
    case Kind::quantified:
      loop_causes(e, *recorded, n, out);
      return;
    default:
      doubtful_reads(e, frame, index, out);
  }
}

void Reasoning::loop_causes(const Expression& e, const Recorded& recorded, const Node& n,
                            std::vector<Cause>& out) {
  for (const auto& one : recorded.iterations) {
    if (one.filter == Truth::no) continue;
    for (const auto part : n.parts) find_causes(e, one.frame, part, out);
  }
  if (!recorded.incomplete) return;
  if (recorded.collection) {
    add(out, book_.add_collection(*recorded.collection, n.entity, recorded.parent), "completeness");
  }
}

/// Below a comparison that could not be told: every fact that has not exactly one value, every
/// table not on file.
void Reasoning::doubtful_reads(const Expression& e, const Frame& frame, std::uint32_t index,
                               std::vector<Cause>& out) {
  const Recorded* recorded = find(frame, index);
  if (!recorded) return;
  const Node& n = e.at(index);
  if (n.kind == Kind::path && !recorded->operand.exact()) {
    for (const auto& ref : recorded->cells) {
      const auto state = ref.facts->table(ref.entity).cell(ref.row, ref.field).state;
      const bool followed = &ref != &recorded->cells.back() && state == facts::State::known &&
                            ref.facts->table(ref.entity).cell(ref.row, ref.field).value >= 0;
      if (!followed) add(out, book_.add(ref), "fact");
    }
  }
  if ((n.kind == Kind::limit || n.kind == Kind::listed) && recorded->law) {
    const auto& limit = rules_.limits().at(n.limit_index);
    add(out, book_.add_law(limit.name, limit.label), "law");
  }
  if (n.kind == Kind::count || n.kind == Kind::sum) {
    for (const auto& one : recorded->iterations) {
      if (one.filter == Truth::no) continue;
      for (const auto part : n.parts) doubtful_reads(e, one.frame, part, out);
    }
    if (recorded->incomplete && recorded->collection) {
      add(out, book_.add_collection(*recorded->collection, n.entity, recorded->parent),
          "completeness");
    }
    return;
  }
  for (const auto part : n.parts) doubtful_reads(e, frame, part, out);
  // Amounts of two currencies: no table is read, but a rate would settle it.
  const bool told = std::any_of(out.begin(), out.end(),
                                [](const Cause& c) { return std::string_view(c.kind) == "law"; });
  if (n.kind == Kind::compare && recorded->law && !told) {
    add(out, book_.add_law("exchange_rate", {"kurs mata uang", "exchange rate"}), "law");
  }
}

}  // namespace periksa::audit
