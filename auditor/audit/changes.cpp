// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/changes.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>

#include "auditor/audit/caps.h"
#include "auditor/audit/reasoning.h"
#include "auditor/audit/values.h"
#include "auditor/base/date.h"
#include "auditor/base/mask.h"
#include "auditor/base/money.h"

namespace periksa::audit {
namespace {

using facts::Cell;
using facts::State;
using facts::Type;
using results::Verdict;

bool clears(Verdict verdict) {
  return verdict <= Verdict::excused;
}

/// How often a finding may be judged anew. A rule on the whole filing looks at every worker each
/// time, and one on a worker at every record of the agency it compares them with: the more is read,
/// the fewer changes are tried.
std::int64_t tries_for(const ruleset::Rule& rule, const ruleset::Case& on, std::size_t cells) {
  constexpr std::int64_t kRecords = 2'000'000;  // of the one agency there is
  constexpr std::int64_t kCells = 200'000;      // of each worker
  constexpr std::int64_t kLeast = 64;
  if (!rule.reads_workers)
    return std::max(kLeast, kCells / std::max<std::int64_t>(1, static_cast<std::int64_t>(cells)));
  const auto workers = on.workers->table(on.workers->vocabulary().worker()).size();
  return std::max(kLeast, kRecords / std::max<std::int64_t>(1, workers));
}

/// Tries other values of one cell and keeps the best change found. Each try is taken off `left`.
class Search {
 public:
  Search(const ruleset::RuleSet& rules, const ruleset::Rule& rule, const ruleset::Case& on,
         ruleset::Judge& judge, Verdict verdict, const std::vector<language::CellRef>& read,
         const language::CellRef& ref, std::int64_t& left)
      : left_(left),
        read_(read),
        rules_(rules),
        rule_(rule),
        on_(on),
        judge_(judge),
        verdict_(verdict),
        ref_(ref),
        field_(ref.facts->table(ref.entity).entity().fields[ref.field]),
        cell_(ref.facts->table(ref.entity).cell(ref.row, ref.field)) {}

  struct Found {
    Cell cell;
    Verdict verdict = Verdict::met;
    bool one_of_many = false;  // others would do as well
  };

  std::optional<Found> run() {
    switch (field_.type) {
      case Type::boolean:
        try_value(1);
        try_value(0);
        break;
      case Type::code:
        try_codes();
        break;
      case Type::integer:
      case Type::decimal:
      case Type::percent:
      case Type::money:
        ordered(field_.min.value_or(0), field_.max.value_or(kMoneyCap), field_.min.value_or(0));
        break;
      case Type::date:
        ordered(Date::of(1900, 1, 1)->days(), Date::of(2199, 12, 31)->days(), on_.as_of.days());
        break;
      case Type::text:
      case Type::period:
      case Type::reference:
        break;
    }
    if (field_.none != facts::NoneMeans::refused && !(best_ && clears(best_->verdict))) {
      Cell none = cell_;
      none.state = State::stated_none;
      none.value = 0;
      consider(none);
    }
    return best_;
  }

 private:
  static constexpr std::size_t kLong = 40;  // a list like that of countries

  std::size_t codes() const { return rules_.vocabulary().list(field_.target).codes.size(); }

  /// Of 249 countries the one in the contract tells more than the first by its letters.
  void try_codes() {
    const auto at_hand = codes_at_hand();
    for (const std::int64_t code : at_hand) try_value(code);
    for (std::size_t i = 0; i < codes(); ++i) try_value(static_cast<std::int64_t>(i));
    if (best_ && std::ranges::find(at_hand, best_->cell.value) == at_hand.end())
      best_->one_of_many = codes() > kLong;
  }

  /// What the finding's other facts say of the same list.
  std::vector<std::int64_t> codes_at_hand() const {
    std::vector<std::int64_t> codes;
    for (const language::CellRef& other : read_) {
      const auto& table = other.facts->table(other.entity);
      const auto& field = table.entity().fields[other.field];
      const Cell& cell = table.cell(other.row, other.field);
      if (field.type == Type::code && field.target == field_.target && cell.state == State::known)
        codes.push_back(cell.value);
    }
    return codes;
  }

  Cell with(std::int64_t value) const {
    Cell cell = cell_;
    cell.state = State::known;
    cell.value = value;
    if (field_.type == Type::money && cell_.state != State::known) cell.unit = pack(Currency{});
    return cell;
  }

  Verdict verdict_of(const Cell& cell) {
    --left_;
    const language::Overlay overlay{ref_, cell};
    ruleset::Case other = on_;
    other.overlay = &overlay;
    const auto judgement = judge_.judge(rule_, rules_.rules(), other);
    const auto readings = readings_of(rule_, judgement, rules_.law());
    return cap(judgement.readiness ? prospect(judgement) : judgement, readings).verdict;
  }

  /// Keeps a change if it is the first, or clears where the kept one does not.
  bool consider(const Cell& cell) {
    const Verdict verdict = verdict_of(cell);
    if (verdict == verdict_) return false;
    if (!best_ || (clears(verdict) && !clears(best_->verdict))) best_ = {cell, verdict};
    return true;
  }

  void try_value(std::int64_t value) {
    if (cell_.state == State::known && cell_.value == value) return;
    if (best_ && clears(best_->verdict)) return;
    consider(with(value));
  }

  /// On an ordered type the verdict is asked at both ends; where an end differs, halving finds the
  /// value nearest to the present one from which it does. An unknown is taken to be at `usual`:
  /// where that changes the verdict already, it is told.
  void ordered(std::int64_t low, std::int64_t high, std::int64_t usual) {
    const bool known = cell_.state == State::known;
    const std::int64_t present = std::clamp(known ? cell_.value : usual, low, high);
    const Verdict now = known ? verdict_ : verdict_of(with(present));
    if (!known) consider(with(present));
    for (const std::int64_t end : {high, low}) {
      if (best_ && clears(best_->verdict)) return;
      const Verdict there = verdict_of(with(end));
      if (there == verdict_ || there == now) continue;
      std::int64_t unchanged = present;
      std::int64_t changed = end;
      while (std::llabs(changed - unchanged) > 1) {
        const std::int64_t middle = unchanged + (changed - unchanged) / 2;
        (verdict_of(with(middle)) == there ? changed : unchanged) = middle;
      }
      consider(with(changed));
    }
  }

  std::int64_t& left_;
  const std::vector<language::CellRef>& read_;
  const ruleset::RuleSet& rules_;
  const ruleset::Rule& rule_;
  const ruleset::Case& on_;
  ruleset::Judge& judge_;
  Verdict verdict_;
  language::CellRef ref_;
  const facts::Field& field_;
  const Cell& cell_;
  std::optional<Found> best_;
};

std::vector<language::CellRef> cells_read(const ruleset::Recording& recording) {
  std::vector<language::CellRef> cells;
  std::set<std::tuple<const facts::Facts*, facts::EntityId, std::uint32_t, facts::FieldId>> seen;
  const auto add = [&](const language::Frame& frame) {
    for (const auto& ref : Reasoning::cells(frame)) {
      if (seen.emplace(ref.facts, ref.entity, ref.row, ref.field).second) cells.push_back(ref);
    }
  };
  add(recording.event);
  for (const auto& one : recording.versions) {
    add(one.when);
    add(one.due);
    add(one.require);
  }
  return cells;
}

/// The nearest day or number is read off the other facts: with a private one among them it would
/// tell what that one is.
bool gives_away(const std::vector<language::CellRef>& cells, const language::CellRef& ref) {
  const auto field = [](const language::CellRef& one) -> const facts::Field& {
    return one.facts->table(one.entity).entity().fields[one.field];
  };
  const Type type = field(ref).type;
  if (type == Type::boolean || type == Type::code) return false;
  return std::any_of(cells.begin(), cells.end(), [&](const language::CellRef& other) {
    return !(other == ref) && field(other).type == type && is_private(field(other).privacy);
  });
}

}  // namespace

void find_changes(const ruleset::RuleSet& rules, const ruleset::Rule& rule, const ruleset::Case& on,
                  ruleset::Judge& judge, Verdict verdict, const ruleset::Recording& recording,
                  FactBook& book, results::Finding& finding) {
  const auto cells = cells_read(recording);
  // The worker's own facts are tried first; what is found is told in the order of reading.
  std::vector<std::size_t> order(cells.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_partition(order, [&](std::size_t i) { return cells[i].facts == on.workers; });
  std::int64_t left = tries_for(rule, on, cells.size());
  std::map<std::size_t, Search::Found> found;
  for (const std::size_t i : order) {
    if (left <= 0) break;
    if (const auto change = Search(rules, rule, on, judge, verdict, cells, cells[i], left).run())
      found.emplace(i, *change);
  }
  for (const auto& [i, to] : found) {
    const language::CellRef& ref = cells[i];
    const auto& field = ref.facts->table(ref.entity).entity().fields[ref.field];
    results::Change change;
    change.fact = book.add(ref);
    change.state = to_string(to.cell.state);
    change.to = to_value(*ref.facts, field, to.cell, book.names());
    if (to.one_of_many)
      change.to.label = {"nilai lain, misalnya " + change.to.label.id,
                         "another value, such as " + change.to.label.en};
    if (!change.to.text.empty() && gives_away(cells, ref)) change.to = {"text", kMask, {}};
    change.verdict = to.verdict;
    finding.changes.push_back(std::move(change));
  }
  // Where not all could be tried, it is not known that none would do.
  if (left <= 0) return;
  finding.changes_exhausted = finding.changes.empty();
}

}  // namespace periksa::audit
