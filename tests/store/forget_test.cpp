// SPDX-License-Identifier: Apache-2.0
// Who is forgotten is gone from the file, and nobody else; where it cannot be told who is meant,
// nothing is deleted and it is asked.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "auditor/results/results_json.h"
#include "auditor/results/worker_key.h"
#include "auditor/store/check.h"
#include "auditor/store/follow_up.h"
#include "auditor/store/forget.h"
#include "auditor/store/views.h"
#include "tests/store/help/private_desk.h"

using namespace periksa;
using namespace periksa::test;

BOOST_AUTO_TEST_SUITE(forgetting)

namespace {

using Linked = store::ToForget::Linked;

/// "audit/worker" of those asked about; with a star those asked for.
std::string names_of(const store::Forgotten& done) {
  std::string names;
  for (const auto& row : done.asked)
    names += (names.empty() ? "" : " ") + std::string(row.asked ? "*" : "") +
             std::to_string(row.audit) + '/' + row.worker;
  return names;
}

/// Two workers with names, kept.
results::Results kept_two() {
  auto results = results_of(audit_of_two());
  results.secrets["W001/name"] = {"Siti Rekaan", ""};
  results.secrets["W002/name"] = {"Budi Rekaan", ""};
  results.pseudonyms = {{"W001", "W001/name"}, {"W002", "W002/name"}};
  return results;
}

struct ForgetDesk : PrivateDesk {
  std::int64_t keep(const results::Results& results) const {
    return store::save(store, {&results, {}, true}, kInspector).value().audit;
  }
  store::Forgotten forget(const store::ToForget& what) const {
    return store::forget(store, what, kInspector).value();
  }
  bool is_whole() const { return store::check(store, "").value().faults.empty(); }
};

}  // namespace

BOOST_FIXTURE_TEST_CASE(forgetting_takes_all_that_is_known_of_the_person_and_no_other,
                        PrivateDesk) {
  const auto results = kept_two();
  const std::vector<results::KnownNumber> numbers{
      {Kind::nik, 0, kNik}, {Kind::passport, 0, kPassport}, {Kind::nik, 1, "0001011203880002"}};
  const auto done = store::save(store, {&results, numbers, true}, kInspector).value();
  // Known by the passport alone in another filing.
  saved(store, {.filing = "second"}, {{Kind::passport, 0, kPassport}});
  BOOST_TEST(holds("Siti Rekaan"));

  store::ToForget what{.number = " 0001-2344-0590-0001 "};
  const auto asked = store::forget(store, what, kInspector).value();
  BOOST_TEST(asked.rows == 0U);
  BOOST_TEST(names_of(asked) == "*1/W001 2/W001");
  BOOST_TEST(holds("Siti Rekaan"));
  what.linked = store::ToForget::Linked::take;
  const auto forgotten = store::forget(store, what, kInspector).value();
  BOOST_TEST(forgotten.audits == 2U);
  BOOST_TEST(forgotten.numbers == 3U);
  BOOST_TEST(!holds("Siti Rekaan"));
  BOOST_TEST(!holds(store.key().mac("nik", kNik)));
  BOOST_TEST(!holds(store.key().mac("passport", kPassport)));
  BOOST_TEST(holds("Budi Rekaan"));
  const std::string document = store::document_of(store, done.audit).value();
  BOOST_TEST(document.find("Siti") == std::string::npos);
  BOOST_TEST(document.find("Budi") != std::string::npos);
  BOOST_TEST(finding_of(store, "duty/1").state == "open");
}

BOOST_FIXTURE_TEST_CASE(who_shares_a_number_stays_if_it_is_said, PrivateDesk) {
  saved(store, audit_of_two(),
        {{Kind::nik, 0, kNik}, {Kind::passport, 0, kPassport}, {Kind::passport, 1, kPassport}});
  const auto done =
      store::forget(store, {.number = kNik, .linked = store::ToForget::Linked::leave}, kInspector);
  BOOST_TEST(done.value().rows == 1U);
  BOOST_TEST(!holds(store.key().mac("nik", kNik)));
  BOOST_TEST(holds(store.key().mac("passport", kPassport)));
}

BOOST_FIXTURE_TEST_CASE(who_has_no_number_is_forgotten_by_place, PrivateDesk) {
  const auto results = kept_two();
  const auto done = store::save(store, {&results, {}, true}, kInspector).value();
  const auto forgotten = store::forget(store, {.audit = done.audit, .worker = 1}, kInspector);
  BOOST_TEST(forgotten.value().rows == 1U);
  BOOST_TEST(holds("Siti Rekaan"));
  BOOST_TEST(!holds("Budi Rekaan"));
  BOOST_TEST(store::forget(store, {.audit = done.audit, .worker = 1}, kInspector).value().rows ==
             0U);
  BOOST_TEST(store::check(store, "").value().faults.empty());
}

BOOST_FIXTURE_TEST_CASE(what_numbers_can_be_tried_out_on_goes_with_the_person, PrivateDesk) {
  auto results = results_of(audit_of_two());
  const auto of = [&](std::string_view worker) {
    return *std::ranges::find(results.findings, worker, &results::Finding::worker);
  };
  const std::string gone = of("W001").fingerprint;
  const std::string stays = of("W002").fingerprint;
  const auto done = store::save(store, {&results, {}, true}, kInspector).value();
  BOOST_TEST(holds(gone));
  BOOST_TEST(holds(results.workers[0]));
  store::forget(store, {.audit = done.audit, .worker = 0}, kInspector).value();
  BOOST_TEST(!holds(gone));
  BOOST_TEST(!holds(results.workers[0]));
  const std::string document = store::document_of(store, done.audit).value();
  BOOST_TEST(document.find(gone) == std::string::npos);
  BOOST_TEST(document.find(stays) != std::string::npos);
  BOOST_TEST(document.find(results.workers[1]) != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(words_of_an_entry_are_forgotten_and_nothing_else, PrivateDesk) {
  saved(store, audit_of_two());
  const store::Action answer{
      .kind = store::Action::Kind::answered, .day = "2026-04-02", .note = "Siti Rekaan paid"};
  store::act(store, {{1}, 0, {}}, answer, kInspector).value();
  const auto notes = store::retention(store).value().notes;
  BOOST_REQUIRE_EQUAL(notes.size(), 1U);
  BOOST_TEST(notes.front().what == "answered");
  BOOST_TEST(store::forget(store, {.entry = notes.front().log - 1}, kInspector).value().rows == 0U);
  BOOST_TEST(store::forget(store, {.entry = notes.front().log}, kInspector).value().rows == 1U);
  BOOST_TEST(!holds("Siti Rekaan"));
  BOOST_TEST(store::retention(store).value().notes.empty());
  const auto life = store::life_of(store, 1).value().value();
  BOOST_TEST(life.finding.state == "answered");
  BOOST_TEST(life.steps.back().note.empty());
  BOOST_TEST(store::check(store, "").value().faults.empty());
}

BOOST_FIXTURE_TEST_CASE(a_number_that_cannot_be_one_is_forgotten_where_it_is_kept, ForgetDesk) {
  auto results = kept_two();
  // A digit short: it is matched with nobody's, and stands in the document.
  results.secrets["W001/nik"] = {"000123440590000", "0001-2344-0590-000"};
  results.secrets["W002/passport-1/number"] = {"X1 / X12", ""};
  keep(results);
  BOOST_TEST(forget({.number = "000123440590000"}).rows == 1U);
  BOOST_TEST(!holds("Siti Rekaan"));
  BOOST_TEST(!holds("0001-2344-0590-000"));
  BOOST_TEST(holds("Budi Rekaan"));
  BOOST_TEST(forget({.number = "x-12"}).rows == 1U);
  BOOST_TEST(!holds("Budi Rekaan"));
  BOOST_TEST(is_whole());
}

BOOST_FIXTURE_TEST_CASE(who_names_a_number_is_asked_about, ForgetDesk) {
  auto results = kept_two();
  results.secrets["W002/family_consent-1/consenter_nik"] = {"other", ""};
  results.secrets["W002/family_member-1/nik"] = {kNik, ""};
  keep(results);
  BOOST_TEST(names_of(forget({.number = kNik})) == "1/W002");
  BOOST_TEST(forget({.number = kNik, .linked = Linked::leave}).rows == 0U);
  BOOST_TEST(holds(kNik));
  BOOST_TEST(forget({.number = kNik, .linked = Linked::take}).rows == 1U);
  BOOST_TEST(!holds(kNik));
}

BOOST_FIXTURE_TEST_CASE(a_number_of_two_people_is_asked_about, ForgetDesk) {
  saved(store, audit_of_two(), {{Kind::nik, 0, kNik}, {Kind::nik, 1, kNik}});
  BOOST_TEST(names_of(forget({.number = kNik})) == "*1/W001 *1/W002");
  BOOST_TEST(forget({.audit = 1, .worker = 1, .linked = Linked::leave}).rows == 1U);
  // Of one left there is nothing to ask.
  BOOST_TEST(forget({.number = kNik}).rows == 1U);
}

BOOST_FIXTURE_TEST_CASE(a_number_in_two_agencies_is_asked_about, ForgetDesk) {
  Audit audit = audit_of_two();
  saved(store, audit, {{Kind::nik, 0, kNik}});
  audit.filing = "second";
  saved(store, audit, {{Kind::nik, 1, kNik}});
  audit.nib = "8110009999991";
  audit.agency = "PT Lain";
  saved(store, audit, {{Kind::nik, 1, kNik}});
  BOOST_TEST(names_of(forget({.number = kNik})) == "*1/W001 *2/W002 *3/W002");
  BOOST_TEST(forget({.number = kNik, .linked = Linked::take}).audits == 3U);
}

BOOST_FIXTURE_TEST_CASE(one_worker_in_several_audits_is_asked_about, ForgetDesk) {
  Audit audit = audit_of_two();
  keep(results_of(audit));
  audit.as_of = "2026-04-30";  // the same filing once more
  keep(results_of(audit));
  audit.filing = "turned";  // known by the findings
  audit.workers = {"budi", kNik};
  audit.seen = {{.rule = "duty/2", .worker = "W001"}};
  saved(store, audit, {{Kind::account, 0, "1230004567"}, {Kind::account, 1, "1230004568"}});
  audit.filing = "unfound";  // by the worker key
  audit.seen = {};
  keep(results_of(audit));
  const store::ToForget budi{.audit = 1, .worker = 1};
  BOOST_TEST(names_of(forget(budi)) == "*1/W002 2/W002 3/W001 4/W001");
  store::ToForget only = budi;
  only.linked = Linked::leave;
  BOOST_TEST(forget(only).rows == 1U);
  BOOST_TEST(names_of(forget({.audit = 2, .worker = 1})) == "*2/W002 3/W001 4/W001");
  BOOST_TEST(forget({.audit = 2, .worker = 1, .linked = Linked::take}).rows == 3U);
  BOOST_TEST(!holds(results::worker_key(audit.nib, "budi")));
  BOOST_TEST(holds(results::worker_key(audit.nib, kNik)));
  BOOST_TEST(is_whole());
}

BOOST_FIXTURE_TEST_CASE(names_of_a_workers_papers_go_with_the_worker, ForgetDesk) {
  auto results = kept_two();
  for (const auto& [id, name] : {std::pair("a", "ktp-siti.pdf"),
                                 {"b", "ktp-budi.pdf"},
                                 {"c", "both.pdf"},
                                 {"d", "nobodys.pdf"}}) {
    auto& source = results.header.inputs[0].sources.emplace_back();
    source.id = id;
    source.file = name;
  }
  for (const auto& [worker, source] :
       {std::pair("W001", "a"), {"W002", "b"}, {"W001", "c"}, {"W002/passport-1", "c"}}) {
    results::Fact fact;
    fact.record = worker;
    fact.source = source;
    results.facts.push_back(fact);
  }
  results.header.documents.emplace();
  const auto add = [&](const std::string& name, std::vector<std::string> sources,
                       std::vector<std::string> records) {
    auto& file = results.header.documents->files.emplace_back();
    file.id = "D00" + std::to_string(results.header.documents->files.size());
    file.secret = "documents/" + file.id;
    file.sources = std::move(sources);
    file.records = std::move(records);
    results.secrets[file.secret] = {name, ""};
  };
  add("siti/by-source.pdf", {"a"}, {});
  add("siti/by-record.pdf", {}, {"W001/passport-1"});
  add("siti/by-both.pdf", {"a"}, {"W001"});
  add("siti/and-budi.pdf", {"a"}, {"W002"});
  add("siti/and-nobody.pdf", {"a", "d"}, {});
  const std::int64_t audit = keep(results);
  results::Results again =
      results::read_json(store::document_of(store, audit).value(), "x").value();
  BOOST_TEST((again == results));

  BOOST_TEST(forget({.audit = audit, .worker = 0}).rows == 1U);
  for (const std::string gone :
       {"ktp-siti.pdf", "siti/by-source.pdf", "siti/by-record.pdf", "siti/by-both.pdf"})
    BOOST_TEST(!holds(gone), gone);
  for (const std::string stays :
       {"ktp-budi.pdf", "both.pdf", "nobodys.pdf", "siti/and-budi.pdf", "siti/and-nobody.pdf"})
    BOOST_TEST(holds(stays), stays);
  BOOST_TEST(results::read_json(store::document_of(store, audit).value(), "x").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
