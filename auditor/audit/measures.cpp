// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/measures.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "auditor/audit/fact_book.h"
#include "auditor/audit/names.h"
#include "auditor/base/money.h"

namespace periksa::audit {
namespace {

constexpr std::size_t kWorkersShown = 5000;

results::Amount amount(std::uint16_t unit, const Span& span) {
  return {std::string(unpack_currency(unit).view()), span.low, span.high};
}

/// With a figure first, the greatest first; those without an upper end before those with one.
auto rank(const Placed& worker) {
  const bool without = worker.figured != Figured::figure;
  return std::tuple(without, -worker.low, worker.high >= 0, -worker.high, worker.ordinal);
}

}  // namespace

void Measures::begin(const facts::Facts& filing, Date as_of,
                     std::span<const facts::Standing> standings) {
  for (const auto& measure : rules_->measures())
    work_.emplace_back(measure, rules_->limits(), filing, as_of, standings);
  seen_.resize(work_.size());
}

void Measures::look(std::uint32_t ordinal, const facts::Facts& worker) {
  for (std::size_t i = 0; i < work_.size(); ++i) keep(seen_[i], ordinal, work_[i].of(worker));
}

void Measures::keep(Seen& seen, std::uint32_t ordinal, const WorkerMonths& worker) {
  if (worker.figured == Figured::not_placed) return;
  if (worker.figured == Figured::placement_unknown) {
    ++seen.placement_unknown;
    return;
  }
  const bool figure = worker.figured == Figured::figure;
  seen.placed.push_back({ordinal, worker.groups, figure ? worker.hundredths.low : 0,
                         figure ? worker.hundredths.high.value_or(-1) : 0, worker.figured});
  seen.details.push_back({seen.parts.size(), static_cast<std::uint32_t>(worker.cost.size()),
                          worker.unit, worker.least_income,
                          worker.figured == Figured::no_income ? 0 : worker.greatest_income,
                          worker.basis, worker.cost_open, worker.rated, worker.refunds_open});
  seen.parts.insert(seen.parts.end(), worker.cost.begin(), worker.cost.end());
}

void Measures::absorb(Measures&& other) {
  for (std::size_t i = 0; i < seen_.size(); ++i) {
    Seen& into = seen_[i];
    Seen& from = other.seen_[i];
    for (auto& detail : from.details) detail.first_part += into.parts.size();
    into.placed.insert(into.placed.end(), from.placed.begin(), from.placed.end());
    into.details.insert(into.details.end(), from.details.begin(), from.details.end());
    into.parts.insert(into.parts.end(), from.parts.begin(), from.parts.end());
    into.placement_unknown += from.placement_unknown;
    from = {};
  }
}

std::vector<results::Measure> Measures::finish() {
  std::vector<results::Measure> all;
  for (std::size_t i = 0; i < seen_.size(); ++i) {
    all.push_back(make(rules_->measures()[i], seen_[i]));
    seen_[i] = {};
  }
  return all;
}

results::Measure Measures::make(const ruleset::Measure& measure, Seen& seen) const {
  results::Measure out;
  out.id = measure.id;
  out.kind = "months-of-pay";
  out.title = measure.title;
  out.say = measure.say;
  out.accounts = measure.accounts;
  out.placement_unknown = seen.placement_unknown;
  out.cohorts = cohorts(seen.placed, [&](std::size_t grouping, std::int32_t value) {
    return code(measure, grouping, value);
  });
  out.bins = bins(seen.placed);
  add_workers(measure, seen, out);
  add_labels(measure, out);
  return out;
}

std::string Measures::code(const ruleset::Measure& measure, std::size_t grouping,
                           std::int32_t value) const {
  const auto& list = rules_->vocabulary().list(measure.groups.at(grouping).list);
  return value < 0 ? std::string() : list.codes[static_cast<std::size_t>(value)].name;
}

void Measures::add_workers(const ruleset::Measure& measure, const Seen& seen,
                           results::Measure& out) const {
  std::vector<std::size_t> order(seen.placed.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::erase_if(order, [&](std::size_t i) {
    return seen.placed[i].figured == Figured::figure && seen.placed[i].high == 0;
  });
  const auto shown = std::min(order.size(), kWorkersShown);
  std::ranges::partial_sort(order, order.begin() + static_cast<std::ptrdiff_t>(shown), {},
                            [&](std::size_t i) { return rank(seen.placed[i]); });
  out.workers_left = order.size() - shown;
  order.resize(shown);
  for (const std::size_t i : order) {
    const Placed& placed = seen.placed[i];
    const Detail& detail = seen.details[i];
    results::MeasuredWorker& row = out.workers.emplace_back();
    row.worker = Names::pseudonym(placed.ordinal);
    row.country = code(measure, 0, placed.groups[0]);
    row.job = code(measure, 1, placed.groups[1]);
    row.without = to_string(placed.figured);
    if (placed.figured == Figured::figure) {
      row.months = results::Months{placed.low, {}};
      if (placed.high >= 0) row.months->high = placed.high;
    }
    if (detail.greatest_income > 0)
      row.income = amount(detail.unit, {detail.least_income, detail.greatest_income});
    for (std::size_t part = 0; part < detail.parts; ++part) {
      const CostPart& cost = seen.parts[detail.first_part + part];
      row.cost.push_back(amount(cost.unit, cost.amount));
    }
    // By the currency's letters, as sums are told everywhere.
    std::ranges::sort(row.cost, {}, &results::Amount::currency);
    row.cost_open = detail.cost_open;
    row.rated = detail.rated;
    row.refunds_open = detail.refunds_open;
    row.basis = to_string(detail.basis);
  }
}

void Measures::add_labels(const ruleset::Measure& measure, results::Measure& out) const {
  const auto add = [&](std::size_t grouping, const std::string& name) {
    if (name.empty()) return;
    const auto& list = rules_->vocabulary().list(measure.groups.at(grouping).list);
    const auto value = static_cast<std::size_t>(*list.find(name));
    out.labels.emplace(std::string(ruleset::kGroupings.at(grouping)) + '/' + name,
                       list.codes[value].label);
  };
  for (const auto& cohort : out.cohorts) {
    add(0, cohort.country);
    add(1, cohort.job);
    add(2, cohort.sex);
  }
}

}  // namespace periksa::audit
