// SPDX-License-Identifier: Apache-2.0
// The worked examples 1 to 9 of the verdict rules: where a shortcut accuses or clears wrongly.
#include <boost/test/unit_test.hpp>

#include "tests/audit/help/filings.h"
#include "tests/ruleset/mini/mini_rules.h"

using namespace periksa;
using namespace periksa::test;

namespace {

using Words = std::vector<std::string>;

struct Semantics {
  MiniRules mini;
  results::Results results;

  /// The verdict of the only duty on the clean worker's filing with a change.
  std::string verdict(const Change& change, std::string_view as_of = "2025-06-30") {
    results = audited(mini.load(), changed(base("clean-worker"), change), as_of);
    return word(outcome(results, "test/1/1"));
  }

  Words missing() const {
    const auto* found = finding(results, "test/1/1");
    BOOST_REQUIRE(found);
    return causes(results, *found);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(semantics, Semantics)

BOOST_AUTO_TEST_CASE(case_1_consent_that_is_there_is_met_whether_or_not_the_worker_is_married) {
  mini.add({.when = "w.marital_status is married",
            .require = "some c in w.consent_letters has (c.consenter is spouse)"});
  BOOST_TEST(verdict({.drop = "worker.marital_status"}) == "met/whether-or-not");
  BOOST_TEST(results.requests.empty());
  BOOST_TEST(results.findings.empty());
}

BOOST_AUTO_TEST_CASE(case_1_without_consent_an_unknown_marital_status_leaves_it_open) {
  mini.add({.when = "w.marital_status is married",
            .require = "some c in w.consent_letters has (c.consenter is spouse)"});
  BOOST_TEST(verdict({.drop = "worker.marital_status", .none = "consent_letter"}) ==
             "insufficient");
  BOOST_TEST(missing() == Words{"worker.marital_status fact"}, boost::test_tools::per_element());
  BOOST_REQUIRE_EQUAL(results.requests.size(), 1U);
}

BOOST_AUTO_TEST_CASE(case_2_an_incomplete_list_and_a_contradiction_are_two_causes) {
  mini.add({.require = "every m in w.marital_letters has (m.issued_on is before event)"});
  const std::string other =
      "<marital_letter id='x'><issued_on>2024-05-01</issued_on>"
      "<issued_on>2024-06-01</issued_on></marital_letter>";
  std::string filing = changed(base("clean-worker"), {.add = other});
  filing = replaced(filing, R"(<collection of="marital_letters" completeness="complete" count="2")",
                    R"(<collection of="marital_letters" completeness="unknown")");
  results = audited(mini.load(), filing);
  BOOST_TEST(word(outcome(results, "test/1/1")) == "insufficient");
  const Words both{"marital_letter completeness", "marital_letter.issued_on fact"};
  BOOST_TEST(missing() == both, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(case_2_a_paper_that_is_surely_late_is_a_breach_beside_a_contradiction) {
  mini.add({.require = "every m in w.marital_letters has (m.issued_on is before event)"});
  const std::string others =
      "<marital_letter id='x'><issued_on>2024-05-01</issued_on><issued_on>2024-06-01</issued_on>"
      "</marital_letter><marital_letter id='y' issued_on='2024-05-21'/>";
  BOOST_TEST(verdict({.add = others}) == "breach");
  const auto* found = finding(results, "test/1/1");
  BOOST_REQUIRE(found);
  const bool shown =
      std::any_of(found->evidence.begin(), found->evidence.end(), [&](std::size_t fact) {
        return results.facts[fact].state == "contradictory" &&
               results.facts[fact].field == "issued_on" && results.facts[fact].others.size() == 2;
      });
  BOOST_TEST(shown);
}

BOOST_AUTO_TEST_CASE(case_3_under_age_by_every_paper_is_a_breach) {
  mini.add({.require = "whole years from w.born_on to event is at least 18"});
  BOOST_TEST(verdict({.set = "worker.born_on=2007-01-02|2007-06-30"}) == "breach");
}

BOOST_AUTO_TEST_CASE(case_3_papers_on_both_sides_of_the_limit_leave_it_open_and_are_told) {
  mini.add({.require = "whole years from w.born_on to event is at least 18"});
  BOOST_TEST(verdict({.set = "worker.born_on=2001-08-14|2006-08-14"}) == "insufficient");
  BOOST_TEST(missing() == Words{"worker.born_on fact"}, boost::test_tools::per_element());
  const auto& fact = results.facts[finding(results, "test/1/1")->missing[0].fact];
  BOOST_TEST(fact.state == "contradictory");
  BOOST_TEST(fact.others.size() == 2U);
}

BOOST_AUTO_TEST_CASE(case_4_an_unknown_departure_is_open_because_of_the_date) {
  mini.add({.require = "whole years from w.born_on to event is at least 18"});
  BOOST_TEST(verdict({.drop = "worker.departed_on"}) == "insufficient/event-date");
  BOOST_TEST(missing() == Words{"worker.departed_on event-date"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(case_4_who_has_not_departed_is_judged_as_readiness_only) {
  mini.add({.require = "whole years from w.born_on to event is at least 18"});
  const Change minor{.set = "worker.born_on=2010-01-01; worker.departure_planned_on=2025-09-01",
                     .none = "worker.departed_on"};
  BOOST_TEST(verdict(minor) == "not-applicable/not-yet-due");
  BOOST_REQUIRE_EQUAL(results.findings.size(), 1U);
  BOOST_TEST(results.findings[0].readiness);
  BOOST_TEST(results.findings[0].event_dates == Words{"2025-09-01"},
             boost::test_tools::per_element());
  BOOST_TEST(results.summary.verdicts.count("breach") == 0U);
  BOOST_TEST(results.summary.workers_affected == 0U);
  BOOST_TEST(results::exit_code(results) == 2);
  // Of age on the planned day: nothing is left to say.
  BOOST_TEST(verdict({.set = "worker.departure_planned_on=2025-09-01",
                      .none = "worker.departed_on"}) == "not-applicable/not-yet-due");
  BOOST_TEST(results.findings.empty());
}

BOOST_AUTO_TEST_CASE(case_5_in_a_window_both_texts_are_asked) {
  const std::string old_text = version(R"(from="2017-11-22" to="2025-10-01" sure-to="2025-08-01")",
                                       "test#ending", "", "p.amount is at most IDR 0");
  const std::string new_text = version(R"(from="2025-08-01" sure-from="2025-10-01")", "test#window",
                                       "", "p.amount is at most IDR 1000000");
  mini.add({.subject = R"(each="payment" as="p" of="w" event="p.paid_on")",
            .versions = old_text + new_text});
  const auto on_day = [&](std::string_view day, std::string_view amount) {
    const std::string set =
        "payment[b1].paid_on=2024-05-06; payment[b1].amount=IDR 0; "
        "payment[b2].paid_on=" +
        std::string(day) + "; payment[b2].amount=" + std::string(amount);
    return verdict({.set = set}, "2025-12-31");
  };
  BOOST_TEST(on_day("2025-09-10", "IDR 0") == "met/declared");
  BOOST_TEST(on_day("2025-09-10", "IDR 500000") == "suspected/uncertain-window");
  const auto* found = finding(results, "test/1/1");
  BOOST_REQUIRE(found);
  BOOST_REQUIRE_EQUAL(found->citations.size(), 2U);
  BOOST_TEST(found->citations[0].provision == "test#ending@2017-11-22");
  BOOST_TEST(found->citations[1].provision == "test#window@2025-08-01");
  BOOST_TEST((found->citations[0].alternative && found->citations[1].alternative));
  // A breach under both is only suspected inside the window all the same.
  BOOST_TEST(on_day("2025-09-10", "IDR 1000001") == "suspected");
  // The days around it: one text alone.
  BOOST_TEST(on_day("2025-07-31", "IDR 500000") == "breach");
  BOOST_TEST(on_day("2025-08-01", "IDR 500000") == "suspected/uncertain-window");
  BOOST_TEST(on_day("2025-09-30", "IDR 500000") == "suspected/uncertain-window");
  BOOST_TEST(on_day("2025-10-01", "IDR 500000") == "met/declared");
}

BOOST_AUTO_TEST_CASE(case_6_a_day_that_two_papers_put_under_two_texts_is_judged_under_both) {
  const std::string kind = "w.sector is household_worker";
  mini.add({.versions = version(R"(from="2017-11-22" to="2020-11-02")", "test#changed", "", kind) +
                        version(R"(from="2020-11-02")", "test#changed", "", "w.country is HK")});
  const std::string days = "worker.departed_on=2020-10-30|2020-11-05";
  BOOST_TEST(verdict({.set = days}) == "met/declared");
  BOOST_TEST(verdict({.set = days + "; worker.country=TW; worker.sector=other"}) == "breach");
  const auto* found = finding(results, "test/1/1");
  BOOST_REQUIRE(found);
  BOOST_REQUIRE_EQUAL(found->citations.size(), 2U);
  BOOST_TEST((found->citations[0].alternative && found->citations[1].alternative));
  BOOST_TEST(found->event_dates == (Words{"2020-10-30", "2020-11-05"}),
             boost::test_tools::per_element());
  BOOST_TEST(verdict({.set = days + "; worker.country=TW"}) == "insufficient/event-date");
  BOOST_TEST(missing() == Words{"worker.departed_on event-date"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(case_7_what_is_surely_above_the_limit_needs_no_exchange_rate) {
  mini.add({.require = "(sum of p.amount for p in w.payments) is at most IDR 2000000"});
  const std::string receipts =
      "<payment id='x' amount='TWD 9000'/><payment id='y' amount='9.000,-'/>";
  BOOST_TEST(verdict({.set = "payment[b1].amount=IDR 3000000", .add = receipts}) == "breach");
}

BOOST_AUTO_TEST_CASE(case_7_another_currency_without_a_rate_leaves_it_open_because_of_the_law) {
  mini.add({.require = "(sum of p.amount for p in w.payments) is at most IDR 4000000"});
  const Change change{.set = "payment[b1].amount=IDR 3000000",
                      .add = "<payment id='x' amount='TWD 9000'/>"};
  BOOST_TEST(verdict(change) == "insufficient");
  const auto* found = finding(results, "test/1/1");
  BOOST_REQUIRE_EQUAL(found->missing.size(), 1U);
  BOOST_TEST(found->missing[0].cause == "law");
  BOOST_TEST(results.requests.empty());
}

BOOST_AUTO_TEST_CASE(case_7_against_zero_no_rate_is_needed) {
  mini.add({.require = "(sum of p.amount for p in w.payments) is at most IDR 0"});
  BOOST_TEST(verdict({.set = "payment[b1].amount=IDR 0; payment[b2].amount=TWD 9000"}) == "breach");
}

BOOST_AUTO_TEST_CASE(case_8_receipt_ledger_and_statement_of_one_payment_are_one_payment) {
  mini.add({.require = "(sum of p.amount for p in w.payments) is at most IDR 3000000"});
  const std::string sources =
      "<source id='r' document='receipt'/><source id='l' document='ledger'/>"
      "<source id='s' document='worker_statement' asserter='worker'/>";
  const std::string one =
      "<payment id='b1' component='job_training'><amount source='r'>IDR 3000000</amount>"
      "<amount source='l'>IDR 3000000</amount><amount source='s'>IDR 3000000</amount></payment>";
  std::string filing = changed(base("clean-worker"), {.none = "payment"});
  filing = replaced(filing, R"(<agency )", sources + "<agency ");
  filing = replaced(filing, R"(of="payments" completeness="complete" count="0" />)",
                    R"(of="payments" completeness="complete" count="1"/>)" + one);
  BOOST_TEST(word(outcome(audited(mini.load(), filing), "test/1/1")) == "met/declared");
  // Two of them that differ are two readings of one amount, not two amounts.
  const std::string more = replaced(filing, "<amount source='l'>IDR 3000000</amount>",
                                    "<amount source='l'>IDR 2500000</amount>");
  BOOST_TEST(word(outcome(audited(mini.load(), more), "test/1/1")) == "met/declared");
  const std::string over = replaced(filing, "<amount source='l'>IDR 3000000</amount>",
                                    "<amount source='l'>IDR 3000001</amount>");
  BOOST_TEST(word(outcome(audited(mini.load(), over), "test/1/1")) == "insufficient");
}

BOOST_AUTO_TEST_CASE(case_9_a_visa_stated_none_is_a_breach_and_a_visa_not_filed_is_open) {
  mini.add({.require = "some v in w.visas where (v.issued_on is on or before event)"});
  BOOST_TEST(verdict({.none = "visa"}) == "breach");
  BOOST_TEST(verdict({.drop = "visa"}) == "insufficient");
  BOOST_TEST(missing() == Words{"visa completeness"}, boost::test_tools::per_element());
  // A list that says "complete, two" and holds none contradicts itself.
  const std::string filing = replaced(changed(base("clean-worker"), {.none = "visa"}),
                                      R"(of="visas" completeness="complete" count="0")",
                                      R"(of="visas" completeness="complete" count="2")");
  BOOST_TEST(word(outcome(audited(mini.load(), filing), "test/1/1")) == "insufficient");
}

BOOST_AUTO_TEST_CASE(case_9_a_fee_stated_none_is_zero) {
  mini.add({.subject = R"(each="orientation" as="o" of="w" event="o.registered_on")",
            .require = "o.fee is at most IDR 0"});
  const auto fee = [&](const std::string& attributes) {
    const std::string record =
        "<orientation id='o1' registered_on='2024-05-01' " + attributes + "/>";
    return verdict({.add = record});
  };
  BOOST_TEST(fee("none='fee'") == "met/declared");
  BOOST_TEST(fee("fee='IDR 0'") == "met/declared");
  BOOST_TEST(fee("fee=''") == "insufficient");
  BOOST_TEST(fee("fee='IDR 1'") == "breach");
}

BOOST_AUTO_TEST_SUITE_END()
