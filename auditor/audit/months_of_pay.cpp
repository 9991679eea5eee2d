// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/months_of_pay.h"

#include <algorithm>
#include <array>

#include "auditor/base/wide.h"

namespace periksa::audit {
namespace {

using language::is_true;
using language::Operand;
using language::Truth;

/// Beyond this an end is open: ten million million months are no figure.
constexpr Wide kFigureCap = 1'000'000'000'000'000;

std::int64_t plus_low(std::int64_t a, std::int64_t b) {
  return std::min(a + b, kAmountCap);  // both at most the cap: no overflow
}

std::optional<std::int64_t> plus_high(std::optional<std::int64_t> a,
                                      std::optional<std::int64_t> b) {
  if (!a || !b || *a + *b > kAmountCap) return std::nullopt;
  return *a + *b;
}

void add(Span& into, const Span& amount) {
  into.low = plus_low(into.low, amount.low);
  into.high = plus_high(into.high, amount.high);
}

/// What remains of a cost: the least after all that may have been refunded, the most after what
/// surely was.
Span less(const Span& cost, const Span& refund) {
  Span rest;
  rest.low = refund.high ? std::max<std::int64_t>(cost.low - *refund.high, 0) : 0;
  rest.high = cost.high;
  if (rest.high) rest.high = std::max<std::int64_t>(*rest.high - refund.low, rest.low);
  return rest;
}

/// An operand's ends as an amount; below zero there is none.
Span span_of(const Operand& value, bool surely) {
  Span span;
  const bool sure = surely && !value.maybe_none;
  span.low = sure ? std::clamp<std::int64_t>(value.low, 0, kAmountCap) : 0;
  span.high = std::max<std::int64_t>(value.high, 0);
  if (*span.high > kAmountCap) span.high.reset();
  return span;
}

/// Of 100 × cost / income, rounded half up; null beyond the cap.
std::optional<std::int64_t> hundredths(std::int64_t cost, std::int64_t income) {
  const Wide times = static_cast<Wide>(cost) * 100;
  const Wide rest = times % income;
  const Wide whole = times / income + (rest >= income - rest ? 1 : 0);
  if (whole > kFigureCap) return std::nullopt;
  return static_cast<std::int64_t>(whole);
}

/// Whether a refund may reduce the cost of another currency than its own.
bool reaches_others(const std::vector<CostPart>& costs, const CostPart& refund) {
  const auto at = std::ranges::find(costs, refund.unit, &CostPart::unit);
  if (at == costs.end()) return true;
  return costs.size() > 1 && (!refund.amount.high || *refund.amount.high > at->amount.low);
}

}  // namespace

std::string_view to_string(Figured figured) {
  constexpr std::array<std::string_view, 6> kWords{"",          "nothing-known",     "no-rate",
                                                   "no-income", "placement-unknown", "not-placed"};
  return kWords[static_cast<std::size_t>(figured)];
}

/// What lines add up to: in the currency of the pay, and by currency as filed.
struct MonthsOfPay::Taken {
  Span sum;
  std::vector<CostPart> parts;  // ascending by unit
  bool open = false;            // perhaps more, of any currency

  void add_own(std::uint16_t unit, const Span& amount) {
    auto at = std::ranges::lower_bound(parts, unit, {}, &CostPart::unit);
    if (at == parts.end() || at->unit != unit) at = parts.insert(at, {unit, {}});
    add(at->amount, amount);
  }
  void leave_open() {
    open = true;
    sum.high.reset();
  }
};

MonthsOfPay::MonthsOfPay(const ruleset::Measure& measure, const law::Limits& limits,
                         const facts::Facts& filing, Date as_of,
                         std::span<const facts::Standing> standings)
    : measure_(&measure), rates_(filing, measure.rates) {
  base_.filing = &filing;
  base_.as_of = as_of;
  base_.limits = &limits;
  base_.standings = standings;
}

const WorkerMonths& MonthsOfPay::of(const facts::Facts& worker) {
  std::vector<CostPart> room = std::move(result_.cost);
  room.clear();
  result_ = {};
  result_.cost = std::move(room);
  reliance_ = {};
  language::Environment env = base_;
  env.workers = &worker;
  const auto self = language::Record::of(worker, worker.vocabulary().worker(), 0);
  env.variables = {&self, 1};
  if (!placed(env)) return result_;
  Taken costs;
  Taken refunds;
  bool rated = true;
  const bool paid = find_income(worker, env);
  for (const auto& line : measure_->costs) rated = add_line(line, worker, env, costs) && rated;
  for (const auto& line : measure_->refunds) rated = add_line(line, worker, env, refunds) && rated;
  result_.figured = !paid ? Figured::no_income : rated ? Figured::figure : Figured::no_rate;
  close(costs, refunds);
  result_.basis = reliance_.basis;
  return result_;
}

/// Also fills in the groups of a worker who belongs to the cohort.
bool MonthsOfPay::placed(language::Environment& env) {
  Truth placed = Truth::yes;
  if (measure_->when) placed = evaluator_.condition(measure_->when->program, env, reliance_);
  if (!is_true(placed)) {
    result_.figured = placed == Truth::no ? Figured::not_placed : Figured::placement_unknown;
    return false;
  }
  for (std::size_t i = 0; i < measure_->groups.size(); ++i) {
    const Operand value = evaluator_.operand(measure_->groups.at(i).value->program, env, reliance_);
    if (value.exact()) result_.groups.at(i) = static_cast<std::int32_t>(value.low);
  }
  return true;
}

/// The pay of a month: from the least to the greatest of the papers that may tell it, one of which
/// surely does. A list that is not complete may hold another.
bool MonthsOfPay::find_income(const facts::Facts& worker, language::Environment env) {
  const auto self = env.variables.front();
  bool sure = false;
  bool known = true;
  result_.least_income = kAmountCap;
  for (const auto& line : measure_->incomes) {
    const auto& table = worker.table(line.entity);
    known = known && table.is_complete(0);
    for (std::uint32_t row = 0; row < table.size() && known; ++row) {
      const std::array<language::Record, 2> variables{
          language::Record::of(worker, line.entity, row), self};
      env.variables = variables;
      const Truth counts =
          line.where ? evaluator_.condition(line.where->program, env, reliance_) : Truth::yes;
      if (counts == Truth::no) continue;
      known = widen_income(evaluator_.operand(line.value->program, env, reliance_));
      sure = sure || is_true(counts);
    }
  }
  return known && sure;
}

bool MonthsOfPay::widen_income(const Operand& pay) {
  const bool money = !pay.sum && !pay.any_unit && !pay.maybe_none && !pay.only_none;
  if (!money || pay.low <= 0 || pay.high > kAmountCap) return false;
  if (result_.greatest_income != 0 && result_.unit != pay.unit) return false;
  result_.unit = pay.unit;
  result_.least_income = std::min(result_.least_income, pay.low);
  result_.greatest_income = std::max(result_.greatest_income, pay.high);
  return true;
}

/// False where an amount has no exchange rate.
bool MonthsOfPay::add_line(const ruleset::Measure::Line& line, const facts::Facts& worker,
                           language::Environment env, Taken& taken) {
  const auto& table = worker.table(line.entity);
  if (!table.is_complete(0)) taken.leave_open();
  const auto self = env.variables.front();
  bool rated = true;
  for (std::uint32_t row = 0; row < table.size(); ++row) {
    const std::array<language::Record, 2> variables{language::Record::of(worker, line.entity, row),
                                                    self};
    env.variables = variables;
    const Truth counts =
        line.where ? evaluator_.condition(line.where->program, env, reliance_) : Truth::yes;
    if (counts == Truth::no) continue;
    bool surely = is_true(counts);
    if (surely && line.surely)
      surely = is_true(evaluator_.condition(line.surely->program, env, reliance_));
    const Operand on = evaluator_.operand(line.on->program, env, reliance_);
    const Operand value = evaluator_.operand(line.value->program, env, reliance_);
    rated = add_amount(value, on, surely, taken) && rated;
  }
  return rated;
}

bool MonthsOfPay::add_amount(const Operand& value, const Operand& on, bool surely, Taken& taken) {
  if (value.only_none) return true;
  if (value.sum || (value.any_unit && value.shape != Operand::Shape::several)) {
    if (value.high > 0) taken.leave_open();
    return true;
  }
  if (!value.any_unit) return add_part(value.unit, span_of(value, surely), on, taken);
  bool rated = true;  // papers that name different currencies: perhaps each of them
  for (const auto& atom : value.atoms)
    rated = add_part(atom.unit, {0, std::max<std::int64_t>(atom.value, 0)}, on, taken) && rated;
  return rated;
}

bool MonthsOfPay::add_part(std::uint16_t unit, const Span& amount, const Operand& on,
                           Taken& taken) {
  if (amount.high == 0) return true;
  taken.add_own(unit, amount);
  if (result_.greatest_income == 0) return true;
  const auto converted = rates_.convert(amount, unit, result_.unit, on.low, on.high);
  if (!converted) return false;
  result_.rated = result_.rated || unit != result_.unit;
  add(taken.sum, *converted);
  return true;
}

/// Takes the refunds off and divides.
void MonthsOfPay::close(const Taken& costs, const Taken& refunds) {
  const bool any_part = std::ranges::any_of(
      refunds.parts, [&](const CostPart& refund) { return reaches_others(costs.parts, refund); });
  for (const auto& part : costs.parts) {
    Span refund;
    const auto at = std::ranges::find(refunds.parts, part.unit, &CostPart::unit);
    if (at != refunds.parts.end()) refund = at->amount;
    if (refunds.open || any_part) refund.high.reset();
    const Span rest = less(part.amount, refund);
    if (rest.high != 0) result_.cost.push_back({part.unit, rest});
  }
  result_.cost_open = costs.open;
  result_.refunds_open = refunds.open && costs.sum.high != 0;
  if (result_.figured != Figured::figure) return;
  divide(less(costs.sum, refunds.sum));
  if (result_.hundredths.low == 0 && !result_.hundredths.high)
    result_.figured = Figured::nothing_known;
}

void MonthsOfPay::divide(const Span& cost) {
  const auto low = hundredths(cost.low, result_.greatest_income);
  result_.hundredths.low = low.value_or(static_cast<std::int64_t>(kFigureCap));
  result_.hundredths.high = cost.high ? hundredths(*cost.high, result_.least_income) : std::nullopt;
}

}  // namespace periksa::audit
