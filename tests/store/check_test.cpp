// SPDX-License-Identifier: Apache-2.0
// Whatever is changed in a store behind its back is told, with the first entry that is broken.
#include "auditor/store/check.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>

#include "auditor/store/forget.h"
#include "auditor/store/ledger.h"
#include "tests/ruleset/mini/temp_folder.h"
#include "tests/store/help/cases.h"

using namespace periksa;
using namespace periksa::test;

BOOST_AUTO_TEST_SUITE(check)

namespace {

constexpr const char* kNik = "0001234405900001";

struct CheckDesk {
  TempFolder folder;
  std::filesystem::path path = folder.path() / "case.db";

  CheckDesk() {
    const auto store = new_store(path);
    saved(store, {.seen = {Seen{.refund = 5000}, {.rule = "duty/2", .worker = "W002"}}},
          {{results::KnownNumber::Kind::nik, 0, kNik}}, true);
    saved(store, {.filing = "second"}, {{results::KnownNumber::Kind::nik, 0, kNik}});
    saved(store, {.seen = {Seen{}}, .filing = "third"});
  }

  store::Checked checked(const std::string& head = {}) const {
    return store::check(store::Store::open_any(path).value(), head).value();
  }

  /// Does what the ledger's guards refuse, and puts the guards back.
  void tamper(const std::string& sql) const {
    const auto store = opened(path);
    std::map<std::string, std::string> triggers;
    store.connection().query(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'", {},
        [&](const store::Row& row) { triggers.emplace(row.text(0), row.text(1)); });
    for (const auto& [name, text] : triggers) store.connection().script("DROP TRIGGER " + name);
    store.connection().script("PRAGMA foreign_keys=OFF");
    store.connection().script(sql);
    for (const auto& [name, text] : triggers) store.connection().script(text);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_CASE(an_untouched_store_is_intact, CheckDesk) {
  const auto found = checked();
  BOOST_TEST(found.faults.empty());
  BOOST_TEST(found.entries == 4);
  BOOST_TEST(found.head.size() == 64U);
}

BOOST_FIXTURE_TEST_CASE(no_row_of_the_ledger_can_be_changed_in_passing, CheckDesk) {
  const auto store = opened(path);
  for (const char* table :
       {"log", "entry", "agency", "rule", "provision", "filing", "audit", "audit_verdict",
        "audit_refund", "audit_rule", "finding", "sighting", "commitment"}) {
    BOOST_TEST_CONTEXT(table) {
      BOOST_TEST(
          !store.run([&] { store.connection().script(std::string("DELETE FROM ") + table); }));
    }
  }
}

BOOST_FIXTURE_TEST_CASE(every_value_of_every_table_is_watched, CheckDesk) {
  struct Column {
    std::string table;
    std::string name;
    std::string type;
  };
  std::vector<Column> columns;
  {
    const auto store = opened(path);
    store.connection().query(
        "SELECT m.name, c.name, c.type FROM sqlite_schema m JOIN pragma_table_info(m.name) c "
        "WHERE m.type = 'table' ORDER BY 1, 2",
        {},
        [&](const store::Row& row) { columns.push_back({row.text(0), row.text(1), row.text(2)}); });
  }
  std::size_t watched = 0;
  for (const Column& column : columns) {
    const CheckDesk desk;
    const std::string changed = column.type == "INTEGER" ? "coalesce(" + column.name + ", 0) + 7777"
                                : column.type == "BLOB"
                                    ? "x'00112233'"
                                    : "coalesce(" + column.name + ", '') || 'x'";
    const auto rows = opened(desk.path).connection().number("SELECT count(*) FROM " + column.table);
    // Nothing was backed up or forgotten here; what tells keys apart is no part of what happened.
    if (rows == 0) continue;
    BOOST_TEST_CONTEXT(column.table << "." << column.name) {
      const bool unwatched = column.table == "meta" && column.name == "value";
      desk.tamper(unwatched ? "UPDATE meta SET value = value || 'x' WHERE name = 'store'"
                            : "UPDATE " + column.table + " SET " + column.name + " = " + changed +
                                  " WHERE " + column.name + " = (SELECT " + column.name + " FROM " +
                                  column.table + " LIMIT 1) OR (SELECT count(*) FROM " +
                                  column.table + " WHERE " + column.name + " IS NOT NULL) = 0");
      // Some are broken so badly that the store is refused as a whole.
      const auto found = store::check(store::Store::open_any(desk.path).value(), {});
      BOOST_TEST((!found || !found->faults.empty()));
      ++watched;
    }
  }
  BOOST_TEST(watched > 60U);
}

BOOST_FIXTURE_TEST_CASE(a_changed_entry_is_named, CheckDesk) {
  tamper("UPDATE log SET hash = x'00' WHERE seq = 2");
  const auto found = checked();
  BOOST_REQUIRE(!found.faults.empty());
  BOOST_TEST(found.faults.front().en.find("entry 2 ") != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(a_missing_entry_is_named, CheckDesk) {
  tamper("DELETE FROM log WHERE seq = 3");
  BOOST_TEST(!checked().faults.empty());
}

BOOST_FIXTURE_TEST_CASE(a_log_cut_off_is_seen_with_an_earlier_head_only, CheckDesk) {
  const std::string head = checked().head;
  tamper(
      "DELETE FROM sighting WHERE audit = 3; DELETE FROM audit_verdict WHERE audit = 3;"
      "DELETE FROM audit_rule WHERE audit = 3; DELETE FROM audit_refund WHERE audit = 3;"
      "DELETE FROM audit WHERE id = 3; DELETE FROM filing WHERE log = 4;"
      "DELETE FROM entry WHERE log = 4; DELETE FROM log WHERE seq = 4;"
      "UPDATE standing SET state = 'resolved', since = 3, seen = 1 WHERE finding = 1");
  BOOST_TEST(checked().faults.empty());
  const auto found = checked(head.substr(0, 12));
  BOOST_REQUIRE_EQUAL(found.faults.size(), 1U);
  BOOST_TEST(found.faults.front().en.find(head.substr(0, 12)) != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(an_earlier_head_of_the_same_log_is_found, CheckDesk) {
  const std::string head = checked().head;
  saved(opened(path), {.filing = "fourth"});
  BOOST_TEST(checked().head != head);
  BOOST_TEST(checked(head).faults.empty());
  BOOST_TEST(!checked(std::string(64, '0')).faults.empty());
  BOOST_TEST(!checked(head.substr(0, 8)).faults.empty());  // too short to say anything
}

BOOST_FIXTURE_TEST_CASE(what_is_deleted_without_an_entry_is_missing, CheckDesk) {
  tamper("DELETE FROM match; DELETE FROM private");
  BOOST_TEST(!checked().faults.empty());
}

BOOST_FIXTURE_TEST_CASE(what_is_forgotten_is_gone_and_the_log_still_verifies, CheckDesk) {
  const auto before = checked();
  const auto done = store::forget(opened(path), {.number = kNik}, kInspector).value();
  BOOST_TEST(done.audits == 2U);
  BOOST_TEST(done.rows == 2U);
  const auto found = checked(before.head);
  BOOST_TEST(found.faults.empty());
  BOOST_TEST(found.forgotten == 2U);
  BOOST_TEST(store::forget(opened(path), {.number = kNik}, kInspector).value().rows == 0U);
}

BOOST_FIXTURE_TEST_CASE(a_finding_that_does_not_stand_where_it_should_is_named, CheckDesk) {
  tamper("UPDATE standing SET state = 'closed' WHERE finding = 2");
  const auto found = checked();
  BOOST_REQUIRE_EQUAL(found.faults.size(), 1U);
  BOOST_TEST(found.faults.front().en.find("#2") != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(what_somebody_adds_to_the_schema_is_told_and_not_written_through,
                        CheckDesk) {
  const std::string head = checked().head;
  {
    const auto store = opened(path);
    store.connection().script(
        "CREATE TRIGGER quiet AFTER INSERT ON sighting BEGIN "
        "UPDATE standing SET state = 'closed'; END");
  }
  const auto found = checked(head);
  BOOST_REQUIRE_EQUAL(found.faults.size(), 1U);
  BOOST_TEST(found.faults.front().en.contains("trigger quiet"));
  BOOST_TEST(!store::Store::open(path, store::Access::write));
  BOOST_TEST(store::Store::open(path, store::Access::read).has_value());
}

BOOST_FIXTURE_TEST_CASE(a_guard_that_is_gone_is_told, CheckDesk) {
  opened(path).connection().script("DROP TRIGGER sighting_no_UPDATE");
  BOOST_REQUIRE_EQUAL(checked().faults.size(), 1U);
  BOOST_TEST(checked().faults.front().en.contains("sighting_no_UPDATE"));
}

BOOST_FIXTURE_TEST_CASE(rows_of_no_entry_are_told_whatever_the_file_says_of_references, CheckDesk) {
  const std::string head = checked().head;
  tamper(
      "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql = replace(sql, "
      "' REFERENCES log DEFERRABLE INITIALLY DEFERRED', '') WHERE name = 'action'; "
      "PRAGMA writable_schema=RESET; "
      "INSERT INTO action (log, finding, kind, day) VALUES (9999, 1, 'closed', '2026-01-01')");
  const auto found = checked(head);
  const auto told = [&](std::string_view words) {
    return std::ranges::any_of(found.faults, [&](const auto& x) { return x.en.contains(words); });
  };
  BOOST_TEST(told("no entry of the log: action"));
  BOOST_TEST(told("table action"));
}

BOOST_FIXTURE_TEST_CASE(numbers_of_somebody_forgotten_must_not_come_back, CheckDesk) {
  BOOST_REQUIRE(store::forget(opened(path), {.number = kNik}, {"tester", "2026-01-01T00:00:00Z"}));
  BOOST_TEST(checked().faults.empty());
  tamper("INSERT INTO match SELECT min(commitment), 'nik', x'00112233' FROM forgotten");
  BOOST_TEST(!checked().faults.empty());
}

BOOST_AUTO_TEST_SUITE_END()
