// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/kleene.h"

#include <algorithm>

namespace periksa::audit {
namespace {

using language::Expression;
using language::Frame;
using language::Iteration;
using language::Kind;
using language::Node;
using language::Quantifier;
using language::Recorded;
using language::Truth;
using results::Verdict;

bool holds(Truth t) {
  return t == Truth::yes || t == Truth::empty;
}

Truth opposite(Truth t) {
  if (t == Truth::unknown) return t;
  return t == Truth::no ? Truth::yes : Truth::no;
}

/// The rows of the table of `and`, from the strongest: one no, one unknown, one plain yes, only
/// empty ones.
Truth all_of(const std::vector<Truth>& parts) {
  for (const Truth strongest : {Truth::no, Truth::unknown, Truth::yes}) {
    if (std::ranges::find(parts, strongest) != parts.end()) return strongest;
  }
  return Truth::empty;
}

/// Of `or`: one yes, one empty, one unknown, only noes.
Truth any_of(const std::vector<Truth>& parts) {
  for (const Truth strongest : {Truth::yes, Truth::empty, Truth::unknown}) {
    if (std::ranges::find(parts, strongest) != parts.end()) return strongest;
  }
  return Truth::no;
}

class Reader {
 public:
  explicit Reader(const Expression& e) : e_(e) {}

  Truth of(const Frame& frame, std::uint32_t index) const {
    const Node& node = e_.at(index);
    const auto found = frame.find(index);
    if (found == frame.end()) return Truth::unknown;
    if (node.kind == Kind::quantified) return quantified(found->second, node);
    if (node.kind == Kind::not_) return opposite(of(frame, node.parts[0]));
    if (node.kind != Kind::and_ && node.kind != Kind::or_) return found->second.truth;
    std::vector<Truth> parts;
    for (const auto part : node.parts) parts.push_back(of(frame, part));
    return node.kind == Kind::and_ ? all_of(parts) : any_of(parts);
  }

 private:
  Truth filter_of(const Iteration& one, const Node& node) const {
    // Whether a record lies in the version is recorded with the filter only.
    if (!node.has_filter || node.this_version) return one.filter;
    return of(one.frame, node.parts[0]);
  }

  Truth quantified(const Recorded& recorded, const Node& node) const {
    const bool every = node.quantifier == Quantifier::every;
    bool looked = false;
    std::vector<Truth> each;  // for `every`: filter implies body; else: filter and body
    for (const auto& one : recorded.iterations) {
      const Truth filter = filter_of(one, node);
      if (filter == Truth::no) continue;
      looked = true;
      const Truth body =
          node.has_body ? of(one.frame, node.parts[node.has_filter ? 1 : 0]) : Truth::yes;
      const Truth fits = holds(body) ? Truth::yes : body;
      if (every) {
        const bool doubtful = fits == Truth::no && filter == Truth::unknown;
        each.push_back(doubtful ? Truth::unknown : fits);
      } else {
        each.push_back(all_of({holds(filter) ? Truth::yes : filter, fits}));
      }
    }
    if (recorded.incomplete) each.push_back(Truth::unknown);
    if (every) return !looked && !recorded.incomplete ? Truth::empty : all_of(each);
    const Truth some = any_of(each);
    return node.quantifier == Quantifier::none ? opposite(some) : some;
  }

  const Expression& e_;
};

Verdict table(Truth when, Truth require, Truth late) {
  if (when == Truth::no || require == Truth::empty) return Verdict::not_applicable;
  if (require == Truth::yes) return Verdict::met;
  if (late == Truth::no) return Verdict::not_applicable;
  const bool accused = holds(when) && require == Truth::no && late == Truth::yes;
  return accused ? Verdict::breach : Verdict::insufficient;
}

/// Whether the day of a deadline lies before the as-of date.
Truth late(const ruleset::Version& version, const Frame& frame, Date as_of) {
  if (!version.due || frame.empty()) return Truth::yes;
  const auto& due = frame.at(version.due->expression.root).operand;
  if (due.maybe_none || due.only_none) return Truth::unknown;
  if (due.high < as_of.days()) return Truth::yes;
  return due.low >= as_of.days() ? Truth::no : Truth::unknown;
}

bool same(const ruleset::CheckedPtr& part, const Frame& frame, Truth recorded) {
  return !part || frame.empty() || truth_by_leaves(part->expression, frame) == recorded;
}

}  // namespace

Truth truth_by_leaves(const Expression& condition, const Frame& frame) {
  return Reader(condition).of(frame, condition.root);
}

bool agrees_with_leaves(const ruleset::Rule& rule, const ruleset::Judgement& judgement,
                        const ruleset::Recording& recording, Date as_of) {
  if (judgement.reliance.months) return true;
  for (std::size_t i = 0; i < recording.versions.size(); ++i) {
    const auto& parts = judgement.parts[i];
    const auto& one = recording.versions[i];
    const bool read = same(parts.version->when, one.when, parts.when) &&
                      same(parts.version->require, one.require, parts.require);
    if (!read) return false;
    if (!rule.exceptions.empty()) continue;
    const Truth day = late(*parts.version, one.due, as_of);
    if (parts.verdict != table(parts.when, parts.require, day)) return false;
  }
  return true;
}

}  // namespace periksa::audit
