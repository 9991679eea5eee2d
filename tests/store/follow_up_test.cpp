// SPDX-License-Identifier: Apache-2.0
#include "auditor/store/follow_up.h"

#include <boost/test/unit_test.hpp>

#include "auditor/store/check.h"
#include "auditor/store/views.h"
#include "tests/ruleset/mini/temp_folder.h"
#include "tests/store/help/cases.h"

using namespace periksa;
using namespace periksa::test;
using store::Action;

BOOST_AUTO_TEST_SUITE(follow_up)

namespace {

struct FollowDesk {
  TempFolder folder;
  std::filesystem::path path = folder.path() / "case.db";
  store::Store store = new_store(path);

  FollowDesk() { saved(store, {.seen = {Seen{}, {.rule = "duty/2", .worker = "W002"}}}); }
  ~FollowDesk() {
    const auto checked = store::check(store::Store::open_any(path).value(), {}).value();
    for (const auto& fault : checked.faults) BOOST_ERROR(fault.en);
  }

  std::int64_t id(std::string_view rule = "duty/1") const { return finding_of(store, rule).id; }
  std::string state(std::string_view rule = "duty/1") const {
    return finding_of(store, rule).state;
  }
  store::Acted act(const Action& action) const {
    return store::act(store, {{id()}}, action, kInspector).value();
  }
  std::string refused(const Action& action) const {
    const auto done = store::act(store, {{id()}}, action, kInspector);
    BOOST_REQUIRE(!done);
    return done.error().front().text.en;
  }
};

constexpr const char* kDay = "2026-04-02";

}  // namespace

BOOST_FIXTURE_TEST_CASE(what_is_done_stands_in_the_history, FollowDesk) {
  act({.kind = Action::Kind::instructed, .day = kDay, .due = "2026-05-01", .reference = "ND-14"});
  act({.kind = Action::Kind::answered, .day = kDay, .note = "being looked into"});
  BOOST_TEST(state() == "answered");
  act({.kind = Action::Kind::extended, .day = kDay, .due = "2026-06-01", .note = "asked for"});
  act({.kind = Action::Kind::corrected, .day = kDay, .document = "bukti.pdf", .sha256 = "00"});
  BOOST_TEST(state() == "corrected");
  const auto steps = store::life_of(store, id()).value().value().steps;
  BOOST_REQUIRE_EQUAL(steps.size(), 5U);
  BOOST_TEST(steps[0].what == "new");
  BOOST_TEST(steps[1].what == "instructed");
  BOOST_TEST(steps[1].due == "2026-05-01");
  BOOST_TEST(steps[1].reference == "ND-14");
  BOOST_TEST(steps[2].note == "being looked into");
  BOOST_TEST(steps[4].document == "bukti.pdf");
  BOOST_TEST(steps[4].actor == "pengawas");
  BOOST_TEST(finding_of(store, "duty/1").due == "2026-06-01");
  BOOST_TEST(state("duty/2") == "open");
}

BOOST_FIXTURE_TEST_CASE(a_day_that_was_met_is_none_for_what_comes_back_later, FollowDesk) {
  act({.kind = Action::Kind::instructed, .day = kDay, .due = "2026-05-01"});
  BOOST_TEST(store::overdue(store, "2026-12-31").value().size() == 1U);
  BOOST_TEST(saved(store, {.filing = "second", .as_of = "2026-04-30"}).resolved >= 1U);
  saved(store, {.seen = {Seen{}}, .filing = "third", .as_of = "2026-10-31"});
  BOOST_TEST(state() == "reopened");
  BOOST_TEST(finding_of(store, "duty/1").due.empty());
  BOOST_TEST(store::overdue(store, "2026-12-31").value().empty());
  BOOST_TEST(store::check(store, "").value().faults.empty());
}

BOOST_FIXTURE_TEST_CASE(the_next_audit_decides_of_a_correction, FollowDesk) {
  const Action corrected{.kind = Action::Kind::corrected, .day = kDay, .document = "a.pdf"};
  act(corrected);
  Audit audit{.seen = {Seen{}}};
  saved(store, audit);  // the same filing says nothing new
  BOOST_TEST(state() == "corrected");
  audit.filing = "second";
  BOOST_TEST(saved(store, audit).reopened == 1U);
  BOOST_TEST(state() == "reopened");
  act(corrected);
  BOOST_TEST(saved(store, {.filing = "third"}).resolved == 1U);
  BOOST_TEST(state() == "resolved");
}

BOOST_FIXTURE_TEST_CASE(what_was_closed_stays_so_on_the_same_evidence, FollowDesk) {
  act({.kind = Action::Kind::closed, .day = kDay, .note = "settled before the Dinas"});
  saved(store, {.seen = {Seen{}}, .filing = "second"});
  BOOST_TEST(state() == "closed");
  saved(store, {.seen = {{.evidence = "another"}}, .filing = "third"});
  BOOST_TEST(state() == "reopened");
}

BOOST_FIXTURE_TEST_CASE(what_cannot_be_is_refused_as_a_whole, FollowDesk) {
  const Action answered{.day = kDay, .note = "x"};
  BOOST_TEST(!store::act(store, {{id(), 999}}, answered, kInspector));
  BOOST_TEST(state() == "open");
  BOOST_TEST(refused({.kind = Action::Kind::extended, .day = kDay, .due = "2026-06-01"})
                 .find("no day was set") != std::string::npos);
  act({.kind = Action::Kind::instructed, .day = kDay, .due = "2026-05-01"});
  BOOST_TEST(refused({.kind = Action::Kind::extended, .day = kDay, .due = "2026-05-01"})
                 .find("not later") != std::string::npos);
  act({.kind = Action::Kind::closed, .day = kDay, .note = "x"});
  BOOST_TEST(refused(answered).find("closed already") != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(all_of_an_agency_or_of_one_rule_can_be_meant, FollowDesk) {
  const auto agency = store::agencies(store, kDay).value().front().id;
  const Action instructed{
      .kind = Action::Kind::instructed, .day = kDay, .due = "2026-05-01", .note = "both"};
  BOOST_TEST(store::act(store, {{}, agency, "duty/2"}, instructed, kInspector)->findings == 1U);
  BOOST_TEST(finding_of(store, "duty/1").due.empty());
  BOOST_TEST(store::act(store, {{}, agency, {}}, instructed, kInspector)->findings == 2U);
  BOOST_TEST(!store::act(store, {{}, agency, "duty/3"}, instructed, kInspector));
}

BOOST_FIXTURE_TEST_CASE(what_is_overdue_is_counted_to_the_day_asked_for, FollowDesk) {
  act({.kind = Action::Kind::instructed, .day = kDay, .due = "2026-05-01"});
  BOOST_TEST(store::overdue(store, "2026-05-01").value().empty());
  const auto rows = store::overdue(store, "2026-05-04").value();
  BOOST_REQUIRE_EQUAL(rows.size(), 1U);
  BOOST_TEST(rows[0].days == 3);
  BOOST_TEST(rows[0].agency == "PT Rekaan Sejahtera");
  BOOST_TEST(store::agencies(store, "2026-05-02").value().front().overdue == 1U);
  saved(store, {.filing = "second"});
  BOOST_TEST(store::overdue(store, "2026-05-04").value().empty());
}

BOOST_FIXTURE_TEST_CASE(documents_are_told_where_their_findings_stand, FollowDesk) {
  act({.kind = Action::Kind::instructed, .day = kDay, .due = "2026-05-01"});
  const auto results = results_of({.seen = {Seen{}, {.rule = "duty/2"}}});
  const results::Results* const documents[] = {&results};
  const auto mark = store::mark_of(store, documents).value();
  BOOST_REQUIRE_EQUAL(mark.cases.size(), 1U);  // the second was never saved
  BOOST_TEST(mark.cases.at(results.findings[0].fingerprint).due == "2026-05-01");
  BOOST_TEST(mark.head.size() == 64U);
}

BOOST_FIXTURE_TEST_CASE(packs_that_were_made_are_in_the_log, FollowDesk) {
  const auto results = results_of({});
  const auto before = store::length(store.connection());
  BOOST_TEST(
      store::note_packs(store, results, {{"redacted", "00"}, {"sealed", "11"}}, "W001", kInspector)
          .has_value());
  BOOST_TEST(store::length(store.connection()) == before + 1);
  BOOST_TEST(store.connection().number("SELECT count(*) FROM pack WHERE agency = 1") == 2);
}

BOOST_AUTO_TEST_SUITE_END()
