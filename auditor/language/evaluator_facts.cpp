// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "auditor/language/evaluator.h"

namespace periksa::language {
namespace {

using facts::State;

bool speaks(const facts::Cell& cell) {
  return cell.state == State::known || cell.state == State::stated_none ||
         cell.state == State::contradictory;
}

const facts::Cell& cell_of(const Environment& environment, const CellRef& ref) {
  if (environment.overlay && environment.overlay->at == ref) return environment.overlay->cell;
  return ref.facts->table(ref.entity).cell(ref.row, ref.field);
}

}  // namespace

/// The weakest source of what was read; of a contradiction, the strongest of those that speak, as
/// what holds for every reading holds by each of them alone.
void Evaluator::rest_on(const facts::Facts& facts, const facts::Cell& cell) {
  if (shadowed() || !speaks(cell)) return;
  if (cell.state != State::contradictory) return rest_on(cell.source);
  facts::Basis strongest = facts::Basis::statement;
  for (const auto& one : facts.alternatives(cell)) {
    const facts::Basis basis = environment_->standing_of(one.source).basis;
    strongest = std::min(strongest, basis);
    reliance_.told_by |= Reliance::bit(basis);
  }
  reliance_.basis = std::max(reliance_.basis, strongest);
}

/// What nearly every load is: a known value that is no text.
bool Evaluator::load_number(const Instruction& in, const facts::Cell& cell) {
  if (cell.state != State::known || in.type == facts::Type::text) return false;
  reg(in.dst).operand = Operand::of(cell.value, cell.unit);
  rest_on(cell.source);
  return true;
}

void Evaluator::load(const Instruction& in) {
  const Record& record = records_[in.a];
  const bool quick = record.cells && frames_.empty() && environment_->as_filed(record);
  if (quick && load_number(in, record.cells[in.field])) return;
  const auto& field = environment_->filing->vocabulary().entity(in.entity).fields[in.field];
  Operand& dst = reg(in.dst).operand;
  const bool tracing = !frames_.empty();
  if (record.row < 0) {
    dst = read(*environment_->filing, field, facts::Cell{}, arena());
    if (tracing && record.via.facts) cells_.push_back(record.via);
    return;
  }
  const CellRef ref{record.facts, in.entity, in.field, static_cast<std::uint32_t>(record.row)};
  const facts::Cell& cell = cell_of(*environment_, ref);
  dst = read(*record.facts, field, cell, arena());
  rest_on(*record.facts, cell);
  if (tracing) cells_.push_back(ref);
}

/// What a reference to this record would hold.
Operand Evaluator::record_value(const Record& record) const {
  if (record.row < 0) return Operand::range(kLeast, kMost);
  const bool mentioned =
      environment_->mention != 0 && record.entity == environment_->filing->vocabulary().worker();
  return Operand::of(mentioned ? environment_->mention : record.row);
}

void Evaluator::follow(const Instruction& in) {
  const Record& from = records_[in.a];
  Record to;
  to.entity = in.entity;
  to.via = from.via;
  if (from.row >= 0) {
    to.via = {from.facts, from.entity, in.field, static_cast<std::uint32_t>(from.row)};
    const facts::Cell& cell = cell_of(*environment_, to.via);
    rest_on(*from.facts, cell);
    if (!frames_.empty()) cells_.push_back(to.via);
    if (cell.state == State::known && cell.value >= 0) {
      to.facts = &environment_->home(in.entity);
      to.row = cell.value;
      to.cells = to.facts->table(in.entity).whole_row(static_cast<std::uint32_t>(to.row));
    }
  }
  records_[in.dst] = to;
}

/// Whose word the field is: of all who speak, or it is not certain.
Truth Evaluator::asserted(const Instruction& in) const {
  const Record& record = records_[in.a];
  if (record.row < 0) return Truth::unknown;
  const facts::Cell& cell = cell_of(
      *environment_, {record.facts, in.entity, in.field, static_cast<std::uint32_t>(record.row)});
  if (!speaks(cell)) return Truth::unknown;
  const auto is_theirs = [&](const facts::Cell& one) {
    return static_cast<std::uint32_t>(environment_->standing_of(one.source).asserter) == in.x;
  };
  if (cell.state != State::contradictory) return truth_of(is_theirs(cell));
  const auto all = record.facts->alternatives(cell);
  const auto theirs = std::ranges::count_if(all, is_theirs);
  if (theirs == 0) return Truth::no;
  return theirs == std::ssize(all) ? Truth::yes : Truth::unknown;
}

void Evaluator::in_version(const Instruction& in) {
  const auto& window = environment_->version;
  const Operand& date = reg(in.a).operand;
  bool all = !date.maybe_none;
  bool any = date.maybe_none;
  const auto add = [&](std::int64_t low, std::int64_t high) {
    all = all && low >= window.sure_from.days() && high < window.sure_to.days();
    any = any || (high >= window.from.days() && low < window.to.days());
  };
  if (date.shape == Operand::Shape::several) {
    for (const Atom& atom : date.atoms) add(atom.value, atom.value);
  } else {
    add(date.low, date.high);
  }
  reg(in.dst).truth = all ? Truth::yes : any ? Truth::unknown : Truth::no;
}

void Evaluator::look_up(const Instruction& in, const Program& program) {
  const auto& limit = environment_->limits->at(in.entity);
  keys_.clear();
  key_sets_.clear();
  Register& dst = reg(in.dst);
  // Spans into keys_ are made after it has its final size.
  std::size_t listed_values = 0;
  bool nothing = false;
  for (std::size_t i = 0; i < in.count; ++i) {
    const Operand& key = reg(program.pool[in.x + i]).operand;
    listed_values += std::max<std::size_t>(1, key.atoms.size());
    nothing = nothing || key.maybe_none;
  }
  keys_.reserve(listed_values);
  for (std::size_t i = 0; i < in.count; ++i) {
    const Operand& key = reg(program.pool[in.x + i]).operand;
    law::KeySet set{{}, key.low, key.high};
    const std::size_t begin = keys_.size();
    if (key.shape == Operand::Shape::several) {
      for (const auto& atom : key.atoms) keys_.push_back(atom.value);
      set.values = {keys_.data() + begin, keys_.size() - begin};
    } else if (key.shape == Operand::Shape::exact) {
      keys_.push_back(key.low);
      set.values = {keys_.data() + begin, 1};
    }
    key_sets_.push_back(set);
  }
  if (nothing) {  // a key that may be none
    dst.operand = Operand::range(kLeast, kMost);
    dst.operand.any_unit = true;
    dst.truth = Truth::unknown;
    return;
  }
  const std::span<const law::KeySet> sets(key_sets_);
  look_up_answer(in, law::look_up(limit, sets.first(sets.size() - 1), sets.back()));
}

void Evaluator::look_up_answer(const Instruction& in, const law::Found& found) {
  Register& dst = reg(in.dst);
  if (!shadowed()) {
    reliance_.grade = std::max(reliance_.grade, found.grade);
    reliance_.uncertain = reliance_.uncertain || found.uncertain;
    reliance_.stale = reliance_.stale || found.stale;
  }
  if (!frames_.empty()) rows_.assign(found.rows.begin(), found.rows.end());
  using Answer = law::Found::Answer;
  law_ = found.answer == Answer::unknown;
  if (in.code == Code::listed) {
    dst.truth = found.answer == Answer::rows     ? Truth::yes
                : found.answer == Answer::no_row ? Truth::no
                                                 : Truth::unknown;
    return;
  }
  if (found.answer != Answer::rows) {
    dst.operand = Operand::range(kLeast, kMost);
    dst.operand.any_unit = true;
    dst.operand.law_unknown = true;
    return;
  }
  const auto* first = found.rows.front();
  const bool one = std::all_of(found.rows.begin(), found.rows.end(), [&](const law::LimitRow* row) {
    return row->value == first->value && row->unit == first->unit;
  });
  dst.operand = Operand::of(first->value, first->unit);
  if (one) return;
  std::vector<Atom> atoms;
  for (const auto* row : found.rows) atoms.push_back({row->value, row->unit, {}});
  const auto [least, most] = std::minmax_element(
      atoms.begin(), atoms.end(), [](const Atom& x, const Atom& y) { return x.value < y.value; });
  dst.operand.shape = Operand::Shape::several;
  dst.operand.low = least->value;
  dst.operand.high = most->value;
  dst.operand.any_unit = std::any_of(atoms.begin(), atoms.end(),
                                     [&](const Atom& atom) { return atom.unit != first->unit; });
  dst.operand.atoms = arena().atoms(std::move(atoms));
}

}  // namespace periksa::language
