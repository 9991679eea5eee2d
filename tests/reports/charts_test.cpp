// SPDX-License-Identifier: Apache-2.0
#include "reports/charts.h"

#include "reports/cost_lines.h"
#include "reports/papers.h"
#include "tests/reports/parsed_page.h"
#include "tests/reports/report_text.h"
#include "tests/results/sample/sample.h"

using namespace periksa;
using namespace periksa::reports;
using results::Results;

BOOST_AUTO_TEST_SUITE(charts)
namespace {

std::size_t add_fact(Results& results, const std::string& record, const std::string& field,
                     const std::string& type, const std::string& text) {
  const bool known = !text.empty();
  results::Fact fact = results.facts.front();
  fact.record = record;
  fact.field = field;
  fact.privacy = "business";
  fact.secret.clear();
  fact.raw.clear();
  fact.others.clear();
  fact.state = known ? "known" : "absent";
  fact.shown = {type, text, {}};
  results.facts.push_back(fact);
  return results.facts.size() - 1;
}

/// A payment of the table of payments: day, component, amount, payer.
void add_payment(Results& results, const std::string& record, const std::string& amount,
                 const std::string& payer = "worker", const std::string& component = "training") {
  if (results.tables.back().id != "payments") {
    results.tables.push_back({"payments",
                              {"pembayaran", "payments"},
                              std::vector<Bilingual>(4, Bilingual{"x", "x"}),
                              {}});
  }
  results::Table::Row row{"W001", record, {}};
  row.facts.push_back(add_fact(results, record, "paid_on", "date", "2024-01-05"));
  row.facts.push_back(add_fact(results, record, "component", "code", component));
  row.facts.push_back(add_fact(results, record, "amount", "money", amount));
  row.facts.push_back(add_fact(results, record, "payer", "code", payer));
  results.tables.back().rows.push_back(std::move(row));
}

void add_finding(Results& results, const std::string& record, results::Verdict verdict,
                 std::int64_t minor, const std::string& kind = "refund") {
  results::Finding x = sample::rich().findings.front();
  x.subject = record;
  x.verdict = x.original = verdict;
  x.amount = results::Amount{"IDR", minor, minor};
  x.amount_kind = kind;
  results.findings.push_back(x);
}

Results bare() {
  Results results = sample::rich();
  for (auto& x : results.findings) x.amount.reset();
  return results;
}

std::vector<CostLine> lines_of(const Results& results) {
  const auto strings = Strings::load(kTemplates, Language::en).value();
  return cost_lines(Wording(results, strings, false));
}

std::string state_of(const Results& results) {
  const auto lines = lines_of(results);
  BOOST_REQUIRE(lines.size() == 1U);
  return lines.front().state;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_cost_is_what_findings_say_of_its_payment) {
  using results::Verdict;
  Results results = bare();
  add_payment(results, "W001/payment-1", "IDR 500");
  BOOST_TEST(state_of(results) == "unquestioned");
  const auto with = [&](Verdict verdict, std::int64_t minor, const std::string& kind = "refund") {
    Results other = results;
    add_finding(other, "W001/payment-1", verdict, minor, kind);
    return state_of(other);
  };
  BOOST_TEST(with(Verdict::breach, 500'00) == "forbidden");
  BOOST_TEST(with(Verdict::breach, 499'99) == "capped");
  BOOST_TEST(with(Verdict::suspected, 500'00) == "suspected");
  BOOST_TEST(with(Verdict::insufficient, 500'00, "claimed") == "claimed");
  BOOST_TEST(with(Verdict::waived, 500'00) == "unquestioned");
}

BOOST_AUTO_TEST_CASE(payments_add_up_by_component_payer_and_currency) {
  Results results = bare();
  add_payment(results, "W001/payment-1", "IDR 500");
  add_payment(results, "W001/payment-2", "IDR 250.50");
  add_payment(results, "W001/payment-3", "HKD 10");
  add_payment(results, "W001/payment-4", "");
  add_payment(results, "W001/payment-5", "IDR 9", "employer");
  const auto lines = lines_of(results);
  BOOST_REQUIRE(lines.size() == 2U);
  BOOST_TEST(lines[0].payer == "employer");
  BOOST_TEST(!lines[0].by_worker);
  BOOST_TEST(lines[1].by_worker);
  BOOST_TEST(lines[1].count == 4U);
  BOOST_TEST(lines[1].unknown == 1U);
  BOOST_TEST(lines[1].paid.at("IDR") == 750'50);
  BOOST_TEST(lines[1].paid.at("HKD") == 10'00);
}

BOOST_AUTO_TEST_CASE(every_number_of_a_chart_stands_in_its_text) {
  Results results = bare();
  add_payment(results, "W001/payment-1", "IDR 500");
  add_finding(results, "W001/payment-1", results::Verdict::breach, 200'00);
  const ParsedPage page(page_of(results));
  BOOST_TEST(page.fault() == "");
  const auto& tree = page.tree();
  const std::string money =
      tree.select_node("//svg[@aria-labelledby='chart-components']/title").node().text().get();
  BOOST_TEST(money.find("tanpa jumlah yang perlu dikembalikan Rp300") != std::string::npos, money);
  BOOST_TEST(money.find("menurut temuan awal perlu dikembalikan Rp200") != std::string::npos,
             money);
  // The parts of the bar are as long as what they stand for, and begin where the one before ends.
  const auto rects = tree.select_nodes("//svg[@aria-labelledby='chart-components']/rect");
  BOOST_REQUIRE(rects.size() == 2U);
  const int first = rects[0].node().attribute("width").as_int();
  const int second = rects[1].node().attribute("width").as_int();
  BOOST_TEST(first == second * 3 / 2);
  BOOST_TEST(rects[1].node().attribute("x").as_int() >
             rects[0].node().attribute("x").as_int() + first - 1);
  // Each finding that cites a provision is counted once.
  std::size_t drawn = 0;
  for (const auto& text :
       tree.select_nodes("//svg[@aria-labelledby='chart-articles']/text[not(@text-anchor)]")) {
    std::istringstream numbers(text.node().text().get());
    for (std::string part; numbers >> part;) drawn += part == "+" ? 0 : std::stoul(part);
  }
  std::size_t meant = 0;
  for (const auto& x : results.findings) {
    if (x.citations.empty()) continue;
    meant += x.verdict == results::Verdict::breach || x.verdict == results::Verdict::suspected ||
             x.verdict == results::Verdict::insufficient ||
             x.verdict == results::Verdict::observation;
  }
  BOOST_TEST(drawn == meant);
}

BOOST_AUTO_TEST_CASE(a_day_carries_the_finding_that_rests_on_it) {
  Results results = bare();
  auto& steps = results.tables.back();
  BOOST_REQUIRE(steps.id == "steps");
  const std::size_t first = add_fact(results, "W001", "paid_on", "date", "2024-01-05");
  const std::size_t second = add_fact(results, "W001", "paid_on", "date", "2024-01-15");
  results.tables.back().rows = {{"W001", "W001", {first}}, {"W001", "W001", {second}}};
  results::Finding& x = results.findings.front();
  x.verdict = x.original = results::Verdict::breach;
  x.readiness = false;
  x.evidence = {second};
  x.reasoning.clear();
  const ParsedPage page(page_of(results));
  BOOST_TEST(page.count("//ol[@class='days']/li") == 2U);
  BOOST_TEST(page.count("//ol[@class='days']/li[@class='marked']/a[@href='#f-1']") == 1U);
  BOOST_TEST(page.text().find("10 hari kemudian") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_case_is_drawn_from_its_first_day_to_its_last) {
  Results results = bare();
  auto& steps = results.tables.back();
  BOOST_REQUIRE(steps.id == "steps");
  const std::size_t first = add_fact(results, "W001", "signed_on", "date", "2023-06-01");
  const std::size_t middle = add_fact(results, "W001", "paid_on", "date", "2024-06-01");
  const std::size_t last = add_fact(results, "W001", "departed_on", "date", "2025-06-01");
  results.facts[first].entity = "contract";
  results.facts[middle].entity = "payment";
  results.facts[last].entity = "worker";
  steps.rows = {{"W001", "W001", {first}}, {"W001", "W001", {middle}}, {"W001", "W001", {last}}};
  results::Finding& x = results.findings.front();
  x.verdict = x.original = results::Verdict::breach;
  x.readiness = false;
  x.evidence = {middle};
  x.reasoning.clear();
  const ParsedPage page(page_of(results));
  const auto chart = page.tree().select_node("//svg[@class='course-chart']").node();
  BOOST_REQUIRE(chart);
  const auto at = [&](const char* where) { return chart.select_node(where).node(); };
  BOOST_TEST(at("circle[1]").attribute("cx").as_int() == 116);
  BOOST_TEST(at("circle[2]").attribute("cx").as_int() == 624);
  BOOST_TEST(at("circle[1]").attribute("cy").as_int() < at("circle[2]").attribute("cy").as_int());
  // A year less a day before, a year after: the leap day is in it.
  BOOST_TEST(std::string(at("g[path]").attribute("transform").value()) == "translate(370 34)");
  BOOST_TEST(std::string(chart.attribute("aria-label").value()).find("1 Juni 2023") !=
             std::string::npos);
  BOOST_TEST(chart.select_nodes("g[line]").size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_case_of_one_day_is_not_drawn) {
  Results results = bare();
  const std::size_t day = add_fact(results, "W001", "paid_on", "date", "2024-06-01");
  results.tables.back().rows = {{"W001", "W001", {day}}};
  BOOST_TEST(ParsedPage(page_of(results)).count("//svg[@class='course-chart']") == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
