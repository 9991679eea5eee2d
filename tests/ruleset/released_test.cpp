// SPDX-License-Identifier: Apache-2.0
#include "auditor/ruleset/released.h"

#include <boost/test/unit_test.hpp>

#include "tests/audit/help/filings.h"
#include "tests/ruleset/mini/mini_rules.h"

using namespace periksa;
using namespace periksa::test;

namespace {

using Ids = std::vector<std::string>;

struct Release {
  TempFolder folder;

  Release() {
    folder.write("released.txt", "0.9.0 a/1\n0.10.0 b/1\n");
    folder.write("CHANGELOG.md", "# Changes\n\n## 0.11.0 – 2026-11-22\n\n## 0.11.10\n");
  }

  ruleset::Released load() const {
    auto released = ruleset::Released::load(folder.path());
    BOOST_REQUIRE(released);
    return *released;
  }

  std::size_t complaints(const std::string& version) const {
    return load().check_version(version).size();
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(released, Release)

BOOST_AUTO_TEST_CASE(no_released_id_of_the_shipped_set_has_vanished) {
  const auto& shipped = shipped_rules();
  const auto known = ruleset::Released::load(shipped.folder());
  BOOST_REQUIRE(known);
  BOOST_TEST(!known->text().empty());
  for (const auto& problem : known->vanished(shipped.ids())) BOOST_ERROR(problem.text.en);
}

BOOST_AUTO_TEST_CASE(the_shipped_version_is_told_in_the_change_list) {
  const auto& shipped = shipped_rules();
  folder.write("released.txt", "");
  folder.write("CHANGELOG.md", slurp(shipped.folder() / "CHANGELOG.md"));
  BOOST_TEST(complaints(shipped.manifest().version) == 0U);
}

BOOST_AUTO_TEST_CASE(a_vanished_id_is_named_with_the_version_it_went_out_with) {
  const Ids ids{"b/1", "c/1"};
  const auto gone = load().vanished(ids);
  BOOST_REQUIRE(gone.size() == 1U);
  BOOST_TEST(gone[0].text.en == "a/1 went out with version 0.9.0; a released id never vanishes");
}

BOOST_AUTO_TEST_CASE(a_version_must_be_higher_than_the_last_by_number_and_stand_in_the_changes) {
  BOOST_TEST(complaints("0.11.0") == 0U);
  BOOST_TEST(complaints("0.11.10") == 0U);
  BOOST_TEST(complaints("0.11.1") == 1U);  // "## 0.11.10" is another heading
  BOOST_TEST(complaints("0.10.0") == 2U);  // out already, no chapter
  BOOST_TEST(complaints("0.9.9") == 2U);
  for (const char* odd : {"", "1", "1.2", "1.2.3.4", "1.2.x", "v1.2.3", "1..3", "-1.2.3"})
    BOOST_TEST(complaints(odd) == 1U, odd);
}

BOOST_AUTO_TEST_CASE(ids_keep_the_version_they_first_went_out_with) {
  auto list = load();
  const Ids ids{"a/1", "b/1", "c/1"};
  list.add("0.11.0", ids);
  BOOST_TEST(list.text() == "0.9.0 a/1\n0.10.0 b/1\n0.11.0 c/1\n");
  BOOST_TEST(list.check_version("0.11.0").size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_broken_list_is_refused) {
  for (const char* odd : {"a/1\n", "0.1 a/1\n", "0.1.0 a/1 b/1\n", "0.1.0 a/1\n0.2.0 a/1\n"}) {
    folder.write("released.txt", odd);
    BOOST_TEST(!ruleset::Released::load(folder.path()), odd);
  }
}

BOOST_AUTO_TEST_SUITE_END()
