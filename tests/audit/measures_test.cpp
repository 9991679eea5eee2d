// SPDX-License-Identifier: Apache-2.0
// What a job cost in months of its pay: by hand, under loss of facts, and over many workers.
#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "auditor/audit/measure_examples.h"
#include "auditor/results/results_json.h"
#include "tests/audit/help/filings.h"
#include "tests/audit/help/hide.h"
#include "tests/audit/help/many_workers.h"
#include "tests/ruleset/mini/temp_folder.h"

using namespace periksa;
using namespace periksa::test;
using results::Measure;
using results::Months;

BOOST_AUTO_TEST_SUITE(measures)
namespace {

const std::string kLists = "deduction; loan; refund; payment";

std::string rate(std::string_view from, std::string_view to, std::string_view rate,
                 std::string_view day, std::string_view id = "x1") {
  return fmt::format(
      "<exchange_rate id='{}' from_currency='{}' to_currency='{}' rate='{}' "
      "quoted_on='{}' quoted_by='Bank Contoh'/>",
      id, from, to, rate, day);
}

std::string paid(std::string_view id, std::string_view amount, std::string_view more = "") {
  return fmt::format(
      "<payment id='{}' paid_on='2024-03-04' amount='{}' payer='worker' "
      "component='job_training' {}/>",
      id, amount, more);
}

/// The clean worker (HKD 4,870 a month) with nothing paid, deducted, lent or refunded but
/// `records`.
std::string filing(const std::string& records, Change change = {}) {
  change.none += (change.none.empty() ? "" : "; ") + kLists;
  change.add = records;
  return changed(base("clean-worker"), change);
}

const Measure& measure_of(const results::Results& results) {
  BOOST_REQUIRE_EQUAL(results.measures.size(), 1U);
  return results.measures.front();
}

/// "2.00", "1.00..2.00", "2.00..", "none/no-rate" of the one worker.
std::string figure(const std::string& text) {
  const auto results = audited(shipped_rules(), text);
  const Measure& measure = measure_of(results);
  if (measure.workers.empty()) {
    if (measure.cohorts.empty())
      return measure.placement_unknown > 0 ? "none/placement-unknown" : "none/not-placed";
    return "0.00";
  }
  const auto& worker = measure.workers.front();
  if (!worker.months) return "none/" + worker.without;
  const auto decimal = [](std::int64_t x) { return fmt::format("{}.{:02}", x / 100, x % 100); };
  const auto [low, high] = *worker.months;
  if (!high) return decimal(low) + "..";
  return decimal(low) + (low == *high ? "" : ".." + decimal(*high));
}

/// The range a figure stands for; everything where there is none.
std::pair<std::int64_t, std::int64_t> range(const std::string& figure) {
  if (figure.starts_with("none")) return {0, std::numeric_limits<std::int64_t>::max()};
  const auto parsed = ruleset::parse_figure(figure);
  BOOST_REQUIRE(parsed.has_value());
  return {parsed->low, parsed->high.value_or(std::numeric_limits<std::int64_t>::max())};
}

const std::string kMixed =
    filing(paid("b1", "HKD 4870") + paid("b2", "IDR 9740000", "loan='l1'") +
               paid("b3", "HKD 1000|HKD 2000") + rate("HKD", "IDR", "2000", "2024-01-01") +
               "<loan id='l1' kind='kur' principal='IDR 9740000' disbursed='IDR 9740000' "
               "instalment='IDR 1071400' term_months='10' signed_on='2024-03-01' "
               "none='disbursed_to other_cost purpose_component'/>"
               "<deduction id='d1' deducted_on='2024-07-31' amount='HKD 535.70' loan='l1' "
               "component='loan_repayment'/>"
               "<deduction id='d2' deducted_on='2024-08-31' amount='HKD 487' none='loan' "
               "component='agency_fee_abroad'/>"
               "<refund id='r1' amount='HKD 974' refunded_on='2024-05-01' payment='b1'/>",
           {.set = "worker.sex=female"});

}  // namespace

BOOST_AUTO_TEST_CASE(the_shipped_measure_keeps_what_its_examples_promise) {
  audit::ExampleBases bases(shipped_rules().folder());
  for (const auto& measure : shipped_rules().measures())
    for (const auto& problem : audit::test_measure(shipped_rules(), measure, bases))
      BOOST_ERROR(render(problem, Language::en));
}

BOOST_AUTO_TEST_CASE(payments_in_the_currency_of_the_pay) {
  BOOST_TEST(figure(filing("")) == "0.00");
  BOOST_TEST(figure(filing(paid("b1", "HKD 4870"))) == "1.00");
  BOOST_TEST(figure(filing(paid("b1", "HKD 4870") + paid("b2", "HKD 2435"))) == "1.50");
  BOOST_TEST(figure(filing(paid("b1", "HKD 0"))) == "0.00");
}

BOOST_AUTO_TEST_CASE(halves_are_rounded_up_exactly) {
  // 0.005 of 4,870.00 is 24.35.
  BOOST_TEST(figure(filing(paid("b1", "HKD 24.35"))) == "0.01");
  BOOST_TEST(figure(filing(paid("b1", "HKD 24.34"))) == "0.00");
}

BOOST_AUTO_TEST_CASE(what_the_employer_pays_is_no_cost_of_the_worker) {
  const std::string text = filing(paid("b1", "HKD 9740"), {});
  BOOST_TEST(figure(replaced(text, "payer=\"worker\" component=\"job_training\"",
                             "payer=\"employer\" component=\"job_training\"")) == "0.00");
}

BOOST_AUTO_TEST_CASE(a_deduction_that_repays_a_counted_loan_is_not_counted_again) {
  const std::string loan =
      "<loan id='l1' kind='kta' principal='HKD 4870' disbursed='HKD 4870' instalment='HKD 487' "
      "term_months='10' signed_on='2024-03-01' none='other_cost purpose_component'";
  const std::string deduction =
      "<deduction id='d1' deducted_on='2024-07-31' amount='HKD 487' loan='l1' "
      "component='loan_repayment'/>";
  const std::string own = paid("b1", "HKD 4870", "loan='l1'");
  BOOST_TEST(figure(filing(own + loan + " disbursed_to='agency'/>" + deduction)) == "1.00");
  // No payment refers to it: what was paid out to the agency counts, its repayment does not.
  BOOST_TEST(figure(filing(loan + " disbursed_to='agency'/>" + deduction)) == "1.00");
  // Nobody says what the money was for.
  const auto none = replaced(loan, "none='", "none='disbursed_to ");
  BOOST_TEST(figure(filing(none + "/>" + deduction)) == "0.00..0.10");
}

BOOST_AUTO_TEST_CASE(an_unlinked_refund_reduces_only_the_low_end) {
  const std::string refund = "<refund id='r1' amount='HKD 2435' refunded_on='2024-05-01' ";
  const std::string own = paid("b1", "HKD 9740");
  BOOST_TEST(figure(filing(own + refund + "payment='b1'/>")) == "1.50");
  BOOST_TEST(figure(filing(own + refund + "none='payment'/>")) == "1.50..2.00");
  BOOST_TEST(figure(filing(own + refund + "/>")) == "1.50..2.00");
}

BOOST_AUTO_TEST_CASE(more_refunded_than_paid_is_nothing_not_less) {
  BOOST_TEST(figure(filing(paid("b1", "HKD 100") +
                           "<refund id='r1' amount='HKD 4870' refunded_on='2024-05-01' "
                           "payment='b1'/>")) == "0.00");
}

BOOST_AUTO_TEST_CASE(a_missing_amount_has_no_upper_end) {
  BOOST_TEST(figure(filing(paid("b1", "HKD 4870") + paid("b2", "sekitar 5 juta"))) == "1.00..");
  BOOST_TEST(figure(filing(paid("b1", "HKD 4870") + paid("b2", ""))) == "1.00..");
}

BOOST_AUTO_TEST_CASE(an_incomplete_list_has_no_upper_end) {
  for (const auto* list : {"payments", "deductions", "loans"}) {
    const std::string text = filing(paid("b1", "HKD 4870"));
    const bool payments = std::string_view(list) == "payments";
    const auto said = fmt::format("<collection of=\"{}\" completeness=\"complete\" count=\"{}\" />",
                                  list, payments ? 1 : 0);
    BOOST_TEST(figure(replaced(text, said, "")) == "1.00..", list);
  }
}

BOOST_AUTO_TEST_CASE(from_nothing_to_without_end_is_no_figure) {
  BOOST_TEST(figure(changed(base("clean-worker"), {.drop = "payment"})) == "none/nothing-known");
}

BOOST_AUTO_TEST_CASE(another_currency_needs_a_rate_on_or_before_the_day) {
  const std::string own = paid("b1", "IDR 9740000");
  BOOST_TEST(figure(filing(own)) == "none/no-rate");
  BOOST_TEST(figure(filing(own + rate("HKD", "IDR", "2000", "2024-03-04"))) == "1.00");
  BOOST_TEST(figure(filing(own + rate("IDR", "HKD", "0.0005", "2024-03-04"))) == "1.00");
  BOOST_TEST(figure(filing(own + rate("HKD", "IDR", "2000", "2024-03-05"))) == "none/no-rate");
  BOOST_TEST(figure(filing(own + rate("TWD", "IDR", "500", "2024-03-04"))) == "none/no-rate");
  BOOST_TEST(figure(filing(own + rate("HKD", "IDR", "0", "2024-03-04"))) == "none/no-rate");
  // The nearest counts; two of one day make a range; one that is not fully known spoils its pair.
  BOOST_TEST(figure(filing(own + rate("HKD", "IDR", "1000", "2024-01-01") +
                           rate("HKD", "IDR", "2000", "2024-03-01", "x2"))) == "1.00");
  BOOST_TEST(figure(filing(own + rate("HKD", "IDR", "1600", "2024-03-01") +
                           rate("HKD", "IDR", "2000", "2024-03-01", "x2"))) == "1.00..1.25");
  BOOST_TEST(figure(filing(own + rate("HKD", "IDR", "2000", "2024-03-01") +
                           rate("HKD", "IDR", "2000", "", "x2"))) == "none/no-rate");
  // A day known to the month may lie under any rate of that month.
  const std::string vague = replaced(filing(own + rate("HKD", "IDR", "2000", "2024-02-01") +
                                            rate("HKD", "IDR", "1000", "2024-03-20", "x2")),
                                     "paid_on=\"2024-03-04\" amount=\"IDR 9740000\"",
                                     "paid_on=\"2024-03\" amount=\"IDR 9740000\"");
  BOOST_TEST(figure(vague) == "1.00..2.00");
}

BOOST_AUTO_TEST_CASE(the_rate_is_marked_and_the_cost_stays_in_its_own_currency) {
  const auto results = audited(shipped_rules(), filing(paid("b1", "IDR 9740000") +
                                                       rate("HKD", "IDR", "2000", "2024-03-04")));
  const auto& worker = measure_of(results).workers.front();
  BOOST_TEST(worker.rated);
  BOOST_TEST((worker.income == results::Amount{"HKD", 487000, 487000}));
  BOOST_REQUIRE_EQUAL(worker.cost.size(), 1U);
  BOOST_TEST((worker.cost[0] == results::Amount{"IDR", 974000000, 974000000}));
}

BOOST_AUTO_TEST_CASE(a_refund_of_another_currency_makes_the_own_costs_uncertain) {
  const auto results = audited(
      shipped_rules(), filing(paid("b1", "IDR 9740000") + rate("HKD", "IDR", "2000", "2024-03-04") +
                              "<refund id='r1' amount='HKD 2435' refunded_on='2024-05-01' "
                              "payment='b1'/>"));
  const auto& worker = measure_of(results).workers.front();
  BOOST_TEST((worker.months == Months{50, 50}));
  BOOST_TEST((worker.cost[0] == results::Amount{"IDR", 0, 974000000}));
}

BOOST_AUTO_TEST_CASE(without_a_known_positive_pay_there_is_no_figure) {
  const std::string own = paid("b1", "HKD 4870");
  for (const auto& change :
       {Change{.set = "contract.wage=HKD 0"}, Change{.drop = "contract.wage"},
        Change{.set = "contract.wage_period=day"}, Change{.drop = "contract.wage_period"},
        Change{.set = "contract.wage=HKD 4870|TWD 4870"}, Change{.set = "contract.draft=yes"},
        Change{.drop = "contract"}, Change{.none = "contract"}})
    BOOST_TEST(figure(filing(own, change)) == "none/no-income",
               change.set << change.drop << change.none);
  BOOST_TEST(figure(filing(own, {.set = "contract.wage=HKD 4870|HKD 2435"})) == "1.00..2.00");
}

BOOST_AUTO_TEST_CASE(amounts_beyond_every_measure_stay_open) {
  std::string records;
  for (int i = 0; i < 1500; ++i)
    records += paid("b" + std::to_string(i + 1), "HKD 9999999999999.99");
  const std::string pay = "contract.wage=HKD 0.01";
  const std::string text = filing(records, {.set = pay});
  BOOST_TEST(figure(text) == "10000000000000.00..");
  // A rate so small that the product leaves 128 bits behind.
  BOOST_TEST(figure(filing(
                 paid("b1", "IDR 9999999999999") + rate("IDR", "HKD", "999999999999", "2024-01-01"),
                 {.set = pay})) == "10000000000000.00..");
}

BOOST_AUTO_TEST_CASE(the_order_of_records_changes_nothing) {
  const std::string own = paid("b1", "IDR 3333333") + rate("HKD", "IDR", "1999.7", "2024-01-01");
  const std::string more =
      paid("b2", "IDR 7777777") + rate("HKD", "IDR", "1888.3", "2024-01-01", "x2");
  BOOST_TEST(figure(filing(own + more)) == figure(filing(more + own)));
}

BOOST_AUTO_TEST_CASE(hiding_a_fact_only_widens) {
  // 1 month cash, 1 by loan with a tenth of interest, 1,000 or 2,000, a tenth deducted, a fifth
  // back.
  const std::string full = figure(kMixed);
  const auto [low, high] = range(full);
  BOOST_TEST(low < high);
  const Hide hide(kMixed, shipped_rules().vocabulary());
  const auto widens = [&](const std::string& text, const std::string& without) {
    const auto [least, most] = range(figure(text));
    BOOST_TEST((least <= low && most >= high), "without " << without << ": " << figure(text));
  };
  std::size_t count = 0;
  for (std::size_t i = 0; i < hide.facts().size(); ++i) {
    if (hide.facts()[i].starts_with("worker[")) continue;  // whether it is counted at all
    widens(hide.without_fact(i), hide.facts()[i]);
    ++count;
  }
  for (std::size_t i = 0; i < hide.records().size(); ++i) {
    if (hide.records()[i].starts_with("worker[")) continue;
    widens(hide.without_record(i), hide.records()[i]);
    ++count;
  }
  for (std::size_t i = 0; i < hide.collections().size(); ++i)
    widens(hide.without_collection(i), hide.collections()[i]);
  BOOST_TEST(count > 100U);
}

BOOST_AUTO_TEST_CASE(groups_add_up_and_small_ones_show_only_counts) {
  const auto results = audited(shipped_rules(), many_workers(60));
  const Measure& measure = measure_of(results);
  std::map<std::string, std::uint64_t> placed;
  for (const auto& cohort : measure.cohorts) {
    placed[cohort.by] += cohort.placed;
    std::uint64_t without = 0;
    for (const auto& [reason, count] : cohort.without) without += count;
    BOOST_TEST(cohort.placed == cohort.figures + without);
    BOOST_TEST((cohort.figures >= 3) == cohort.low.has_value());
    if (cohort.low) BOOST_TEST((cohort.low->mean && cohort.low->third_quartile));
  }
  BOOST_TEST(placed.size() == 5U);
  for (const auto& [by, count] : placed) BOOST_TEST(count == placed["all"], by);
  BOOST_TEST(placed["all"] > 0U);
}

BOOST_AUTO_TEST_CASE(any_number_of_threads_gives_the_same_measures) {
  const std::string text = many_workers(300);
  const auto measures = [&](unsigned threads) {
    audit::Options options;
    options.threads = threads;
    return audited(shipped_rules(), text, options).measures;
  };
  const auto one = measures(1);
  BOOST_TEST(one.front().workers.size() > 50U);
  for (const unsigned threads : {2U, 5U, 16U}) BOOST_TEST((measures(threads) == one), threads);
}

BOOST_AUTO_TEST_CASE(workers_stand_by_pseudonym_only) {
  const auto results =
      audited(shipped_rules(), slurp(PERIKSA_SOURCE_DIR "/fixtures/seeded-agency/filing.xml"));
  results::Results only;
  only.measures = results.measures;
  std::string text;
  results::write_json(only, [&](std::string_view piece) { text += piece; });
  BOOST_TEST(measure_of(results).workers.size() == 10U);
  std::size_t tried = 0;
  for (const auto& [key, secret] : results.secrets) {  // codes of a list may stand anywhere
    const auto telling = [](char c) { return c == ' ' || (c >= '0' && c <= '9'); };
    if (secret.value.size() < 6 || std::ranges::none_of(secret.value, telling)) continue;
    ++tried;
    BOOST_TEST(text.find(secret.value) == std::string::npos, key);
  }
  BOOST_TEST(tried > 20U);
}

BOOST_AUTO_TEST_CASE(the_seeded_agency_by_hand) {
  const auto results =
      audited(shipped_rules(), slurp(PERIKSA_SOURCE_DIR "/fixtures/seeded-agency/filing.xml"));
  const Measure& measure = measure_of(results);
  const auto& all = measure.cohorts.front();
  BOOST_TEST((all.placed == 18 && all.figures == 16 && all.zero == 8 && all.open == 1));
  // IDR 22,000,000 / 480 = TWD 45,833.33; of TWD 27,470 a month.
  const auto worker = std::ranges::find(measure.workers, "W003", &results::MeasuredWorker::worker);
  BOOST_REQUIRE((worker != measure.workers.end()));
  BOOST_TEST((worker->months == Months{167, 167}));
  // 18 lower ends: 10 × 0.00, 0.08, 0.13, 0.15 twice, 0.61, 0.86, 1.67, 1.70.
  BOOST_TEST((all.low == results::Spread{30, 0, 0, 15}));
  BOOST_TEST((all.high == results::Spread{std::nullopt, 0, 8, 167}));
}

BOOST_AUTO_TEST_SUITE_END()
