// SPDX-License-Identifier: Apache-2.0
// The store's file by itself tells nobody who is in it, and lets nobody try out numbers.
#include <boost/test/unit_test.hpp>

#include "auditor/base/sha256.h"
#include "auditor/results/worker_key.h"
#include "auditor/store/forget.h"
#include "auditor/store/views.h"
#include "tests/store/help/private_desk.h"

using namespace periksa;
using namespace periksa::test;

BOOST_AUTO_TEST_SUITE(privacy)

namespace {

std::string unhexed(const std::string& hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
    bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  return bytes;
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

BOOST_FIXTURE_TEST_CASE(what_most_agencies_share_comes_first_then_persons_before_papers,
                        PrivateDesk) {
  Audit audit = audit_of_two();
  const auto save = [&](const std::string& name, std::vector<results::KnownNumber> numbers) {
    audit.agency = "PT " + name;
    audit.nib = "81100099999" + std::to_string(10 + name.size());
    audit.filing = name;
    saved(store, audit, std::move(numbers));
  };
  const results::KnownNumber recruiter{Kind::recruiter, 0, "0812000111222"};
  const results::KnownNumber account{Kind::account, 0, "1230004567"};
  const results::KnownNumber passport{Kind::passport, 0, kPassport};
  const results::KnownNumber first{Kind::nik, 0, kNik};
  const results::KnownNumber second{Kind::nik, 1, "0001011203880002"};
  const results::KnownNumber third{Kind::nik, 1, "0001011203880003"};
  save("A", {recruiter, account, passport, first, second});
  save("Bb", {recruiter, account, third});
  save("Ccc", {recruiter, passport, first, second, third});
  std::string order;
  const auto found = store::supervision(store, "2026-12-31").value();
  for (const auto& row : found.matches)
    order += row.kind + ' ' + row.places.front().agency + ' ' + row.places.front().worker + "; ";
  BOOST_TEST(order ==
             "recruiter PT A W001; nik PT A W001; nik PT A W002; nik PT Bb W002; "
             "passport PT A W001; account PT A W001; ");
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
