// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdlib>
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

template <class Loop>
void add_value(Loop& loop, bool surely, const Operand& value, facts::Type type) {
  const bool perhaps_nothing = !surely || value.maybe_none;
  const std::int64_t low = perhaps_nothing ? std::min<std::int64_t>(value.low, 0) : value.low;
  const std::int64_t high = perhaps_nothing ? std::max<std::int64_t>(value.high, 0) : value.high;
  if (type == facts::Type::money) {
    if (value.any_unit || value.sum || value.law_unknown) {
      loop.money.open = true;
    } else {
      loop.money.add(value.unit, std::max<std::int64_t>(low, 0), high);
    }
    return;
  }
  constexpr std::int64_t kCap = 1'000'000'000'000'000'000;
  const auto add = [](std::int64_t a, std::int64_t b) {
    if (a <= kLeast || a >= kMost) return a;
    if (b <= kLeast || b >= kMost) return b;
    if (std::abs(a) > kCap || std::abs(b) > kCap) return a < 0 ? kLeast : kMost;
    return a + b;
  };
  loop.low = add(loop.low, low);
  loop.high = add(loop.high, high);
}

}  // namespace

template <bool traced>
std::uint32_t Evaluator::loop_begin(const Instruction& head, std::uint32_t at) {
  if (open_loops_ == loops_.size()) loops_.emplace_back();
  Loop& loop = loops_[open_loops_++];
  loop = Loop{};
  loop.record.entity = head.entity;
  const Record owner = head.flag ? Record{} : records_[head.a];
  const bool readable = head.flag || owner.row >= 0;
  if (readable) {
    const auto& facts = head.flag ? environment_->home(head.entity) : *owner.facts;
    const auto parent = head.flag ? 0U : static_cast<std::uint32_t>(owner.row);
    const auto& table = facts.table(head.entity);
    std::tie(loop.row, loop.end) = table.rows_of(parent);
    loop.incomplete = table.completeness(parent).state != facts::Completeness::State::complete &&
                      !(table.entity().single && loop.row != loop.end);
    loop.record.facts = &facts;
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
  loop.record.row = loop.row;
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
  const Truth filter = registers_[in.a].truth;
  const Register& body = registers_[in.b];
  if (in.loop == Kind::quantified) {
    judge(loop, in.quantifier, filter, body.truth);
  } else if (filter != Truth::no) {
    const bool surely = is_true(filter);
    if (in.loop == Kind::count) {
      add_value(loop, surely, Operand::of(1), facts::Type::integer);
    } else {
      add_value(loop, surely, body.operand, in.type);
    }
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

template <bool traced>
void Evaluator::end_loop(const Instruction& head, Loop& loop) {
  Register& dst = registers_[head.dst];
  if (head.loop == Kind::quantified) {
    dst.truth = verdict(loop, head.quantifier);
  } else if (head.loop == Kind::sum && head.type == facts::Type::money) {
    loop.money.open = loop.money.open || loop.incomplete;
    dst.operand = Operand::range(0, kMost);
    dst.operand.any_unit = true;
    dst.operand.sum = arena_.sum(std::move(loop.money));
  } else {
    dst.operand = Operand::range(loop.low, loop.incomplete ? kMost : loop.high);
  }
  if constexpr (traced) {
    Recorded& recorded = (*frames_.back())[head.node];
    recorded.truth = dst.truth;
    recorded.operand = dst.operand;
    recorded.examined = !shadowed();
    recorded.incomplete = loop.incomplete;
    recorded.iterations = std::move(loop.iterations);
    cells_.clear();
    rows_.clear();
    law_ = false;
  }
  --open_loops_;
}

template std::uint32_t Evaluator::loop_begin<false>(const Instruction&, std::uint32_t);
template std::uint32_t Evaluator::loop_begin<true>(const Instruction&, std::uint32_t);
template std::uint32_t Evaluator::loop_next<false>(const Program&, std::uint32_t);
template std::uint32_t Evaluator::loop_next<true>(const Program&, std::uint32_t);

}  // namespace periksa::language
