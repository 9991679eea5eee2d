// SPDX-License-Identifier: Apache-2.0
// The verdict of a rule on a subject: deadlines, days in doubt, exceptions, readiness.
#include "auditor/ruleset/judge.h"

#include <boost/test/unit_test.hpp>

#include "tests/audit/help/filings.h"
#include "tests/ruleset/mini/mini_rules.h"

using namespace periksa;
using namespace periksa::test;
using results::Verdict;

namespace {

struct Judging {
  MiniRules mini;
  results::Results results;

  std::string verdict(const Change& change = {}, std::string_view as_of = "2025-06-30") {
    results = audited(mini.load(), changed(base("clean-worker"), change), as_of);
    return word(outcome(results, "test/1/1"));
  }
};

/// One duty with the parts given, all of the text test#V.
std::string whole(const std::string& parts) {
  return "<version from='2017-11-22'><cite provision='test#V' proves='act'/>" + parts +
         "</version>";
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(judge, Judging)

// --- the table of design §4 ---

BOOST_AUTO_TEST_CASE(the_first_line_of_the_table_that_fits_decides) {
  mini.add({.when = "w.scheme is p3mi", .require = "w.country is HK"});
  const auto both = [&](const std::string& when, const std::string& require) {
    Change change;
    (when == "?" ? change.drop : change.set) =
        when == "?" ? "worker.scheme" : "worker.scheme=" + when;
    if (require == "?") {
      change.drop += (change.drop.empty() ? "" : "; ") + std::string("worker.country");
    } else {
      change.set += (change.set.empty() ? "" : "; ") + ("worker.country=" + require);
    }
    return verdict(change);
  };
  BOOST_TEST(both("p3mi", "HK") == "met/declared");
  BOOST_TEST(both("p3mi", "TW") == "breach");
  BOOST_TEST(both("p3mi", "?") == "insufficient");
  BOOST_TEST(both("trainee", "HK") == "not-applicable/condition");
  BOOST_TEST(both("trainee", "TW") == "not-applicable/condition");
  BOOST_TEST(both("trainee", "?") == "not-applicable/condition");
  BOOST_TEST(both("?", "HK") == "met/whether-or-not");
  BOOST_TEST(both("?", "TW") == "insufficient");
  BOOST_TEST(both("?", "?") == "insufficient");
}

BOOST_AUTO_TEST_CASE(before_the_first_version_nothing_is_in_force) {
  mini.add({.versions = version(R"(from="2021-04-07")", "test#later", "", "w.country is TW")});
  BOOST_TEST(verdict({.set = "worker.departed_on=2021-04-06"}) == "not-in-force");
  BOOST_TEST(verdict({.set = "worker.departed_on=2021-04-07"}) == "breach");
}

// --- days in doubt ---

BOOST_AUTO_TEST_CASE(days_on_both_sides_of_the_first_version_leave_it_open) {
  mini.add({.versions = version(R"(from="2021-04-07")", "test#later", "", "w.country is TW")});
  BOOST_TEST(verdict({.set = "worker.departed_on=2021-04-06|2021-04-07"}) ==
             "insufficient/event-date");
  BOOST_TEST(verdict({.set = "worker.departed_on=2021-04-06|2021-04-07; worker.country=TW"}) ==
             "insufficient/event-date");
  BOOST_TEST(verdict({.set = "worker.departed_on=2021-04-07|2021-04-08"}) == "breach");
}

BOOST_AUTO_TEST_CASE(an_unknown_day_of_a_standing_fact_is_open) {
  mini.add({.require = "w.country is TW"});
  BOOST_TEST(verdict({.drop = "worker.departed_on"}) == "insufficient/event-date");
  BOOST_TEST(verdict({.set = "worker.departed_on=2024-05"}) == "breach");
  BOOST_TEST(verdict({.set = "worker.departed_on=2017-11"}) == "insufficient/event-date");
}

BOOST_AUTO_TEST_CASE(what_every_paper_puts_in_the_future_has_not_happened) {
  mini.add({.require = "w.country is TW"});
  BOOST_TEST(verdict({.set = "worker.departed_on=2025-07-10|2025-07-20"}) ==
             "not-applicable/not-yet-due");
  BOOST_TEST(verdict({.set = "worker.departed_on=2025-08"}) == "not-applicable/not-yet-due");
}

BOOST_AUTO_TEST_CASE(what_one_paper_puts_in_the_future_is_no_breach_yet) {
  mini.add({.require = "w.country is TW"});
  BOOST_TEST(verdict({.set = "worker.departed_on=2025-06-20|2025-07-20"}) ==
             "insufficient/event-date");
  BOOST_TEST(verdict({.set = "worker.departed_on=2025-06"}, "2025-06-15") ==
             "insufficient/event-date");
  BOOST_TEST(verdict({.set = "worker.departed_on=2025-06"}, "2025-06-30") == "breach");
  // One paper knows the day, the other says that it has not come.
  const std::string filing =
      changed(base("clean-worker"), {.drop = "worker.departed_on", .add = ""});
  const auto both = replaced(filing, "<identity_paper id=\"i1\"",
                             "<departed_on>2024-05-20</departed_on><departed_on state=\"none\"/>"
                             "<identity_paper id=\"i1\"");
  BOOST_TEST(word(outcome(audited(mini.load(), both), "test/1/1")) == "insufficient/event-date");
}

// --- deadlines ---

BOOST_AUTO_TEST_CASE(before_and_on_the_last_day_nothing_is_late) {
  mini.add({.versions = whole("<due>event plus 10 days</due><require>w.country is TW</require>")});
  BOOST_TEST(verdict({}, "2024-05-29") == "not-applicable/not-yet-due");
  BOOST_TEST(verdict({}, "2024-05-30") == "not-applicable/not-yet-due");
  BOOST_TEST(verdict({}, "2024-05-31") == "breach");
}

BOOST_AUTO_TEST_CASE(what_is_done_before_its_deadline_is_met) {
  mini.add({.versions = whole("<due>event plus 10 days</due><require>w.country is HK</require>")});
  BOOST_TEST(verdict({}, "2024-05-21") == "met/declared");
}

BOOST_AUTO_TEST_CASE(a_deadline_in_doubt_leaves_it_open) {
  mini.add({.versions = whole("<when>w.departure_planned_on is not stated none</when>"
                              "<due>w.departure_planned_on plus 10 days</due>"
                              "<require>w.country is TW</require>")});
  BOOST_TEST(verdict({.set = "worker.departure_planned_on=2025-06-01|2025-06-25"}) ==
             "insufficient");
  BOOST_TEST(verdict({.set = "worker.departure_planned_on=2025-06-21|2025-06-25"}) ==
             "not-applicable/not-yet-due");
  BOOST_TEST(verdict({.set = "worker.departure_planned_on=2025-06-01|2025-06-02"}) == "breach");
}

BOOST_AUTO_TEST_CASE(a_month_has_two_readings_and_a_year_one) {
  mini.add({.versions = whole("<due>event plus 1 month</due><require>w.country is TW</require>")});
  const auto on = [&](const std::string& day, std::string_view as_of) {
    return verdict({.set = "worker.departed_on=" + day}, as_of);
  };
  // 31 January: 29 February by the calendar of 2024, 1 March by thirty days.
  BOOST_TEST(on("2024-01-31", "2024-02-29") == "not-applicable/not-yet-due");
  BOOST_TEST(on("2024-01-31", "2024-03-01") == "suspected/month-reading");
  BOOST_TEST(on("2024-01-31", "2024-03-02") == "breach");
  // 1 March: 1 April by the calendar, 31 March by thirty days.
  BOOST_TEST(on("2024-03-01", "2024-03-31") == "not-applicable/not-yet-due");
  BOOST_TEST(on("2024-03-01", "2024-04-01") == "suspected/month-reading");
  BOOST_TEST(on("2024-03-01", "2024-04-02") == "breach");
  // A month of thirty days: both are the same.
  BOOST_TEST(on("2024-04-10", "2024-05-10") == "not-applicable/not-yet-due");
  BOOST_TEST(on("2024-04-10", "2024-05-11") == "breach");
}

BOOST_AUTO_TEST_CASE(twelve_months_are_a_year_under_every_reading) {
  for (const auto* span : {"1 year", "12 months"}) {
    MiniRules other;
    other.add({.versions = whole("<due>event plus " + std::string(span) +
                                 "</due><require>w.country is TW</require>")});
    BOOST_TEST_CONTEXT(span) {
      const auto filing = base("clean-worker");
      BOOST_TEST(word(outcome(audited(other.load(), filing, "2025-05-20"), "test/1/1")) ==
                 "not-applicable/not-yet-due");
      BOOST_TEST(word(outcome(audited(other.load(), filing, "2025-05-21"), "test/1/1")) ==
                 "breach");
    }
  }
}

// --- exceptions ---

struct Exceptions : Judging {
  void add_exception(const std::string& id, const std::string& require,
                     const std::string& versions = {}) {
    mini.add({.id = id, .versions = versions, .require = require, .defeats = "test/1/1"});
  }
};

BOOST_FIXTURE_TEST_CASE(an_exception_excuses_only_what_would_be_a_breach, Exceptions) {
  mini.add({.when = "w.scheme is p3mi", .require = "w.country is TW"});
  add_exception("test/1/2", "w.sector is household_worker");
  BOOST_TEST(verdict() == "excused");
  BOOST_TEST(verdict({.set = "worker.country=TW"}) == "met/declared");
  BOOST_TEST(verdict({.set = "worker.scheme=trainee"}) == "not-applicable/condition");
  BOOST_TEST(verdict({.set = "worker.sector=other"}) == "breach");
  BOOST_TEST(verdict({.drop = "worker.sector"}) == "insufficient");
  // An open question under a sure exception: met or excused, and never more than open.
  BOOST_TEST(verdict({.drop = "worker.country"}) != "breach");
}

BOOST_FIXTURE_TEST_CASE(one_of_two_exceptions_is_enough_in_any_order, Exceptions) {
  for (const bool first : {true, false}) {
    MiniRules two;
    two.add({.require = "w.country is TW"});
    two.add({.id = first ? "test/1/2" : "test/1/3",
             .require = "w.sector is other",
             .defeats = "test/1/1"});
    two.add({.id = first ? "test/1/3" : "test/1/2",
             .require = "w.marital_status is married",
             .defeats = "test/1/1"});
    const auto on = [&](const Change& change) {
      return word(outcome(audited(two.load(), changed(base("clean-worker"), change)), "test/1/1"));
    };
    BOOST_TEST(on({}) == "excused");
    BOOST_TEST(on({.drop = "worker.sector"}) == "excused");
    BOOST_TEST(on({.set = "worker.marital_status=single"}) == "breach");
    BOOST_TEST(on({.set = "worker.marital_status=single", .drop = "worker.sector"}) ==
               "insufficient");
    BOOST_TEST(on({.drop = "worker.sector; worker.marital_status"}) == "insufficient");
  }
}

BOOST_FIXTURE_TEST_CASE(an_unread_exception_beside_a_sure_one_does_not_matter, Exceptions) {
  for (const auto* unread : {"test/1/2", "test/1/3"}) {
    MiniRules two;
    two.add({.require = "w.country is TW"});
    for (const auto* id : {"test/1/2", "test/1/3"}) {
      two.add({.id = id,
               .cite = id == std::string(unread) ? "test#K" : "test#V",
               .require = "w.sector is household_worker",
               .defeats = "test/1/1"});
    }
    BOOST_TEST(word(outcome(audited(two.load(), base("clean-worker")), "test/1/1")) == "excused");
  }
}

BOOST_FIXTURE_TEST_CASE(an_exception_excuses_inside_its_own_time_only, Exceptions) {
  mini.add({.require = "w.country is TW"});
  add_exception("test/1/2", "",
                version(R"(from="2021-04-07")", "test#later", "", "w.sector is household_worker"));
  BOOST_TEST(verdict({.set = "worker.departed_on=2021-04-06"}) == "breach");
  BOOST_TEST(verdict({.set = "worker.departed_on=2021-04-07"}) == "excused");
  BOOST_TEST(verdict({.set = "worker.departed_on=2021-04-06|2021-04-07"}) == "insufficient");
}

BOOST_FIXTURE_TEST_CASE(an_exception_that_may_not_be_law_yet_makes_a_breach_suspected, Exceptions) {
  mini.add({.require = "w.country is TW"});
  add_exception("test/1/2", "",
                version(R"(from="2025-08-01" sure-from="2025-10-01")", "test#window", "",
                        "w.sector is household_worker"));
  BOOST_TEST(verdict({.set = "worker.departed_on=2025-07-31"}, "2025-12-31") == "breach");
  BOOST_TEST(verdict({.set = "worker.departed_on=2025-08-01"}, "2025-12-31") ==
             "suspected/exception-reading");
  BOOST_TEST(verdict({.set = "worker.departed_on=2025-10-01"}, "2025-12-31") == "excused");
}

BOOST_FIXTURE_TEST_CASE(an_exception_is_never_evaluated_by_itself, Exceptions) {
  mini.add({.require = "w.country is TW"});
  add_exception("test/1/2", "w.sector is other");
  verdict();
  BOOST_REQUIRE_EQUAL(results.rules.size(), 1U);
  BOOST_TEST(results.summary.evaluations == 1U);
}

BOOST_FIXTURE_TEST_CASE(an_excused_finding_cites_the_exception, Exceptions) {
  mini.add({.require = "w.country is TW"});
  mini.add({.id = "test/1/2",
            .versions =
                version(R"(from="2021-04-07")", "test#later", "", "w.sector is household_worker"),
            .defeats = "test/1/1"});
  BOOST_TEST(verdict() == "excused");
  const auto* found = finding(results, "test/1/1");
  BOOST_REQUIRE(found);
  const bool cited =
      std::any_of(found->citations.begin(), found->citations.end(),
                  [](const auto& c) { return c.provision == "test#later@2021-04-07"; });
  BOOST_TEST(cited);
}

// --- readiness ---

BOOST_AUTO_TEST_CASE(what_has_not_happened_is_judged_on_the_planned_day) {
  mini.add({.require = "w.country is TW"});
  const std::string planned = "worker.departure_planned_on=2025-09-01";
  BOOST_TEST(verdict({.set = planned, .none = "worker.departed_on"}) ==
             "not-applicable/not-yet-due");
  const auto* found = finding(results, "test/1/1");
  BOOST_REQUIRE(found);
  BOOST_TEST(found->readiness);
  BOOST_TEST(results::exit_code(results) == 2);
  BOOST_TEST(results.summary.verdicts.count("breach") == 0U);
}

BOOST_AUTO_TEST_CASE(without_a_planned_day_there_is_no_readiness) {
  mini.add({.require = "w.country is TW"});
  BOOST_TEST(verdict({.none = "worker.departed_on; worker.departure_planned_on"}) ==
             "not-applicable/not-yet-due");
  BOOST_TEST(results.findings.empty());
  BOOST_TEST(verdict({.drop = "worker.departure_planned_on", .none = "worker.departed_on"}) ==
             "not-applicable/not-yet-due");
}

BOOST_AUTO_TEST_CASE(a_day_after_the_as_of_day_has_not_come) {
  mini.add({.require = "w.country is TW"});
  BOOST_TEST(verdict({}, "2024-05-19") == "not-applicable/not-yet-due");
  BOOST_TEST(finding(results, "test/1/1")->readiness);
  BOOST_TEST(verdict({}, "2024-05-20") == "breach");
  BOOST_TEST(!finding(results, "test/1/1")->readiness);
}

BOOST_AUTO_TEST_CASE(readiness_is_capped_like_a_breach) {
  mini.add({.cite = "test#K", .require = "w.country is TW"});
  BOOST_TEST(verdict({}, "2024-05-19") == "not-applicable/not-yet-due");
  BOOST_TEST((finding(results, "test/1/1")->verdict == Verdict::suspected));
}

BOOST_AUTO_TEST_SUITE_END()
