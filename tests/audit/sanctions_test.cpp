// SPDX-License-Identifier: Apache-2.0
// The sanction by the day of the event, its authority by the day of the report.
#include <boost/test/unit_test.hpp>

#include "auditor/ruleset/xml_text.h"
#include "tests/audit/help/filings.h"
#include "tests/ruleset/mini/temp_folder.h"

using namespace periksa;
using namespace periksa::test;

BOOST_AUTO_TEST_SUITE(sanctions)
namespace {

/// A worker of fifteen or younger in a household of a closed country.
std::string filing(const std::string& departed) {
  return changed(
      base("clean-worker"),
      {.set = "worker.country=KW; worker.born_on=2012-05-01; worker.departed_on=" + departed});
}

/// The text of a sanction that a finding names ("id@day of the text"), or null.
const results::Sanction* sanction(const results::Results& results, const results::Finding& found,
                                  const std::string& id) {
  for (const auto& named : found.sanctions) {
    if (named.substr(0, named.find('@')) != id) continue;
    const auto at = std::ranges::find(results.sanctions, named, &results::Sanction::id);
    if (at != results.sanctions.end()) return &*at;
  }
  return nullptr;
}

std::vector<std::string> ids(const std::string& cell) {
  return cell == "-" ? std::vector<std::string>{} : ruleset::split(cell, " ");
}

/// The text of the fine that stood on a day, for an under-age worker.
std::string fine(const std::string& departed) {
  const auto results = audited(shipped_rules(), filing(departed), "2026-06-30");
  const auto* found = finding(results, "uu-18-2017/66/1");
  BOOST_REQUIRE(found != nullptr);
  const auto* named = sanction(results, *found, "uu-18-2017#80");
  BOOST_REQUIRE(named != nullptr);
  return named->text.en;
}

}  // namespace

BOOST_AUTO_TEST_CASE(sanctions_and_authorities_by_day) {
  const auto rows = table(slurp(PERIKSA_SOURCE_DIR "/tests/audit/sanctions.txt"));
  BOOST_TEST(rows.size() > 10U);
  for (const auto& row : rows) {
    BOOST_TEST_CONTEXT(row.at(0) << " as of " << row.at(1) << ", " << row.at(2)) {
      const auto results = audited(shipped_rules(), filing(row[0]), row[1]);
      const auto* found = finding(results, row[2]);
      BOOST_REQUIRE(found != nullptr);
      const auto wanted = ids(row.at(3));
      for (const auto& id : wanted)
        BOOST_TEST((sanction(results, *found, id) != nullptr), id << " is missing");
      for (const auto& id : ids(row.at(4)))
        BOOST_TEST((sanction(results, *found, id) == nullptr), id << " is there");
      const auto* first = sanction(results, *found, wanted.front());
      BOOST_REQUIRE(first != nullptr);
      BOOST_TEST((first->authority.en.find(row.at(5)) != std::string::npos), first->authority.en);
    }
  }
}

BOOST_AUTO_TEST_CASE(fines_changed_on_2_january_2026) {
  BOOST_TEST(fine("2026-01-01") != fine("2026-01-02"));
  BOOST_TEST(fine("2026-01-01") == fine("2018-01-02"));
}

BOOST_AUTO_TEST_SUITE_END()
