// SPDX-License-Identifier: Apache-2.0
// The same filing in another form: the same findings, but for places, raw texts and hashes.
#include <boost/test/unit_test.hpp>

#include "tests/forms/same_findings.h"
#include "tests/ruleset/mini/temp_folder.h"

using namespace periksa;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(round_trip)
namespace {

fs::path fixture(const std::string& name) {
  return fs::path(PERIKSA_SOURCE_DIR) / "fixtures" / (name + "-agency");
}

void check_same(const fs::path& one, const fs::path& other) {
  const auto differs = test::difference(test::findings_of(one), test::findings_of(other));
  BOOST_TEST(differs == "", other << ": " << differs);
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_filing_written_as_json_gives_the_same_findings) {
  const test::TempFolder folder;
  for (const std::string name : {"clean", "seeded", "seeded-crew", "seeded-eras"}) {
    const auto json = folder.path() / (name + ".json");
    test::write_json(fixture(name) / "filing.xml", json);
    check_same(fixture(name) / "filing.xml", json);
  }
}

BOOST_AUTO_TEST_CASE(the_shipped_json_is_what_is_written_today) {
  const test::TempFolder folder;
  for (const std::string name : {"clean", "seeded"}) {
    const auto json = folder.path() / (name + ".json");
    test::write_json(fixture(name) / "filing.xml", json);
    BOOST_TEST((test::slurp(json) == test::slurp(fixture(name) / "filing.json")), name);
  }
}

BOOST_AUTO_TEST_CASE(json_written_again_is_the_same_bytes) {
  const test::TempFolder folder;
  const auto first = folder.path() / "first.json";
  const auto second = folder.path() / "second.json";
  for (const std::string name : {"seeded", "seeded-eras"}) {
    test::write_json(fixture(name) / "filing.xml", first);
    test::write_json(first, second);
    BOOST_TEST((test::slurp(first) == test::slurp(second)), name);
  }
}

BOOST_AUTO_TEST_CASE(any_number_of_threads_gives_the_same_findings) {
  const auto json = fixture("seeded") / "filing.json";
  BOOST_TEST((test::findings_of(json, 1) == test::findings_of(json, 4)));
}

BOOST_AUTO_TEST_CASE(a_filing_written_as_csv_gives_the_same_findings) {
  const test::TempFolder folder;
  for (const std::string name : {"clean", "seeded"}) {
    const auto csv = folder.path() / name;
    test::write_csv(fixture(name) / "filing.xml", csv);
    check_same(fixture(name) / "filing.xml", csv);
  }
}

BOOST_AUTO_TEST_CASE(what_differs_is_seen) {
  const auto clean = test::findings_of(fixture("clean") / "filing.xml");
  auto other = clean;
  const auto at = other.find("\"evaluations\": ");
  BOOST_REQUIRE(at != std::string::npos);
  other.insert(at + 15, "1");
  BOOST_TEST(test::difference(clean, other).contains("/evaluations"));
}

BOOST_AUTO_TEST_SUITE_END()
