// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/survivors.h"

#include <boost/test/unit_test.hpp>
#include <set>

#include "auditor/base/csv.h"
#include "tests/audit/help/filings.h"
#include "tests/ruleset/mini/temp_folder.h"

using namespace periksa;
using namespace periksa::test;

namespace {

const audit::Survivor kSurvivor{"a/1/1", {}, "when", "some", "every"};

struct Reasons {
  TempFolder folder;

  audit::ExplainedSurvivors load(const std::string& rows) const {
    folder.write("survivors.csv", "rule,where,was,becomes,why\n" + rows);
    auto loaded = audit::ExplainedSurvivors::load(folder.path());
    BOOST_REQUIRE(loaded);
    return *loaded;
  }
  void refused(const std::string& text) const {
    folder.write("survivors.csv", text);
    BOOST_TEST(!audit::ExplainedSurvivors::load(folder.path()), text);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(survivors, Reasons)

/// Only the rules named there are tried: trying all of them belongs to `periksa rules mutate`.
BOOST_AUTO_TEST_CASE(each_shipped_reason_is_needed_and_its_rules_have_no_other_survivor) {
  const auto& rules = shipped_rules();
  auto explained = audit::ExplainedSurvivors::load(rules.folder());
  BOOST_REQUIRE(explained);
  std::set<std::string> named;
  const auto rows = read_csv(slurp(rules.folder() / "survivors.csv"), "survivors.csv");
  BOOST_REQUIRE(rows);
  for (const auto& row : *rows) named.insert(row.cells.front());
  audit::ExampleBases bases(rules.folder());
  for (const auto& rule : rules.rules()) {
    if (!named.contains(rule.id)) continue;
    const auto mutation = audit::mutate_rule(rules, rule, bases);
    BOOST_REQUIRE(mutation);
    for (const auto& survivor : mutation->survivors)
      BOOST_TEST((explained->why(survivor) != nullptr), rule.id << ": " << survivor.was);
  }
  for (const auto& problem : explained->unneeded()) BOOST_ERROR(problem.text.en);
}

BOOST_AUTO_TEST_CASE(a_reason_is_found_by_rule_place_and_both_pieces) {
  auto reasons = load("a/1/1,when,some,every,\"one, at most\"\n");
  for (auto other : {audit::Survivor{"a/1/2", {}, "when", "some", "every"},
                     audit::Survivor{"a/1/1", {}, "require", "some", "every"},
                     audit::Survivor{"a/1/1", {}, "when", "no", "every"},
                     audit::Survivor{"a/1/1", {}, "when", "some", "no"}})
    BOOST_TEST((reasons.why(other) == nullptr));
  BOOST_REQUIRE(reasons.unneeded().size() == 1U);
  BOOST_TEST(reasons.unneeded()[0].at.line == 2U);
  BOOST_REQUIRE((reasons.why(kSurvivor) != nullptr));
  BOOST_TEST(*reasons.why(kSurvivor) == "one, at most");
  BOOST_TEST(reasons.unneeded().empty());
}

BOOST_AUTO_TEST_CASE(without_the_file_nothing_is_explained) {
  auto none = audit::ExplainedSurvivors::load(folder.path());
  BOOST_REQUIRE(none);
  BOOST_TEST((none->why(kSurvivor) == nullptr));
}

BOOST_AUTO_TEST_CASE(rows_without_a_reason_or_with_other_columns_are_refused) {
  refused("rule,where,was,becomes,why\na/1/1,when,some,every,\n");
  refused("rule,where,was,becomes,why\na/1/1,when,some,every\n");
  refused("rule,why\na/1/1,x\n");
}

BOOST_AUTO_TEST_SUITE_END()
