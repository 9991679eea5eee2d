// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <tuple>

#include "auditor/language/evaluator.h"

namespace periksa::language {
namespace {

/// What a loop has seen so far, shared by all of its kinds.
template <class Loop>
void judge(Loop& loop, Quantifier quantifier, Truth filter, Truth body) {
  if (filter == Truth::no) return;
  loop.looked = true;
  const bool surely = is_true(filter);
  if (quantifier == Quantifier::every) {
    if (body == Truth::no && surely) loop.no = true;
    if (body == Truth::unknown || (body == Truth::no && !surely)) loop.unknown = true;
    return;
  }
  if (is_true(body) && surely) loop.yes = true;
  if (body == Truth::unknown || (is_true(body) && !surely)) loop.unknown = true;
}

template <class Loop>
Truth verdict(const Loop& loop, Quantifier quantifier) {
  if (quantifier == Quantifier::every) {
    if (loop.no) return Truth::no;
    if (loop.unknown || loop.incomplete) return Truth::unknown;
    return loop.looked ? Truth::yes : Truth::empty;
  }
  const Truth some = loop.yes                          ? Truth::yes
                     : loop.unknown || loop.incomplete ? Truth::unknown
                                                       : Truth::no;
  return quantifier == Quantifier::some ? some : negate(some);
}

/// Adds one record's amount. Where it may have several currencies, it has each of them perhaps.
void add_money(MoneySum& money, const Operand& value, bool perhaps_nothing) {
  const auto add = [&](std::uint16_t unit, std::int64_t low, std::int64_t high, bool perhaps) {
    money.add(unit, perhaps ? std::min<std::int64_t>(low, 0) : low,
              perhaps ? std::max<std::int64_t>(high, 0) : high);
  };
  if (value.sum) {
    money.open = money.open || value.sum->open;
    money.falls = money.falls || value.sum->falls;
    for (const auto& part : value.sum->parts) add(part.unit, part.low, part.high, perhaps_nothing);
  } else if (value.any_unit && value.shape == Operand::Shape::several) {
    MoneySum one;  // by currency, from the least to the greatest
    for (const auto& atom : value.atoms) {
      const auto same = [&](const MoneySum::Part& part) { return part.unit == atom.unit; };
      const auto at = std::find_if(one.parts.begin(), one.parts.end(), same);
      if (at == one.parts.end()) {
        one.add(atom.unit, atom.value, atom.value);
      } else {
        at->low = std::min(at->low, atom.value);
        at->high = std::max(at->high, atom.value);
      }
    }
    for (const auto& part : one.parts) add(part.unit, part.low, part.high, true);
  } else if (value.any_unit) {
    money.open = money.open || value.high > 0;
    money.falls = money.falls || value.low < 0;
  } else {
    add(value.unit, value.low, value.high, perhaps_nothing);
  }
}

/// What is none adds nothing.
template <class Loop>
void add_value(Loop& loop, bool surely, const Operand& value, facts::Type type) {
  if (value.only_none) return;
  const bool perhaps_nothing = !surely || value.maybe_none;
  if (type == facts::Type::money) return add_money(loop.money, value, perhaps_nothing);
  const std::int64_t low = perhaps_nothing ? std::min<std::int64_t>(value.low, 0) : value.low;
  const std::int64_t high = perhaps_nothing ? std::max<std::int64_t>(value.high, 0) : value.high;
  loop.low = add_low(loop.low, low);
  loop.high = add_high(loop.high, high);
}

/// An amount like any other, if it is one of one currency.
Operand total(MoneySum& sum, Arena& arena) {
  std::erase_if(sum.parts, [](const auto& part) { return part.low == 0 && part.high == 0; });
  const bool plain = !sum.open && !sum.falls && sum.parts.size() <= 1;
  if (plain && sum.parts.empty()) return Operand::of(0);
  Operand operand;
  if (plain) {
    operand = Operand::range(sum.parts[0].low, sum.parts[0].high);
    operand.unit = sum.parts[0].unit;
    return operand;
  }
  const bool falls = sum.falls || std::any_of(sum.parts.begin(), sum.parts.end(),
                                              [](const auto& part) { return part.low < 0; });
  operand = Operand::range(falls ? kLeast : 0, kMost);
  operand.any_unit = true;
  operand.sum = arena.sum(sum);
  return operand;
}

}  // namespace

void Evaluator::Loop::begin(facts::EntityId entity) {
  row = end = parent = 0;
  incomplete = looked = no = yes = unknown = narrowed = false;
  low = high = 0;
  money.parts.clear();
  money.open = money.falls = false;
  record = {};
  record.entity = entity;
  picked = {};
  iterations.clear();
  sides.begin();
}

template <bool traced>
std::uint32_t Evaluator::loop_begin(const Program& program, std::uint32_t at) {
  const Instruction& head = program.code[at];
  if (open_loops_ == loops_.size()) loops_.emplace_back();
  Loop& loop = loops_[open_loops_++];
  loop.begin(head.entity);
  const Record* const owner = head.flag ? nullptr : &records_[head.a];
  if (owner == nullptr || owner->row >= 0) {
    const auto& facts = owner == nullptr ? environment_->home(head.entity) : *owner->facts;
    const auto parent = owner == nullptr ? 0U : static_cast<std::uint32_t>(owner->row);
    const auto& table = facts.table(head.entity);
    std::tie(loop.row, loop.end) = table.rows_of(parent);
    loop.incomplete = !table.is_complete(parent);
    loop.record.facts = &facts;
    loop.parent = parent;
    if constexpr (!traced) narrow(program, head, loop);
  } else {
    loop.incomplete = true;
  }
  if (loop.row == loop.end) {
    end_loop<traced>(head, loop);
    return head.x;
  }
  enter_row<traced>(head, loop);
  return at + 1;
}

template <bool traced>
void Evaluator::enter_row(const Instruction& head, Loop& loop) {
  const std::uint32_t row = loop.narrowed ? loop.picked[loop.row] : loop.row;
  loop.record.row = row;
  loop.record.cells = loop.record.facts->table(head.entity).whole_row(row);
  records_[head.b] = loop.record;
  if constexpr (traced) {
    loop.iterations.push_back({loop.record, {}, Truth::yes, Truth::yes});
    frames_.push_back(&loop.iterations.back().frame);
  }
}

template <bool traced>
std::uint32_t Evaluator::loop_next(const Program& program, std::uint32_t at) {
  const Instruction& in = program.code[at];
  const Instruction& head = program.code[in.x];
  Loop& loop = loops_[open_loops_ - 1];
  const Truth filter = reg(in.a).truth;
  const Register& body = reg(in.b);
  if (in.loop == Kind::quantified) {
    judge(loop, in.quantifier, filter, body.truth);
  } else if (filter != Truth::no) {
    const bool surely = is_true(filter);
    const bool counts = in.loop == Kind::count;
    const Operand value = counts ? Operand::of(1) : body.operand;
    const facts::Type type = counts ? facts::Type::integer : in.type;
    add_value(loop, surely, value, type);
    if (environment_->several_sides) add_to_sides(loop, surely, value, type);
  }
  if constexpr (traced) {
    frames_.pop_back();
    loop.iterations.back().filter = filter;
    loop.iterations.back().body = body.truth;
  }
  if (++loop.row < loop.end) {
    if constexpr (traced) {
      // Iterations may move when they grow; no frame of this loop is open here.
      loop.iterations.reserve(loop.iterations.size() + 1);
    }
    enter_row<traced>(head, loop);
    return in.x + 1;
  }
  end_loop<traced>(head, loop);
  return at + 1;
}

void Evaluator::add_to_sides(Loop& loop, bool surely, const Operand& value, facts::Type type) {
  const auto& table = loop.record.facts->table(loop.record.entity);
  const auto sides = table.row(static_cast<std::uint32_t>(loop.record.row)).sides;
  Loop alone;
  add_value(alone, surely, value, type);
  if (type == facts::Type::money) {
    loop.sides.add(sides, alone.money);
  } else {
    loop.sides.add(sides, alone.low, alone.high);
  }
}

template <bool traced>
void Evaluator::end_loop(const Instruction& head, Loop& loop) {
  Register& dst = reg(head.dst);
  if (head.loop == Kind::quantified) {
    dst.truth = verdict(loop, head.quantifier);
  } else if (head.loop == Kind::sum && head.type == facts::Type::money) {
    loop.sides.widen(loop.money);
    loop.money.open = loop.money.open || loop.incomplete;
    loop.money.falls = loop.money.falls || (loop.incomplete && head.falls);
    dst.operand = total(loop.money, arena());
  } else {
    loop.sides.widen(loop.low, loop.high);
    dst.operand = Operand::range(loop.incomplete && head.falls ? kLeast : loop.low,
                                 loop.incomplete ? kMost : loop.high);
  }
  if constexpr (traced) {
    Recorded& recorded = (*frames_.back())[head.node];
    recorded.truth = dst.truth;
    recorded.operand = dst.operand;
    recorded.examined = !shadowed();
    recorded.incomplete = loop.incomplete || loop.sides.overlap();
    recorded.collection = loop.record.facts;
    recorded.parent = loop.parent;
    recorded.iterations = std::move(loop.iterations);
    cells_.clear();
    rows_.clear();
    law_ = false;
  }
  --open_loops_;
}

template std::uint32_t Evaluator::loop_begin<false>(const Program&, std::uint32_t);
template std::uint32_t Evaluator::loop_begin<true>(const Program&, std::uint32_t);
template std::uint32_t Evaluator::loop_next<false>(const Program&, std::uint32_t);
template std::uint32_t Evaluator::loop_next<true>(const Program&, std::uint32_t);

}  // namespace periksa::language
