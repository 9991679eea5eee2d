// SPDX-License-Identifier: Apache-2.0
// What was said to be saved is there, whatever happens then: killed before any of its calls that
// change a file, or without room from any of them on, the store is whole and has all of it.
#include <boost/test/unit_test.hpp>
#include <csignal>
#include <sstream>

#include "auditor/store/check.h"
#include "tests/cli/help/child.h"
#include "tests/ruleset/mini/temp_folder.h"
#include "tests/store/help/cases.h"

using namespace periksa;
using namespace periksa::test;

BOOST_AUTO_TEST_SUITE(survival)

namespace {

constexpr const char* kAudits = "4";

struct SurvivalDesk {
  TempFolder folder;
  std::filesystem::path path = folder.path() / "case.db";
  std::string whole;

  SurvivalDesk() {
    saved(new_store(path), {.seen = {Seen{}}});
    whole = slurp(path);
  }

  /// The store as it was, and a run that something happens to.
  Ran ran(const std::string& what, int call) const {
    for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(path.native() + ending);
    folder.write("case.db", whole);
    Child child{{PERIKSA_SAVER, path.string(), kAudits}};
    child.environment["LD_PRELOAD"] = PERIKSA_KILL_AT;
    child.environment["KILL_AFTER"] = "case.db";
    child.environment[what] = std::to_string(call);
    return run(child);
  }

  /// Every head that was told is in the log, and all of the log is whole.
  std::size_t lost(const Ran& ran) const {
    std::istringstream heads(ran.out);
    std::size_t told = 0;
    for (std::string head; std::getline(heads, head); ++told) {
      const auto checked = store::check(store::Store::open_any(path).value(), head);
      BOOST_REQUIRE(checked.has_value());
      for (const auto& fault : checked->faults) BOOST_ERROR(fault.en);
    }
    if (told == 0) {
      const auto checked = store::check(store::Store::open_any(path).value(), {});
      BOOST_REQUIRE(checked.has_value());
      for (const auto& fault : checked->faults) BOOST_ERROR(fault.en);
      BOOST_TEST(checked->entries >= 2);
    }
    // And it goes on from there.
    saved(opened(path), {.filing = "afterwards"});
    return told;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_CASE(killed_before_any_call_it_has_all_that_was_said_to_be_saved, SurvivalDesk) {
  std::vector<int> by_told(5);
  for (int call = 1;; ++call) {
    const Ran killed = ran("KILL_AT", call);
    if (killed.signal == 0) {
      BOOST_TEST(killed.code == 0);
      break;
    }
    BOOST_TEST_CONTEXT("killed before call " << call) {
      BOOST_TEST(killed.signal == SIGKILL);
      ++by_told.at(lost(killed));
    }
  }
  for (std::size_t told = 0; told < by_told.size(); ++told)
    BOOST_TEST(by_told[told] > 3, "after " << told << " saved: " << by_told[told] << " moments");
}

BOOST_FIXTURE_TEST_CASE(without_room_from_any_call_on_it_says_so_and_stays_whole, SurvivalDesk) {
  int refused = 0;
  for (int call = 1;; ++call) {
    const Ran full = ran("FULL_AT", call);
    BOOST_TEST_CONTEXT("full from call " << call) {
      BOOST_TEST(full.signal == 0);
      if (full.code == 0) break;
      BOOST_TEST(full.code == 74);
      BOOST_TEST(full.err.find("no room left") != std::string::npos, full.err);
      lost(full);
      ++refused;
    }
  }
  BOOST_TEST(refused > 10);
}

BOOST_AUTO_TEST_CASE(killed_while_it_is_migrated_it_is_what_it_was_or_what_it_becomes) {
  const TempFolder folder;
  const auto path = folder.path() / "case.db";
  const auto fixture = std::filesystem::path(PERIKSA_SOURCE_DIR) / "fixtures/stores/version-2.db";
  const std::string whole = slurp(fixture);
  int before = 0;
  int after = 0;
  for (int call = 1;; ++call) {
    for (const auto& name : folder.listing()) std::filesystem::remove(folder.path() / name);
    folder.write("case.db", whole);
    folder.write("case.db.key", slurp(fixture.native() + ".key"));
    Child child{{PERIKSA_SAVER, path.string(), "migrate"}};
    child.environment["LD_PRELOAD"] = PERIKSA_KILL_AT;
    child.environment["KILL_AFTER"] = "case.db";
    child.environment["KILL_AT"] = std::to_string(call);
    const Ran killed = run(child);
    if (killed.signal == 0) {
      BOOST_TEST(killed.code == 0, killed.err);
      break;
    }
    BOOST_TEST_CONTEXT("killed before call " << call) {
      const auto checked = store::check(store::Store::open_any(path).value(), {}).value();
      for (const auto& fault : checked.faults) BOOST_ERROR(fault.en);
      const auto again = store::migrate_store(path, kInspector).value();
      ++(again.from == again.to ? after : before);
      BOOST_TEST(store::check(store::Store::open_any(path).value(), {}).value().faults.empty());
    }
  }
  BOOST_TEST(before > 10);
  BOOST_TEST(after > 0);
}

BOOST_AUTO_TEST_SUITE_END()
