// SPDX-License-Identifier: Apache-2.0
#include "auditor/store/save.h"

#include <boost/test/unit_test.hpp>

#include "auditor/results/redact.h"
#include "auditor/results/results_json.h"
#include "auditor/store/check.h"
#include "auditor/store/views.h"
#include "tests/ruleset/mini/temp_folder.h"
#include "tests/store/help/cases.h"

using namespace periksa;
using namespace periksa::test;

BOOST_AUTO_TEST_SUITE(save)

namespace {

struct SaveDesk {
  TempFolder folder;
  store::Store store = new_store(folder.path() / "case.db");

  std::string state(std::string_view rule = "duty/1") const {
    return finding_of(store, rule).state;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_CASE(a_finding_is_opened_persists_is_resolved_and_comes_back, SaveDesk) {
  Audit audit{.seen = {Seen{}}};
  auto done = saved(store, audit);
  BOOST_TEST(done.first);
  BOOST_TEST(done.fresh == 1U);
  BOOST_TEST(state() == "open");

  audit.filing = "second";
  done = saved(store, audit);
  BOOST_TEST(!done.first);
  BOOST_TEST(done.persisting == 1U);
  BOOST_TEST(state() == "open");

  audit.seen.clear();
  done = saved(store, audit);
  BOOST_TEST(done.resolved == 1U);
  BOOST_TEST(state() == "resolved");

  audit.seen = {Seen{}};
  done = saved(store, audit);
  BOOST_TEST(done.reopened == 1U);
  BOOST_TEST(done.fresh == 0U);
  BOOST_TEST(state() == "reopened");
}

BOOST_FIXTURE_TEST_CASE(an_earlier_day_saved_later_changes_nothing, SaveDesk) {
  Audit audit{.seen = {Seen{}}, .as_of = "2025-06-30"};
  saved(store, audit);
  audit.seen.clear();
  audit.as_of = "2025-12-31";
  saved(store, audit);
  audit.seen = {Seen{}};
  audit.as_of = "2025-03-31";
  const auto done = saved(store, audit);
  BOOST_TEST(done.reopened == 0U);
  BOOST_TEST(state() == "resolved");
  BOOST_TEST(store::check(store, {}).value().faults.empty());
}

BOOST_FIXTURE_TEST_CASE(every_audit_of_an_agency_stays, SaveDesk) {
  Audit audit{.seen = {Seen{}}};
  for (int i = 0; i < 3; ++i) saved(store, audit);
  audit.nib = "8110009999991";
  audit.agency = "PT Lain";
  saved(store, audit);
  const auto agencies = store::agencies(store, "2026-12-31").value();
  BOOST_REQUIRE_EQUAL(agencies.size(), 2U);
  const auto history =
      store::history(store, store::agencies_named(store, "rekaan", "2026-12-31").value().at(0))
          .value();
  BOOST_REQUIRE_EQUAL(history.audits.size(), 3U);
  BOOST_TEST(history.audits[0].fresh == 1U);
  BOOST_TEST(history.audits[2].persisting == 1U);
  BOOST_TEST(history.audits[2].actor == "pengawas");
  BOOST_TEST(history.audits[2].at == kInspector.at);
  BOOST_TEST(history.findings.size() == 1U);
}

BOOST_FIXTURE_TEST_CASE(what_this_audit_did_not_look_for_is_not_resolved, SaveDesk) {
  const Audit first{.seen = {Seen{}}};
  const auto unseen = [&](const char* why, Audit second) {
    second.seen.clear();
    BOOST_TEST_CONTEXT(why) {
      const auto done = saved(store, second);
      BOOST_TEST(done.resolved == 0U);
      BOOST_TEST(done.unseen == 1U);
      BOOST_TEST(state() == "open");
    }
  };
  saved(store, first);
  unseen("the rule was not assessed", {.rules = {"duty/2"}});
  unseen("the worker is not in the filing", {.workers = {"budi"}});
  unseen("as of an earlier day", {.as_of = "2026-03-30"});
  const auto done = saved(store, Audit{});
  BOOST_TEST(done.resolved == 1U);
}

BOOST_FIXTURE_TEST_CASE(fewer_records_of_a_kind_resolve_nothing, SaveDesk) {
  saved(store, {.seen = {{.record = "payment-1"}}});
  BOOST_TEST(saved(store, {.subjects = 1}).unseen == 1U);
  BOOST_TEST(saved(store, {.subjects = 2}).resolved == 1U);
}

BOOST_FIXTURE_TEST_CASE(an_audit_that_broke_off_resolves_nothing, SaveDesk) {
  saved(store, {.seen = {Seen{}}});
  auto results = results_of({});
  results.header.complete = false;
  BOOST_TEST(store::save(store, {&results}, kInspector).value().unseen == 1U);
}

BOOST_FIXTURE_TEST_CASE(an_exception_in_law_is_told_and_open_no_more, SaveDesk) {
  saved(store, {.seen = {Seen{}}});
  saved(store, {.seen = {{.verdict = results::Verdict::excused}}});
  BOOST_TEST(state() == "resolved");
  BOOST_TEST(finding_of(store, "duty/1").shift == "excused");
}

BOOST_FIXTURE_TEST_CASE(other_evidence_is_told_apart_from_other_law, SaveDesk) {
  Audit audit{.seen = {Seen{}}};
  saved(store, audit);
  audit.seen.front().evidence = "another paper";
  saved(store, audit);
  BOOST_TEST(finding_of(store, "duty/1").shift == "changed-evidence");
  audit.seen.front().verdict = results::Verdict::suspected;
  saved(store, audit);
  BOOST_TEST(finding_of(store, "duty/1").shift == "changed-law");
  saved(store, audit);
  BOOST_TEST(finding_of(store, "duty/1").shift == "persisting");
  audit.engine = "0.2.0";
  audit.seen.front().evidence = "digests of another engine are others";
  saved(store, audit);
  BOOST_TEST(finding_of(store, "duty/1").shift == "persisting");
}

BOOST_FIXTURE_TEST_CASE(a_worker_filed_elsewhere_in_the_list_is_the_same, SaveDesk) {
  Audit audit{.seen = {Seen{}}};
  saved(store, audit);
  audit.workers = {"new", "siti"};
  audit.seen.front().worker = "W002";
  const auto done = saved(store, audit);
  BOOST_TEST(done.fresh == 0U);
  BOOST_TEST(done.persisting == 1U);
  BOOST_TEST(finding_of(store, "duty/1").worker == "W002");
}

BOOST_FIXTURE_TEST_CASE(agencies_without_a_nib_are_told_apart_by_name, SaveDesk) {
  saved(store, {.nib = "", .agency = "PT Satu"});
  saved(store, {.nib = "", .agency = "PT Dua"});
  saved(store, {.nib = "0000000000000", .agency = "pt satu"});
  const auto agencies = store::agencies(store, "2026-12-31").value();
  BOOST_TEST(agencies.size() == 2U);
}

BOOST_FIXTURE_TEST_CASE(ranking_puts_most_breaches_first, SaveDesk) {
  saved(store, {.seen = {Seen{}}, .nib = "1111222233334", .agency = "PT Satu"});
  saved(store, {.seen = {Seen{.refund = 250000000}, {.rule = "duty/2", .worker = "W002"}},
                .nib = "5555666677778",
                .agency = "PT Dua"});
  saved(store, {.seen = {{.verdict = results::Verdict::suspected}},
                .nib = "2222333344445",
                .agency = "PT Tiga"});
  const auto rows = store::agencies(store, "2026-12-31").value();
  BOOST_REQUIRE_EQUAL(rows.size(), 3U);
  BOOST_TEST(rows[0].name == "PT Dua");
  BOOST_TEST(rows[0].breaches == 2U);
  BOOST_TEST(rows[0].affected == 2U);
  BOOST_TEST(rows[1].name == "PT Satu");
  BOOST_TEST(rows[2].suspected == 1U);
  BOOST_TEST(rows[2].breaches == 0U);
}

BOOST_FIXTURE_TEST_CASE(ranking_goes_by_money_or_people_if_asked, SaveDesk) {
  saved(store, {.seen = {Seen{}, {.rule = "duty/2"}, {.rule = "duty/3"}},
                .nib = "1111222233334",
                .agency = "PT Pelanggaran"});
  saved(store, {.seen = {Seen{.refund = 250000000}}, .nib = "5555666677778", .agency = "PT Uang"});
  saved(store,
        {.seen = {Seen{}, {.worker = "W002"}}, .nib = "2222333344445", .agency = "PT Orang"});
  const auto first = [&](store::RankBy by) {
    return store::supervision(store, "2026-12-31", by).value().agencies.front().name;
  };
  BOOST_TEST(first(store::RankBy::breaches) == "PT Pelanggaran");
  BOOST_TEST(first(store::RankBy::money) == "PT Uang");
  BOOST_TEST(first(store::RankBy::people) == "PT Orang");
}

BOOST_FIXTURE_TEST_CASE(extracts_and_redacted_editions_are_refused, SaveDesk) {
  auto slice = results_of({.seen = {Seen{}}});
  slice.header.slice = "W001";
  BOOST_TEST(!store::save(store, {&slice}, kInspector));
  auto redacted = results_of({.seen = {Seen{}}});
  results::redact(redacted);
  BOOST_TEST(!store::save(store, {&redacted}, kInspector));
  BOOST_TEST(store::agencies(store, "2026-12-31").value().empty());
}

BOOST_FIXTURE_TEST_CASE(kept_facts_come_back_as_the_document_they_were, SaveDesk) {
  auto results = results_of({.seen = {Seen{}}});
  results.secrets["W001/name"] = {"Siti Rekaan", ""};
  results.pseudonyms["W001"] = "W001/name";
  std::string text;
  results::write_json(results, [&](std::string_view piece) { text += piece; });
  const auto done = store::save(store, {&results, {}, true}, kInspector).value();
  BOOST_TEST(store::document_of(store, done.audit).value() == text);
  const auto without = saved(store, {.seen = {Seen{}}});
  BOOST_TEST(store::document_of(store, without.audit).value().empty());
}

BOOST_AUTO_TEST_SUITE_END()
