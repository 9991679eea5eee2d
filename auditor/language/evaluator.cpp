// SPDX-License-Identifier: Apache-2.0
#include "auditor/language/evaluator.h"

#include <algorithm>

namespace periksa::language {

const facts::Facts& Environment::home(facts::EntityId entity) const {
  const auto& vocabulary = filing->vocabulary();
  const bool of_worker = entity == vocabulary.worker() || vocabulary.entity(entity).in_worker;
  return of_worker ? *workers : *filing;
}

namespace {

/// The cell a program is about, if it only loads one that is a known number.
const facts::Cell* only_cell(const Program& program, const Environment& environment) {
  const Instruction& in = program.code.front();
  if (program.code.size() != 1 || in.code != Code::load) return nullptr;
  const Record& record = environment.variables[in.a];
  if (record.cells == nullptr || !environment.as_filed(record)) return nullptr;
  const auto& cell = record.cells[in.field];
  const bool number = cell.state == facts::State::known && in.type != facts::Type::text;
  return number ? &cell : nullptr;
}

}  // namespace

Truth Evaluator::condition(const Program& program, const Environment& environment,
                           Reliance& reliance) {
  frames_.clear();
  run<false>(program, environment);
  reliance.join(reliance_);
  return reg(program.result).truth;
}

Operand Evaluator::operand(const Program& program, const Environment& environment,
                           Reliance& reliance) {
  if (const facts::Cell* cell = only_cell(program, environment)) {
    reliance.rest_on(environment.standing_of(cell->source).basis);
    return Operand::of(cell->value, cell->unit);
  }
  frames_.clear();
  run<false>(program, environment);
  reliance.join(reliance_);
  return reg(program.result).operand;
}

Truth Evaluator::condition(const Program& program, const Environment& environment,
                           Reliance& reliance, Frame& trace) {
  frames_.assign(1, &trace);
  run<true>(program, environment);
  reliance.join(reliance_);
  return reg(program.result).truth;
}

Operand Evaluator::operand(const Program& program, const Environment& environment,
                           Reliance& reliance, Frame& trace) {
  frames_.assign(1, &trace);
  run<true>(program, environment);
  reliance.join(reliance_);
  return reg(program.result).operand;
}

/// Tells the truth of a condition on one known field, as the code behind it would.
inline bool Evaluator::known(const Instruction& in, const Program& program) {
  const Record& record = records_.data()[in.a];
  if (record.cells == nullptr || !environment_->as_filed(record)) return false;
  const facts::Cell& cell = record.cells[in.field];
  bool truth = false;
  if (cell.state != facts::State::known) {
    const bool none = cell.state == facts::State::stated_none && in.count == 0 && !in.flag;
    if (!none) return false;
    const auto& field = environment_->filing->vocabulary().entity(in.entity).fields[in.field];
    truth = field.none != facts::NoneMeans::zero;
  } else if (in.flag) {
    if (!environment_->event.exact()) return false;
    truth = holds(in.relation, cell.value, environment_->event.low);
  }
  const auto* const numbers = program.numbers.data() + in.y;
  for (std::size_t i = 0; i < in.count; ++i)
    truth = truth || holds(in.relation, cell.value, numbers[i]);
  reg(in.dst).truth = truth_of(truth != in.falls);
  rest_on(cell.source);
  return true;
}

void Evaluator::begin(const Program& program, const Environment& environment) {
  environment_ = &environment;
  reliance_ = {};
  if (frames_.empty()) fleeting_.clear();
  open_loops_ = 0;
  shadow_.clear();  // a traced run may end inside one
  if (registers_.size() < program.registers) registers_.resize(program.registers);
  if (records_.size() < program.records) records_.resize(program.records);
  std::copy(environment.variables.begin(), environment.variables.end(), records_.begin());
}

template <bool traced>
void Evaluator::run(const Program& program, const Environment& environment) {
  begin(program, environment);
  const Instruction* const code = program.code.data();
  const auto size = static_cast<std::uint32_t>(program.code.size());
  for (std::uint32_t at = 0; at < size;) {
    const Instruction& in = code[at];
    if constexpr (traced) {
      while (!shadow_.empty() && shadow_.back() <= at) shadow_.pop_back();
    }
    switch (in.code) {
      case Code::known:
        at = !traced && known(in, program) ? in.x : at + 1;
        break;
      case Code::all:
      case Code::any: {
        const bool stands = join(in);
        ++at;
        if constexpr (!traced) {
          if (stands) at = in.x;
        } else {
          note(in);
          const bool inner = shadow_.empty() || shadow_.back() >= in.x;
          if (stands && in.x > at && inner) shadow_.push_back(in.x);
        }
        break;
      }
      case Code::loop_begin:
        at = loop_begin<traced>(program, at);
        break;
      case Code::loop_next:
        at = loop_next<traced>(program, at);
        break;
      default:
        execute(in, program);
        if constexpr (traced) note(in);
        ++at;
    }
  }
}

template void Evaluator::run<false>(const Program&, const Environment&);
template void Evaluator::run<true>(const Program&, const Environment&);

void Evaluator::execute(const Instruction& in, const Program& program) {
  Register& dst = reg(in.code == Code::follow ? std::uint16_t{0} : in.dst);
  const auto a = [&]() -> const Register& { return reg(in.a); };
  const auto b = [&]() -> const Register& { return reg(in.b); };
  switch (in.code) {
    case Code::constant:
      dst.operand = program.constants[in.x];
      break;
    case Code::event:
      dst.operand = environment_->event;
      break;
    case Code::as_of:
      dst.operand = Operand::of(environment_->as_of.days());
      break;
    case Code::record:
      dst.operand = record_value(records_[in.a]);
      break;
    case Code::load:
      load(in);
      break;
    case Code::follow:
      follow(in);
      break;
    case Code::to_truth: {
      const Operand& value = a().operand;
      dst.truth = value.maybe_none || !value.exact()
                      ? compare(Relation::equal, value, Operand::of(1), in.type).truth
                      : truth_of(value.low == 1);
      break;
    }
    case Code::stated_none: {
      const Truth none = periksa::language::stated_none(a().operand);
      dst.truth = in.flag ? periksa::language::negate(none) : none;
      break;
    }
    case Code::asserted: {
      const Truth by = asserted(in);
      dst.truth = in.flag ? periksa::language::negate(by) : by;
      break;
    }
    case Code::compare: {
      const Compared result =
          periksa::language::compare(in.relation, a().operand, b().operand, in.type);
      dst.truth = result.truth;
      law_ = result.law;
      break;
    }
    case Code::one_of: {
      allowed_.clear();
      for (std::size_t i = 0; i < in.count; ++i) {
        allowed_.push_back(&reg(program.pool[in.x + i]).operand);
      }
      const Compared result = periksa::language::one_of(a().operand, allowed_, in.type);
      dst.truth = in.flag ? periksa::language::negate(result.truth) : result.truth;
      law_ = result.law;
      break;
    }
    case Code::both:
      dst.truth = periksa::language::both(dst.truth, a().truth);
      break;
    case Code::negate:
      dst.truth = periksa::language::negate(a().truth);
      break;
    case Code::copy:
      dst = a();
      break;
    case Code::limit:
    case Code::listed:
      look_up(in, program);
      break;
    case Code::in_version:
      in_version(in);
      break;
    default:
      arithmetic(in);
  }
}

void Evaluator::arithmetic(const Instruction& in) {
  Operand& dst = reg(in.dst).operand;
  const Operand& a = reg(in.a).operand;
  const Operand& b = reg(in.b).operand;
  bool months = false;
  switch (in.code) {
    case Code::plus:
    case Code::minus:
      dst = plus(a, b, in.code == Code::minus);
      break;
    case Code::date_plus:
    case Code::date_minus:
      dst = date_plus(a, b, in.code == Code::date_minus, environment_->reading, months);
      if (!shadowed()) reliance_.months = reliance_.months || months;
      break;
    case Code::times:
      dst = times(a, b, in.type);
      break;
    case Code::whole_years:
      dst = periksa::language::whole_years(a, b);
      break;
    case Code::whole_months:
      dst = periksa::language::whole_months(a, b);
      break;
    default:
      dst = days_between(a, b);
  }
}

void Evaluator::note(const Instruction& in) {
  if (in.traced) {
    const auto [at, first] = frames_.back()->try_emplace(in.node);
    Recorded& recorded = at->second;
    recorded.truth = reg(in.dst).truth;
    recorded.operand = reg(in.dst).operand;
    // A chain is written part by part, and its own outcome shadows only its later parts.
    if (first) recorded.examined = !shadowed();
    recorded.law = recorded.law || law_;
  }
  if (!cells_.empty() || !rows_.empty()) {
    Recorded& recorded = (*frames_.back())[in.node];
    recorded.cells.insert(recorded.cells.end(), cells_.begin(), cells_.end());
    recorded.rows.insert(recorded.rows.end(), rows_.begin(), rows_.end());
  }
  cells_.clear();
  rows_.clear();
  law_ = false;
}

}  // namespace periksa::language
