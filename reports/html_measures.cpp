// SPDX-License-Identifier: Apache-2.0
// Figures that judge nothing: how they lie, by group, by worker.
#include <algorithm>

#include "auditor/base/number_format.h"
#include "reports/html_parts.h"
#include "reports/measure_wording.h"

namespace periksa::reports::html {
namespace {

using results::Cohort;
using results::Measure;
using results::MeasuredWorker;
using results::Spread;

constexpr std::size_t kWorkersShown = 200;
constexpr std::uint64_t kMeasureWidth = 320;
constexpr std::uint64_t kBarHeight = 24;

std::string bin_label(const Measure::Bin& bin, const Strings& strings) {
  const auto whole = [](std::int64_t hundredths) { return std::to_string(hundredths / 100); };
  if (bin.to == 0) return strings("bin_zero");
  if (!bin.to) return strings.fill("bin_above", {{"above", whole(bin.above)}});
  return strings.fill("bin_between", {{"above", whole(bin.above)}, {"to", whole(*bin.to)}});
}

struct Bar {
  std::string label;
  std::string_view kind;
  std::uint64_t count = 0;
};

std::vector<Bar> bars_of(const Measure& measure, const Strings& strings) {
  std::vector<Bar> bars;
  for (const auto& bin : measure.bins) bars.push_back({bin_label(bin, strings), "bin", bin.count});
  const Cohort& all = measure.cohorts.front();
  if (!bars.empty() && all.placed > all.figures)
    bars.push_back({strings("bin_none"), "none", all.placed - all.figures});
  return bars;
}

void add_chart(const Page& page, const Measure& measure, const Wording& wording) {
  const auto bars = bars_of(measure, wording.strings());
  if (bars.empty()) return;
  const std::uint64_t most =
      std::max<std::uint64_t>(1, std::ranges::max_element(bars, {}, &Bar::count)->count);
  const Page chart = page.section("chart");
  chart.set("height", std::to_string(bars.size() * kBarHeight));
  std::vector<std::string> words;
  std::uint64_t top = 0;
  for (const Bar& bar : bars) {
    const std::uint64_t width =
        bar.count == 0 ? 0 : std::max<std::uint64_t>(bar.count * kMeasureWidth / most, 2);
    const std::string count = format_count(bar.count, wording.language());
    const Page one = chart.section("bin");
    one.set("label", bar.label);
    one.set("kind", bar.kind);
    one.set("top", std::to_string(top + 4));
    one.set("base", std::to_string(top + 16));
    one.set("width", std::to_string(width));
    one.set("beside", std::to_string(width + 110));
    one.set("count", count);
    words.push_back(bar.label + " " + count);
    top += kBarHeight;
  }
  chart.set("text",
            wording.strings().fill("measure_spread", {{"bins", wording.join(words, ", ")}}));
}

std::string cohort_name(const Measure& measure, const Cohort& cohort, const Wording& wording) {
  if (cohort.by == "all") return wording.strings()("cohort_by_all");
  const auto label = [&](std::string_view by, const std::string& code) {
    return measure_label(measure, by, code, wording);
  };
  if (cohort.by == "country") return label("country", cohort.country);
  if (cohort.by == "job") return label("job", cohort.job);
  if (cohort.by == "sex") return label("sex", cohort.sex);
  return label("country", cohort.country) + " · " + label("job", cohort.job);
}

void add_cells(const Page& row, const Cohort& cohort, const Strings& strings) {
  const Spread none;
  const Spread& low = cohort.low ? *cohort.low : none;
  const Spread& high = cohort.high ? *cohort.high : none;
  for (const auto member :
       {&Spread::mean, &Spread::first_quartile, &Spread::median, &Spread::third_quartile}) {
    const bool known = (low.*member).has_value();
    row.section("cell").set("value", known ? months(*(low.*member), high.*member, strings) : "–");
  }
}

/// Groups too small to show figures of run on in one line.
void add_few(const Page& group, const std::vector<std::string>& few, const Wording& wording) {
  if (few.empty()) return;
  group.section("few").set(
      "text", wording.strings().fill("cohorts_few", {{"groups", wording.join(few, "; ")}}));
}

void add_cohorts(const Page& page, const Measure& measure, const Wording& wording) {
  std::string by;
  Page group = page;
  std::vector<std::string> few;
  for (const Cohort& cohort : measure.cohorts) {
    if (cohort.by != by) {
      add_few(group, few, wording);
      few.clear();
      by = cohort.by;
      group = page.section("group");
      if (by != "all") group.section("head").set("by", wording.strings().term("cohort_by", by));
    }
    const std::string name = cohort_name(measure, cohort, wording);
    const std::string placed = format_count(cohort.placed, wording.language());
    if (!cohort.low && by != "all") {
      few.push_back(name + " " + placed);
      continue;
    }
    const Page row = group.section("row");
    row.set("name", name);
    row.set("placed", placed);
    row.set("figures", format_count(cohort.figures, wording.language()));
    add_cells(row, cohort, wording.strings());
  }
  add_few(group, few, wording);
}

void add_without(const Page& page, const Measure& measure, const Wording& wording) {
  std::vector<std::string> reasons;
  for (const auto& [reason, count] : measure.cohorts.front().without)
    reasons.push_back(wording.strings().term("without", reason) + " " +
                      format_count(count, wording.language()));
  if (reasons.empty()) return;
  page.section("without").set(
      "text",
      wording.strings().fill("measure_without", {{"reasons", wording.join(reasons, "; ")}}));
}

void add_marks(const Page& row, const MeasuredWorker& worker, const Strings& strings) {
  const auto mark = [&](bool holds, std::string_view key) {
    if (holds) row.section("mark").set("text", strings(key));
  };
  mark(worker.months && worker.rated, "figure_rated");
  mark(worker.refunds_open, "figure_refunds_open");
  mark(worker.basis == "statement", "figure_statement");
}

void add_worker(const Page& page, const Measure& measure, const MeasuredWorker& worker,
                const Wording& wording) {
  const Strings& strings = wording.strings();
  const Page row = page.section("row");
  row.set("worker", wording.person(worker.worker));
  row.set("placement", measure_label(measure, "country", worker.country, wording) + " · " +
                           measure_label(measure, "job", worker.job, wording));
  for (const auto& amount : worker.cost) row.section("cost").set("amount", wording.amount(amount));
  if (worker.cost_open)
    row.section("cost").set("amount", strings(worker.cost.empty() ? "cost_unknown" : "cost_more"));
  if (worker.cost.empty() && !worker.cost_open)
    row.section("cost").set("amount", strings("no_cost"));
  row.set("income", worker.income ? wording.amount(*worker.income) : strings("cost_unknown"));
  row.set("months", worker.months ? months(worker.months->low, worker.months->high, strings)
                                  : strings.term("without", worker.without));
  add_marks(row, worker, strings);
}

void add_workers(const Page& page, const Measure& measure, const Wording& wording) {
  if (measure.workers.empty()) return;
  const Page workers = page.section("workers");
  workers.set("caption", wording.strings()("measured_caption"));
  const std::size_t shown = std::min(measure.workers.size(), kWorkersShown);
  for (std::size_t i = 0; i < shown; ++i) add_worker(workers, measure, measure.workers[i], wording);
  const std::uint64_t more = measure.workers.size() - shown + measure.workers_left;
  if (more == 0) return;
  workers.section("more").set(
      "text", wording.strings().fill("measured_more",
                                     {{"workers", wording.strings().count("n_worker", more)}}));
}

}  // namespace

void add_measures(const Page& page, const Wording& wording) {
  std::size_t number = 0;
  for (const Measure& measure : wording.results().measures) {
    if (measure.cohorts.empty()) continue;  // nobody was placed
    const std::string digits = std::to_string(++number);
    const Page link = page.section("measure_link");
    link.set("number", digits);
    link.set("title", wording.text(measure.title));
    const Page one = page.include("measures", "measures.html");
    one.set("number", digits);
    one.set("title", wording.text(measure.title));
    one.set("say", wording.text(measure.say));
    if (measure.placement_unknown > 0) {
      const auto workers = wording.strings().count("n_worker", measure.placement_unknown);
      one.section("unknown").set("text",
                                 wording.strings().fill("measure_unknown", {{"workers", workers}}));
    }
    if (std::ranges::any_of(measure.workers, &MeasuredWorker::rated)) one.show("rated");
    add_chart(one, measure, wording);
    add_cohorts(one, measure, wording);
    add_without(one, measure, wording);
    add_workers(one, measure, wording);
  }
}

}  // namespace periksa::reports::html
