// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "auditor/ruleset/coverage.h"
#include "tests/audit/help/filings.h"
#include "tests/ruleset/mini/mini_rules.h"

using namespace periksa;
using namespace periksa::test;
using ruleset::ExpectedFigure;
using ruleset::parse_figure;

BOOST_AUTO_TEST_SUITE(measure_reader)
namespace {

const std::string kGood = R"(<measure id="m" kind="months-of-pay" accounts="">
  <title lang="id">Judul</title><title lang="en">Title</title>
  <say lang="id">Kalimat.</say><say lang="en">Sentence.</say>
  <subject each="worker" as="w"/>
  <when>w.scheme is p3mi</when>
  <group by="country" value="w.country"/><group by="job" value="w.job"/><group by="sex" value="w.sex"/>
  <income each="contract" as="k" value="k.wage"><where>not k.draft</where></income>
  <cost part="payments" each="payment" as="p" value="p.amount" on="p.paid_on">
    <where>p.payer is worker</where><surely>p.component is not loan_repayment</surely>
  </cost>
  <refund each="refund" as="r" value="r.amount" on="r.refunded_on"/>
  <rates each="exchange_rate" from="from_currency" to="to_currency" rate="rate" on="quoted_on"/>
  <examples base="clean-worker"><example expect="4.20"/></examples>
</measure>)";

/// What is told of the measure with one piece of it replaced: "English | Indonesian", a line each.
std::string told(std::string_view piece, std::string_view by) {
  MiniRules mini;
  mini.file("measures/m.xml", replaced(kGood, piece, by));
  std::string all;
  for (const auto& problem : mini.problems())
    all += problem.text.en + " | " + problem.text.id + '\n';
  return all;
}

struct Mistake {
  std::string piece;
  std::string by;
  std::string en;
};

}  // namespace

BOOST_AUTO_TEST_CASE(a_measure_is_read) {
  MiniRules mini;
  mini.file("measures/m.xml", kGood);
  const auto measures = mini.load().measures();
  BOOST_REQUIRE_EQUAL(measures.size(), 1U);
  const auto& measure = measures[0];
  BOOST_TEST(measure.id == "m");
  BOOST_TEST(measure.title.en == "Title");
  BOOST_TEST((measure.when != nullptr));
  BOOST_TEST(measure.incomes.size() == 1U);
  BOOST_REQUIRE_EQUAL(measure.costs.size(), 1U);
  BOOST_TEST(measure.costs[0].part == "payments");
  BOOST_TEST((measure.costs[0].where != nullptr && measure.costs[0].surely != nullptr));
  BOOST_TEST((measure.refunds.size() == 1 && measure.refunds[0].where == nullptr));
  BOOST_TEST(measure.file == "measures/m.xml");
}

BOOST_AUTO_TEST_CASE(each_mistake_is_told) {
  const std::vector<Mistake> mistakes{
      {"<measure id", "<messure id", "end tag"},
      {R"(kind="months-of-pay")", R"(kind="years-of-pay")", "months-of-pay"},
      {R"(id="m" )", "", "id"},
      {R"(<title lang="en">Title</title>)", "", "both languages"},
      {R"(each="worker" as="w")", R"(each="payment" as="w")", R"(each="worker")"},
      {R"(<subject each="worker" as="w"/>)", "", "no <subject>"},
      {R"(<group by="sex" value="w.sex"/>)", "", R"(<group by="sex"> is missing)"},
      {R"(by="sex" value)", R"(by="job" value)", "stands twice"},
      {R"(by="sex" value)", R"(by="age" value)", "it may be: country, job, sex"},
      {R"(value="w.sex")", R"(value="w.born_on")", "expected the type code"},
      {R"(each="payment")", R"(each="paymnt")", R"(did you mean "payment")"},
      {R"(each="payment")", R"(each="licence")", "expected a record of a worker"},
      {R"(value="p.amount")", R"(value="p.paid_on")", "expected the type money"},
      {R"(on="p.paid_on")", R"(on="p.amount")", "expected the type date"},
      {R"( on="p.paid_on")", "", "on"},
      {R"(as="p")", R"(as="w")", "is taken"},
      {"p.payer is worker", "p.payer is wrker", "wrker"},
      {"p.payer is worker", "p.amount", "condition"},
      {R"(each="exchange_rate")", R"(each="payment")", "expected a shared record"},
      {R"(rate="rate")", R"(rate="quoted_on")", "no fitting field"},
      {R"(from="from_currency")", R"(from="quoted_by")", "no fitting field"},
      {R"(expect="4.20")", R"(expect="4.2")", "expect= must be"},
      {R"(expect="4.20")", R"(expect="none")", "reason= is needed"},
      {R"(expect="4.20")", R"(expect="4.20" reason="no-rate")", "reason= is needed"},
  };
  for (const auto& mistake : mistakes) {
    const std::string text = told(mistake.piece, mistake.by);
    BOOST_TEST(text.find(mistake.en) != std::string::npos,
               mistake.by << " instead of " << mistake.piece << " tells: " << text);
  }
}

BOOST_AUTO_TEST_CASE(incomes_costs_rates_and_examples_are_needed) {
  for (const auto& [element, phrase] :
       std::vector<std::pair<std::string, std::string>>{{"income", "no <income>"},
                                                        {"cost", "no <cost>"},
                                                        {"rates", "no <rates>"},
                                                        {"examples", "no <examples>"}}) {
    const auto begin = kGood.find("<" + element + " ");
    const auto close = "</" + element + ">";
    const auto end = kGood.find(close, begin);
    const auto stop = end == std::string::npos ? kGood.find("/>", begin) + 2 : end + close.size();
    const std::string text = told(kGood.substr(begin, stop - begin), "");
    BOOST_TEST(text.find(phrase) != std::string::npos, element << ": " << text);
  }
}

BOOST_AUTO_TEST_CASE(it_accounts_only_for_rows_of_the_reference) {
  MiniRules mini;
  mini.shipped("law/rows.xml")
      .file("measures/m.xml", replaced(kGood, R"(accounts="")", R"(accounts="X-99")"));
  const auto problems = mini.problems();
  BOOST_REQUIRE_EQUAL(problems.size(), 1U);
  BOOST_TEST(problems[0].text.en.find("\"X-99\" is no row") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(two_measures_may_not_share_an_id) {
  MiniRules mini;
  mini.file("measures/a.xml", kGood).file("measures/b.xml", kGood);
  const auto problems = mini.problems();
  BOOST_REQUIRE_EQUAL(problems.size(), 1U);
  BOOST_TEST(problems[0].text.en.starts_with("the id m is taken by "), problems[0].text.en);
}

BOOST_AUTO_TEST_CASE(figures_are_written_with_two_places) {
  BOOST_TEST((parse_figure("4.20") == ExpectedFigure{420, 420}));
  BOOST_TEST((parse_figure("0.00") == ExpectedFigure{0, 0}));
  BOOST_TEST((parse_figure("4.20..6.10") == ExpectedFigure{420, 610}));
  BOOST_TEST((parse_figure("5.00..") == ExpectedFigure{500, std::nullopt}));
  for (const auto* wrong :
       {"", "4", "42", "4.2", "4.200", "..4.20", "6.10..4.20", "-1.00", "4.20.", "4.20..6", "a.bc"})
    BOOST_TEST((parse_figure(wrong) == std::nullopt), wrong);
}

BOOST_AUTO_TEST_CASE(what_a_measure_accounts_for_counts_as_checked) {
  const auto parts = ruleset::coverage(shipped_rules());
  const auto part = std::ranges::find_if(parts, [](const auto& x) { return x.part->id == "sdg"; });
  BOOST_REQUIRE((part != parts.end()));
  const auto row = std::ranges::find(part->rows, "SDG-10.7.1", &ruleset::Covered::row);
  BOOST_REQUIRE((row != part->rows.end()));
  BOOST_TEST(to_string(row->state) == "checked");
  BOOST_REQUIRE_EQUAL(row->measures.size(), 1U);
  BOOST_TEST(row->measures[0]->id == "recruitment-cost");
}

BOOST_AUTO_TEST_SUITE_END()
