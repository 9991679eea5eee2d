// SPDX-License-Identifier: Apache-2.0
// The store's file by itself tells nobody who is in it, and lets nobody try out numbers.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "auditor/base/sha256.h"
#include "auditor/results/worker_key.h"
#include "auditor/store/check.h"
#include "auditor/store/follow_up.h"
#include "auditor/store/forget.h"
#include "auditor/store/views.h"
#include "tests/ruleset/mini/temp_folder.h"
#include "tests/store/help/cases.h"

using namespace periksa;
using namespace periksa::test;

BOOST_AUTO_TEST_SUITE(privacy)

namespace {

using Kind = results::KnownNumber::Kind;

const std::string kNik = "0001234405900001";
const std::string kPassport = "X0001234";

std::string unhexed(const std::string& hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
    bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  return bytes;
}

struct PrivateDesk {
  TempFolder folder;
  std::filesystem::path path = folder.path() / "case.db";
  store::Store store = new_store(path);

  /// Everything that lies in the folder but the key.
  std::string bytes() const {
    std::string all;
    for (const auto& name : folder.listing()) {
      if (!name.ends_with(".key")) all += slurp(folder.path() / name);
    }
    return all;
  }
  bool holds(const std::string& text) const { return bytes().find(text) != std::string::npos; }
};

Audit audit_of_two() {
  return {.seen = {Seen{}, {.rule = "duty/2", .worker = "W002"}}, .workers = {kNik, "budi"}};
}

}  // namespace

BOOST_FIXTURE_TEST_CASE(no_number_and_no_hash_of_one_stands_in_the_file, PrivateDesk) {
  const Audit audit = audit_of_two();
  saved(store, audit, {{Kind::nik, 0, kNik}, {Kind::passport, 1, kPassport}});
  const auto results = results_of(audit);
  std::vector<std::string> private_words{kNik, kPassport, sha256_hex(kNik), sha256_hex(kPassport),
                                         results::worker_key(audit.nib, kNik)};
  // Made from ids so short that all of them can be tried.
  for (const auto& finding : results.findings) {
    private_words.push_back(finding.fingerprint);
    private_words.push_back(finding.evidence_digest);
  }
  for (const auto& word : private_words) {
    BOOST_TEST(!holds(word), word);
    if (word.size() == 64) BOOST_TEST(!holds(unhexed(word)), word);
  }
  BOOST_TEST(!holds(slurp(path.native() + ".key").substr(20, 64)));
}

BOOST_FIXTURE_TEST_CASE(another_key_gives_other_digests, PrivateDesk) {
  const auto other = new_store(folder.path() / "other.db");
  BOOST_TEST(store.key().mac("nik", kNik) != other.key().mac("nik", kNik));
  BOOST_TEST(store.key().mac("nik", kNik) != store.key().mac("passport", kNik));
  BOOST_TEST(store.key().mac("nik", kNik) == store.key().mac("nik", kNik));
}

BOOST_FIXTURE_TEST_CASE(without_its_key_nothing_is_saved, PrivateDesk) {
  const auto results = results_of(audit_of_two());
  const auto key = path.native() + ".key";
  std::filesystem::rename(key, key + ".away");
  const auto refused = store::save(opened(path), {&results}, kInspector);
  BOOST_REQUIRE(!refused);
  BOOST_TEST(refused.error().front().text.en.find(".key") != std::string::npos);
  new_store(folder.path() / "other.db");
  std::filesystem::copy_file(folder.path() / "other.db.key", key);
  BOOST_TEST(!store::save(opened(path), {&results}, kInspector));
  std::filesystem::remove(key);
  std::filesystem::rename(key + ".away", key);
  BOOST_TEST(store::save(opened(path), {&results}, kInspector).has_value());
}

BOOST_FIXTURE_TEST_CASE(only_the_owner_reads_file_and_key, PrivateDesk) {
  using std::filesystem::perms;
  for (const auto& file : {path, std::filesystem::path(path.native() + ".key")}) {
    const auto mode = std::filesystem::status(file).permissions();
    BOOST_TEST(((mode & (perms::group_all | perms::others_all)) == perms::none), file);
  }
}

BOOST_FIXTURE_TEST_CASE(agencies_that_share_a_number_are_found_without_the_key, PrivateDesk) {
  Audit audit = audit_of_two();
  saved(store, audit, {{Kind::nik, 0, kNik}, {Kind::account, 1, "1230004567"}});
  saved(store, audit, {{Kind::nik, 0, kNik}});
  audit.nib = "8110009999991";
  audit.agency = "PT Lain";
  audit.filing = "other";
  saved(store, audit, {{Kind::nik, 1, kNik}, {Kind::passport, 0, "1230004567"}});
  std::filesystem::remove(path.native() + ".key");
  const auto found = store::supervision(opened(path, store::Access::read), "2026-12-31").value();
  BOOST_REQUIRE_EQUAL(found.matches.size(), 1U);
  BOOST_TEST(found.matches[0].kind == "nik");
  BOOST_REQUIRE_EQUAL(found.matches[0].places.size(), 2U);
  BOOST_TEST(found.matches[0].places[0].agency == "PT Lain");
  BOOST_TEST(found.matches[0].places[0].worker == "W002");
  BOOST_TEST(found.matches[0].places[1].worker == "W001");
}

BOOST_FIXTURE_TEST_CASE(forgetting_takes_all_that_is_known_of_the_person_and_no_other,
                        PrivateDesk) {
  auto results = results_of(audit_of_two());
  results.secrets["W001/name"] = {"Siti Rekaan", ""};
  results.secrets["W002/name"] = {"Budi Rekaan", ""};
  results.pseudonyms = {{"W001", "W001/name"}, {"W002", "W002/name"}};
  const std::vector<results::KnownNumber> numbers{
      {Kind::nik, 0, kNik}, {Kind::passport, 0, kPassport}, {Kind::nik, 1, "0001011203880002"}};
  const auto done = store::save(store, {&results, numbers, true}, kInspector).value();
  // Known by the passport alone in another filing.
  saved(store, {.filing = "second"}, {{Kind::passport, 0, kPassport}});
  BOOST_TEST(holds("Siti Rekaan"));

  store::ToForget what{.number = " 0001-2344-0590-0001 "};
  const auto asked = store::forget(store, what, kInspector).value();
  BOOST_TEST(asked.rows == 0U);
  BOOST_REQUIRE_EQUAL(asked.asked.size(), 1U);
  BOOST_TEST(asked.asked.front().audit == 2);
  BOOST_TEST(asked.asked.front().worker == "W001");
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
  auto results = results_of(audit_of_two());
  results.secrets["W001/name"] = {"Siti Rekaan", ""};
  results.secrets["W002/name"] = {"Budi Rekaan", ""};
  results.pseudonyms = {{"W001", "W001/name"}, {"W002", "W002/name"}};
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

BOOST_FIXTURE_TEST_CASE(one_agency_with_and_without_its_nib_shares_nothing_with_itself,
                        PrivateDesk) {
  Audit audit = audit_of_two();
  saved(store, audit, {{Kind::nik, 0, kNik}});
  audit.nib.clear();
  audit.filing = "without";
  saved(store, audit, {{Kind::nik, 0, kNik}});
  BOOST_TEST(store::supervision(store, "2026-12-31").value().matches.empty());
}

BOOST_FIXTURE_TEST_CASE(of_one_agency_all_who_have_the_number_are_named, PrivateDesk) {
  Audit audit = audit_of_two();
  saved(store, audit, {{Kind::passport, 0, kPassport}, {Kind::passport, 1, kPassport}});
  audit.nib = "8110009999991";
  audit.agency = "PT Lain";
  audit.filing = "other";
  saved(store, audit, {{Kind::passport, 0, kPassport}});
  const auto matches = store::supervision(store, "2026-12-31").value().matches;
  BOOST_REQUIRE_EQUAL(matches.size(), 1U);
  BOOST_TEST(matches[0].agencies == 2U);
  BOOST_TEST(matches[0].places.size() == 3U);
}

BOOST_FIXTURE_TEST_CASE(backups_that_may_still_hold_what_was_forgotten_are_named, PrivateDesk) {
  saved(store, audit_of_two(), {{Kind::nik, 0, kNik}});
  const auto before = folder.path() / "before.db";
  const auto after = folder.path() / "after.db";
  BOOST_TEST(store::back_up(path, before, kInspector).value());
  store::forget(store, {.number = kNik}, kInspector).value();
  BOOST_TEST(store::back_up(path, after, kInspector).value());
  const auto found = store::retention(store).value();
  BOOST_REQUIRE_EQUAL(found.backups.size(), 2U);
  BOOST_TEST(found.backups[0].file == before.string());
  BOOST_TEST(found.backups[0].forgotten_since == 1U);
  BOOST_TEST(found.backups[1].forgotten_since == 0U);
  BOOST_REQUIRE_EQUAL(found.audits.size(), 1U);
  BOOST_TEST(found.audits[0].workers == 0U);
  BOOST_TEST(found.audits[0].forgotten == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
