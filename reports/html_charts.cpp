// SPDX-License-Identifier: Apache-2.0
// What is sooner seen than read: findings by article, money by component, a worker's case by days.
#include <algorithm>
#include <array>
#include <map>

#include "auditor/base/date.h"
#include "auditor/base/number_format.h"
#include "reports/charts.h"
#include "reports/cost_lines.h"
#include "reports/course_chart.h"
#include "reports/html_parts.h"
#include "reports/paper_parts.h"
#include "reports/quoted_table.h"

namespace periksa::reports::html {
namespace {

using results::Finding;
using results::Verdict;

constexpr std::size_t kArticles = 15;  // those with most findings
constexpr std::size_t kComponents = 15;
constexpr std::size_t kCourses = 40;

constexpr std::array kVerdicts{Verdict::breach, Verdict::suspected, Verdict::insufficient,
                               Verdict::observation};

std::vector<Bar> article_bars(const Wording& wording) {
  struct Row {
    std::string label;
    std::array<std::uint64_t, kVerdicts.size()> counts{};
  };
  std::vector<Row> rows;
  for (const LawGroup& group : by_law(wording)) {
    if (group.provision == nullptr) continue;
    Row row;
    row.label = group.provision->instrument + " " + group.provision->cite;
    for (const Case& of : group.cases) {
      for (const std::size_t i : of.findings) {
        const auto at = std::ranges::find(kVerdicts, wording.results().findings[i].verdict);
        if (at != kVerdicts.end())
          ++row.counts.at(static_cast<std::size_t>(at - kVerdicts.begin()));
      }
    }
    rows.push_back(std::move(row));
  }
  // Gravest first, then by number: what is only open never outweighs a breach.
  std::ranges::stable_sort(rows, std::greater{}, &Row::counts);
  if (rows.size() > kArticles) rows.resize(kArticles);
  std::vector<Bar> bars;
  for (const Row& row : rows) {
    Bar bar{row.label, {}};
    for (std::size_t i = 0; i < kVerdicts.size(); ++i)
      bar.parts.push_back(
          {to_string(kVerdicts.at(i)), wording.verdict(kVerdicts.at(i)), row.counts.at(i), ""});
    bars.push_back(std::move(bar));
  }
  return bars;
}

/// Of what workers paid: what no rule questions, what is to be given back, what is only claimed.
/// The currency in which most is paid; amounts of two are not drawn beside each other.
std::vector<Bar> component_bars(const Wording& wording, const std::string& currency) {
  const Strings& strings = wording.strings();
  std::vector<std::pair<std::uint64_t, Bar>> sized;
  for (const CostLine& line : cost_lines(wording)) {
    const auto paid = line.paid.find(currency);
    if (!line.by_worker || paid == line.paid.end() || paid->second <= 0) continue;
    const auto of = [&](bool claimed) {
      for (const auto& sum : results::total(line.charges, claimed)) {
        if (sum.currency == currency) return std::min(sum.low, paid->second);
      }
      return std::int64_t{0};
    };
    const std::int64_t over = of(false);
    const std::int64_t claimed = std::min(of(true), paid->second - over);
    const auto part = [&](std::string_view kind, std::string word, std::int64_t size) {
      return BarPart{kind, std::move(word), static_cast<std::uint64_t>(size),
                     format_money(size, currency, wording.language())};
    };
    sized.emplace_back(
        static_cast<std::uint64_t>(paid->second),
        Bar{line.component,
            {part("allowed", strings("chart_allowed"), paid->second - over - claimed),
             part("over", strings("chart_over"), over),
             part("claimed", strings("chart_claimed"), claimed)}});
  }
  std::ranges::stable_sort(sized, std::greater{}, [](const auto& one) { return one.first; });
  if (sized.size() > kComponents) sized.resize(kComponents);
  std::vector<Bar> bars;
  for (auto& [size, bar] : sized) bars.push_back(std::move(bar));
  return bars;
}

std::string main_currency(const Wording& wording) {
  std::map<std::string, std::size_t> uses;
  for (const CostLine& line : cost_lines(wording)) {
    for (const auto& [currency, sum] : line.paid) uses[currency] += line.count;
  }
  const auto most = std::ranges::max_element(uses, {}, [](const auto& one) { return one.second; });
  return most == uses.end() ? "" : most->first;
}

/// The findings that rest on a fact.
using Marks = std::map<std::size_t, std::vector<std::size_t>>;

void add_day(const Page& course, const results::Table::Row& row, std::optional<Date>& before,
             const Marks& marks, const Wording& wording) {
  const std::size_t fact = row.facts.front();
  const FactWords words = wording.fact(fact);
  const auto mark = marks.find(fact);
  const Page day = course.section("day");
  day.set("kind", mark == marks.end() ? "plain" : "marked");
  day.set("date", words.value);
  day.set("what", words.whose.empty() ? words.what : words.what + ", " + words.whose);
  const auto date = parse_iso_date(wording.results().facts[fact].shown.text);
  if (date && before && date->days() > before->days())
    day.section("gap").set(
        "text", wording.strings().count("n_day_later",
                                        static_cast<std::uint64_t>(date->days() - before->days())));
  if (date) before = date;
  if (mark == marks.end()) return;
  for (const std::size_t i : mark->second) {
    const Finding& x = wording.results().findings[i];
    const Page finding = day.section("finding");
    finding.set("anchor", finding_anchor(i));
    finding.set("symbol", symbol(x.verdict));
    finding.set("id", x.id);
    finding.set("verdict", wording.verdict(x.verdict));
  }
}

void add_courses(const Page& charts, const Wording& wording) {
  const QuotedTable steps(wording, "steps");
  if (steps.rows().empty()) return;
  const Marks marks =
      decided_by(wording, [&](const Finding& x) { return is_indication(x, wording); });
  const Page courses = charts.section("courses");
  std::size_t told = 0;
  for (const auto& [worker, rows] : steps.by_worker()) {
    if (++told > kCourses) break;
    const Page course = courses.section("course");
    course.set("worker", wording.person(std::string(worker)));
    course.set("how_many", wording.strings().count("n_day", rows.size()));
    std::optional<Date> before;
    std::vector<CourseDay> days;
    for (const auto* row : rows) {
      add_day(course, *row, before, marks, wording);
      const std::size_t fact = row->facts.front();
      const auto& of = wording.results().facts[fact];
      if (const auto on = parse_iso_date(of.shown.text))
        days.push_back({*on, lane_of(of), marks.contains(fact)});
    }
    add_course_chart(course, days, wording);
  }
  if (steps.by_worker().size() > kCourses)
    courses.section("more").set(
        "text", wording.strings().count("n_more", steps.by_worker().size() - kCourses));
}

}  // namespace

void add_charts(const Page& page, const Wording& wording) {
  const auto articles = article_bars(wording);
  const std::string currency = main_currency(wording);
  const auto components = component_bars(wording, currency);
  if (articles.empty() && components.empty() && QuotedTable(wording, "steps").rows().empty())
    return;
  page.show("has_charts");
  const Page charts = page.include("charts", "charts.html");
  const Strings& strings = wording.strings();
  add_bars(charts, "by_article", "chart-articles", strings("chart_articles"), articles, wording);
  add_bars(charts, "by_component", "chart-components",
           strings.fill("chart_components", {{"currency", currency}}), components, wording);
  add_courses(charts, wording);
}

}  // namespace periksa::reports::html
