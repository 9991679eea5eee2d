// SPDX-License-Identifier: Apache-2.0
// The worked examples 10 to 17 of the verdict rules, on the shipped rules where they have the duty.
#include <boost/test/unit_test.hpp>

#include "auditor/audit/subjects.h"
#include "tests/audit/help/filings.h"
#include "tests/ruleset/mini/mini_rules.h"

using namespace periksa;
using namespace periksa::test;

BOOST_AUTO_TEST_SUITE(worked_examples)
namespace {

using Words = std::vector<std::string>;

std::string shipped_verdict(std::string_view rule, std::string_view filing, const Change& change,
                            std::string_view as_of = "2025-06-30") {
  return word(outcome(audited(shipped_rules(), changed(base(filing), change), as_of), rule));
}

}  // namespace

BOOST_AUTO_TEST_CASE(case_10_a_form_without_a_value_is_open_and_a_clause_read_as_absent_is_a_no) {
  MiniRules mini;
  mini.add({.subject = R"(each="contract" as="c" of="w" event="c.signed_on")",
            .require = "c.states_rest"});
  const auto verdict = [&](const Change& change) {
    return word(outcome(audited(mini.load(), changed(base("clean-worker"), change)), "test/1/1"));
  };
  BOOST_TEST(verdict({.set = "contract.states_rest="}) == "insufficient");
  BOOST_TEST(verdict({.drop = "contract.states_rest"}) == "insufficient");
  BOOST_TEST(verdict({.set = "contract.states_rest=-"}) == "insufficient");
  BOOST_TEST(verdict({.set = "contract.states_rest=no"}) == "breach");
}

BOOST_AUTO_TEST_CASE(case_11_a_wage_table_without_a_row_is_law_and_never_asked_of_the_agency) {
  MiniRules mini;
  mini.shipped("limits/minimum_wage.xml").shipped("law/destination-standards.xml");
  mini.add({.subject = R"(each="contract" as="c" of="w" event="c.signed_on")",
            .require = "c.wage is at least limit minimum_wage for c.country, c.job"});
  const std::string wage = "contract.wage=EUR 900; contract.country=";
  const auto results = audited(
      mini.load(), changed(base("clean-worker"), {.set = wage + "PL; contract.job=cleaner"}));
  BOOST_TEST(word(outcome(results, "test/1/1")) == "insufficient");
  const auto* found = finding(results, "test/1/1");
  BOOST_TEST(causes(results, *found) == Words{"law.minimum_wage law"},
             boost::test_tools::per_element());
  BOOST_TEST(found->missing[0].ask.id.empty());
  BOOST_TEST(results.requests.empty());
}

BOOST_AUTO_TEST_CASE(case_11_no_row_means_open_only_where_the_table_is_complete) {
  const auto verdict = [](const std::string& set) {
    return shipped_verdict("uu-18-2017/72.b/1", "clean-agency",
                           {.set = "worker.departed_on=2019-05-06; " + set});
  };
  BOOST_TEST(verdict("worker.country=HK") == "met/declared");
  BOOST_TEST(verdict("worker.country=KW") == "breach");
  BOOST_TEST(verdict("worker.country=KW; worker.job=factory_worker") == "met/declared");
  // The table does not answer for this job in that country.
  BOOST_TEST(verdict("worker.country=KW; worker.job=other") == "insufficient");
}

BOOST_AUTO_TEST_CASE(case_12_an_exception_whose_text_was_not_read_makes_a_breach_suspected) {
  for (const auto& [cite, expected] : {std::pair<std::string, std::string>{"test#V", "excused"},
                                       {"test#two", "excused"},
                                       {"test#V2", "suspected/exception-reading"},
                                       {"test#K", "suspected/exception-reading"},
                                       {"test#Q", "suspected/exception-reading"}}) {
    MiniRules mini;
    mini.add({.require = "w.country is TW"});
    mini.add({.id = "test/1/2",
              .cite = cite,
              .require = "w.marital_status is married",
              .defeats = "test/1/1"});
    BOOST_TEST_CONTEXT(cite) {
      BOOST_TEST(word(outcome(audited(mini.load(), base("clean-worker")), "test/1/1")) == expected);
      const auto single = changed(base("clean-worker"), {.set = "worker.marital_status=single"});
      BOOST_TEST(word(outcome(audited(mini.load(), single), "test/1/1")) == "breach");
      const auto unknown = changed(base("clean-worker"), {.drop = "worker.marital_status"});
      const auto open = audited(mini.load(), unknown);
      BOOST_TEST(word(outcome(open, "test/1/1")) == "insufficient");
      // What would settle it stands in the exception.
      BOOST_TEST(causes(open, *finding(open, "test/1/1")) == Words{"worker.marital_status fact"},
                 boost::test_tools::per_element());
    }
  }
}

BOOST_AUTO_TEST_CASE(case_13_every_of_a_complete_empty_list_clears_nobody) {
  MiniRules mini;
  mini.add({.require = "every m in w.marital_letters has (m.issued_on is before event)"});
  const auto verdict = [&](const Change& change) {
    return word(outcome(audited(mini.load(), changed(base("clean-worker"), change)), "test/1/1"));
  };
  BOOST_TEST(verdict({.none = "marital_letter"}) == "not-applicable/no-such-record");
  BOOST_TEST(verdict({.drop = "marital_letter"}) == "insufficient");
  BOOST_TEST(verdict({}) == "met/declared");
}

BOOST_AUTO_TEST_CASE(case_14_a_month_from_31_january_ends_under_two_readings) {
  const auto verdict = [](std::string_view as_of) {
    return shipped_verdict(
        "uu-18-2017/55.1/1", "clean-agency",
        {.set = "deposit_drawdown.drawn_on=2026-01-31", .none = "deposit_drawdown.restored_on"},
        as_of);
  };
  BOOST_TEST(verdict("2026-02-28") == "not-applicable/not-yet-due");
  BOOST_TEST(verdict("2026-03-01") == "suspected/month-reading");
  BOOST_TEST(verdict("2026-03-02") == "suspected/month-reading");
  BOOST_TEST(verdict("2026-03-03") == "breach");
}

BOOST_AUTO_TEST_CASE(case_15_born_on_29_february_is_18_on_28_february) {
  const std::string born = "worker.born_on=2004-02-29; worker.departed_on=";
  BOOST_TEST(shipped_verdict("uu-18-2017/66/1", "clean-worker", {.set = born + "2022-02-28"}) ==
             "met/declared");
  BOOST_TEST(shipped_verdict("uu-18-2017/66/1", "clean-worker", {.set = born + "2022-02-27"}) ==
             "breach");
}

BOOST_AUTO_TEST_CASE(case_16_no_amount_or_period_forces_an_engine_error) {
  MiniRules mini;
  mini.add({.require = "(sum of p.amount for p in w.payments) is at most IDR 2000000"});
  mini.add({.id = "test/1/2",
            .subject = R"(each="sea_contract" as="k" of="w" event="k.signed_on")",
            .require = "k.notice_period is not stated none and "
                       "event plus k.notice_period is on or after 2000-01-01"});
  const std::string contract = "<sea_contract id='k1' signed_on='2024-05-01' notice_period='";
  for (const auto* value : {"1000000000000001", "9223372036854775807", "99999999999999999999999"}) {
    for (const auto* period : {"1000000 years", "2147483648 months", "10001 days"}) {
      const auto filing =
          changed(base("clean-worker"), {.set = "payment[b1].amount=IDR " + std::string(value),
                                         .add = contract + period + "'/>"});
      const auto results = audited(mini.load(), filing);
      BOOST_TEST_CONTEXT(value << ", " << period) {
        BOOST_TEST(word(outcome(results, "test/1/1")) == "insufficient");
        BOOST_TEST(word(outcome(results, "test/1/2")) == "insufficient");
        BOOST_TEST(results.header.complete);
        BOOST_TEST(results.summary.verdicts.count("engine-error") == 0U);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(case_16_the_largest_amounts_a_filing_can_hold_add_up) {
  MiniRules mini;
  mini.add({.require = "(sum of p.amount for p in w.payments) is at most IDR 9999999999999"});
  std::string many;
  for (int i = 0; i < 1998; ++i)
    many += "<payment id='m" + std::to_string(i) + "' amount='IDR 10000000000000'/>";
  const auto results = audited(mini.load(), changed(base("clean-worker"), {.add = many}));
  BOOST_TEST(results.header.complete);
  const auto verdict = outcome(results, "test/1/1").verdict;
  BOOST_TEST((verdict == results::Verdict::breach || verdict == results::Verdict::insufficient));
}

BOOST_AUTO_TEST_CASE(case_17_a_duty_without_a_day_is_never_late) {
  const auto verdict = [](const Change& change, std::string_view as_of) {
    return shipped_verdict("uu-18-2017/25.1/1", "clean-agency", change, as_of);
  };
  for (const auto* as_of : {"2025-06-30", "2026-06-30"}) {
    BOOST_TEST_CONTEXT(as_of) {
      BOOST_TEST(verdict({.drop = "homecoming.reported_on"}, as_of) == "insufficient");
      BOOST_TEST(verdict({.none = "homecoming.reported_on"}, as_of) == "suspected");
      BOOST_TEST(verdict({.set = "homecoming.reported_on=2026-01-31"}, as_of) ==
                 "met/unverified-reading");
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
