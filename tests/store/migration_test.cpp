// SPDX-License-Identifier: Apache-2.0
// A store that an earlier version wrote (fixtures/stores) opens, and has lost nothing.
#include "auditor/store/migrations.h"

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>

#include "auditor/store/check.h"
#include "auditor/store/forget.h"
#include "auditor/store/views.h"
#include "tests/ruleset/mini/temp_folder.h"
#include "tests/store/help/cases.h"

using namespace periksa;
using namespace periksa::test;

BOOST_AUTO_TEST_SUITE(migration)

namespace {

namespace fs = std::filesystem;

struct OldStore {
  TempFolder folder;
  fs::path path = folder.path() / "case.db";

  void take(int version) const {
    const fs::path of =
        fs::path(PERIKSA_SOURCE_DIR) / "fixtures/stores" / fmt::format("version-{}.db", version);
    fs::copy_file(of, path);
    fs::copy_file(of.native() + ".key", path.native() + ".key");
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
  }
  store::Checked checked(const std::string& head = {}) const {
    return store::check(store::Store::open_any(path).value(), head).value();
  }
};

}  // namespace

BOOST_AUTO_TEST_CASE(every_earlier_version_is_kept_as_a_fixture) {
  for (int version = 1; version < store::newest_version(); ++version) {
    BOOST_TEST_CONTEXT("version " << version) {
      const OldStore old;
      old.take(version);
      const auto before = old.checked();
      BOOST_TEST(before.faults.empty());

      const auto refused = store::Store::open(old.path, store::Access::write);
      BOOST_REQUIRE(!refused);
      BOOST_TEST(refused.error().front().text.en.find("store migrate") != std::string::npos);

      const auto done = store::migrate_store(old.path, kInspector).value();
      BOOST_TEST(done.from == version);
      BOOST_TEST(done.to == store::newest_version());
      const auto after = old.checked(before.head);
      for (const auto& fault : after.faults) BOOST_ERROR(fault.en);

      const auto agencies = store::agencies(opened(old.path), "2026-12-31").value();
      BOOST_TEST(agencies.size() == 2U);
      saved(opened(old.path), {.seen = {Seen{}}});
      BOOST_TEST(old.checked(before.head).faults.empty());

      const auto backup = store::check(store::Store::open_any(done.backup).value(), before.head);
      BOOST_TEST(backup.value().faults.empty());
      BOOST_TEST(backup.value().head == before.head);
    }
  }
}

BOOST_AUTO_TEST_CASE(of_the_second_version_days_that_were_met_are_let_go_of) {
  const OldStore old;
  old.take(2);
  store::migrate_store(old.path, kInspector).value();
  const auto store = opened(old.path);
  // Resolved with a day, and found again later; put right by word only.
  const auto came_back = store::life_of(store, 17).value().value().finding;
  BOOST_TEST(came_back.state == "reopened");
  BOOST_TEST(came_back.due.empty());
  const auto answered = store::life_of(store, 18).value().value();
  BOOST_TEST(answered.finding.state == "answered");
  BOOST_TEST(answered.finding.due == "2025-09-30");
  BOOST_TEST(store::overdue(store, "2026-01-31").value().size() == 3U);
  BOOST_TEST(store::retention(store).value().notes.size() == 3U);
}

BOOST_AUTO_TEST_CASE(a_document_kept_by_the_second_version_is_read) {
  const OldStore old;
  old.take(2);
  store::migrate_store(old.path, kInspector).value();
  const auto store = opened(old.path);
  const std::string document = store::document_of(store, 2).value();
  BOOST_TEST(document.find("Contoh Kemuning") != std::string::npos);
  BOOST_TEST(document.find("Contoh Seruni") == std::string::npos);  // forgotten
}

BOOST_AUTO_TEST_CASE(of_whom_the_second_version_forgot_and_who_is_forgotten_now_no_key_is_left) {
  const OldStore old;
  old.take(2);
  const auto holds = [&](const std::string& text) {
    return slurp(old.path).find(text) != std::string::npos;
  };
  // Worker key and a fingerprint, of the document kept with audit 2.
  const std::vector<std::string> forgotten_then{"68299da246e5", "15dbf9658890"};
  const std::vector<std::string> forgotten_now{"01969953751f", "6aa74ae2916a"};
  const std::vector<std::string> others{"9eb2e6b1f418", "1fdb83ad6b07"};
  for (const auto& key : forgotten_then) BOOST_TEST(holds(key), key);
  const auto done = store::migrate_store(old.path, kInspector).value();
  for (const auto& key : forgotten_then) BOOST_TEST(!holds(key), key);
  for (const auto& key : forgotten_now) BOOST_TEST(holds(key), key);
  const auto store = opened(old.path);
  const auto kept = store::retention(store).value();
  BOOST_REQUIRE_EQUAL(kept.backups.size(), 2U);
  BOOST_TEST(kept.backups.back().file == done.backup.string());
  BOOST_TEST(kept.backups.back().forgotten_since > 0U);
  BOOST_TEST(kept.audits.at(1).facts);
  BOOST_TEST(kept.audits.at(1).forgotten == 1U);

  using Linked = store::ToForget::Linked;
  store::forget(store, {.audit = 2, .worker = 0, .linked = Linked::take}, kInspector).value();
  for (const auto& key : forgotten_now) BOOST_TEST(!holds(key), key);
  for (const auto& key : others) BOOST_TEST(holds(key), key);
  const std::string document = store::document_of(store, 2).value();
  for (const auto& key : others) BOOST_TEST(document.find(key) != std::string::npos, key);
  BOOST_TEST(store::saved_audit(store, 2).value()->audit.kept);
  BOOST_TEST(old.checked().faults.empty());
}

BOOST_AUTO_TEST_CASE(backups_of_attempts_that_failed_are_named) {
  const OldStore old;
  old.take(2);
  const auto left = old.folder.path() / "case.db.v2.backup";
  fs::copy_file(old.path, left);
  old.folder.write("case.db.v2.backup.txt", "");
  old.folder.write("other.db.v2.backup", "");
  const auto done = store::migrate_store(old.path, kInspector).value();
  BOOST_TEST(done.backup != left);
  std::vector<std::string> named;
  const auto kept = store::retention(opened(old.path)).value();
  for (const auto& backup : kept.backups) named.push_back(backup.file);
  const std::vector<std::string> both{done.backup.string(), left.string()};
  BOOST_TEST(std::vector(named.end() - 2, named.end()) == both, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(one_of_this_version_is_left_as_it_is) {
  const OldStore fresh;
  new_store(fresh.path);
  const auto before = fresh.checked().head;
  const auto done = store::migrate_store(fresh.path, kInspector).value();
  BOOST_TEST(done.backup.empty());
  BOOST_TEST(fresh.checked().head == before);
}

BOOST_AUTO_TEST_SUITE_END()
