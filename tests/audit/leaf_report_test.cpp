// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/leaf_report.h"

#include <boost/test/unit_test.hpp>

#include "tests/ruleset/mini/mini_rules.h"

using namespace periksa;
using namespace periksa::test;

namespace {

const std::string kNoCountry = R"(<example expect="insufficient" drop="worker.country"/>)";

struct Leaves {
  MiniRules mini;

  std::vector<audit::SeenLeaf> of(Duty duty, const std::string& lines) {
    duty.examples = "<examples base=\"clean-worker\">" + lines + "</examples>";
    mini.add(duty);
    const auto& rules = mini.load();
    audit::ExampleBases bases(rules.folder());
    return audit::seen_leaves(rules, rules.rules().front(), bases);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(leaf_report, Leaves)

BOOST_AUTO_TEST_CASE(three_examples_show_a_leaf_all_three_ways) {
  const auto leaves = of({.require = "w.country is HK"}, kMet + kTaiwan + kNoCountry);
  BOOST_TEST_REQUIRE(leaves.size() == 1U);
  BOOST_TEST(leaves[0].text == "w.country is HK");
  BOOST_TEST(leaves[0].all());
}

BOOST_AUTO_TEST_CASE(a_hole_in_the_examples_is_found) {
  const auto leaves = of({.require = "w.country is HK"}, kMet + kTaiwan);
  BOOST_TEST(leaves[0].yes);
  BOOST_TEST(leaves[0].no);
  BOOST_TEST(!leaves[0].unknown);
  BOOST_TEST(!leaves[0].all());
}

BOOST_AUTO_TEST_CASE(what_no_longer_counts_has_not_been_seen) {
  // The country decides before the job is looked at.
  const auto leaves =
      of({.require = "w.country is TW and w.job is cook"}, R"(<example expect="breach"/>)");
  BOOST_TEST_REQUIRE(leaves.size() == 2U);
  BOOST_TEST(leaves[0].no);
  BOOST_TEST(!leaves[1].yes);
  BOOST_TEST(!leaves[1].no);
}

BOOST_AUTO_TEST_CASE(what_the_law_alone_decides_is_told_apart) {
  const auto leaves = of({.require = "limit ten is at least 10"}, kMet);
  BOOST_TEST(!leaves[0].by_facts);
  BOOST_TEST(leaves[0].all());
}

BOOST_AUTO_TEST_CASE(which_record_a_name_stands_for_is_never_unknown) {
  const auto leaves = of({.subject = R"(each="payment" as="p" of="w" event="p.paid_on")",
                          .require = "some q in w.payments has (q is p)"},
                         kMet);
  BOOST_TEST_REQUIRE(leaves.size() == 1U);
  BOOST_TEST(!leaves[0].open);
}

BOOST_AUTO_TEST_CASE(leaves_of_a_let_stand_in_its_own_text) {
  const std::string version =
      "<version from=\"2017-11-22\"><cite provision=\"test#V\" proves=\"act\"/>\n"
      "<let name=\"paid\" id=\"dibayar\" en=\"paid\"\n"
      "     value=\"(sum of p.amount for p in w.payments\n"
      "     where (p.payer is worker))\"/>\n"
      "<require>paid is at most IDR 0 or paid is at most IDR 5</require></version>";
  const auto leaves = of({.versions = version}, kMet);
  BOOST_TEST_REQUIRE(leaves.size() == 3U);
  BOOST_TEST(leaves[0].text == "paid is at most IDR 0");
  BOOST_TEST(leaves[1].text == "p.payer is worker");
  BOOST_TEST(leaves[1].at.line == leaves[0].at.line - 1);
  BOOST_TEST(leaves[1].at.column == 13U);
  BOOST_TEST(leaves[2].text == "paid is at most IDR 5");
}

BOOST_AUTO_TEST_SUITE_END()
