// SPDX-License-Identifier: Apache-2.0
// Flags that change the question are recorded in the results; others are not.
#include <boost/test/unit_test.hpp>

#include "auditor/results/results_json.h"
#include "tests/audit/help/filings.h"
#include "tests/cli/help/desk.h"

using namespace periksa;
using namespace periksa::test;

namespace {

using Words = std::vector<std::string>;

struct Question : Desk {
  Question() { write("filing.xml", base("clean-worker")); }

  results::Results ask(Words flags) const {
    flags.insert(flags.begin(), {"audit", "filing.xml", "-o", "json:-"});
    const auto ran = periksa(flags);
    auto results = results::read_json(ran.out, "out");
    BOOST_REQUIRE_MESSAGE(results, ran.err);
    return std::move(*results);
  }

  static Words asked(const results::Results& results) {
    Words ids;
    for (const auto& rule : results.rules) ids.push_back(rule.id);
    return ids;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(question, Question)

BOOST_AUTO_TEST_CASE(without_flags_every_rule_is_asked_and_nothing_is_recorded) {
  const auto results = ask({});
  std::size_t rules = 0;
  for (const auto& rule : shipped_rules().rules()) rules += rule.is_exception() ? 0U : 1U;
  BOOST_TEST(results.rules.size() == rules);
  BOOST_TEST(results.header.only_rules.empty());
  BOOST_TEST(results.header.skipped_rules.empty());
  BOOST_TEST(!results.header.as_of_given);
  BOOST_TEST(results.header.as_of == "2025-06-30");
}

BOOST_AUTO_TEST_CASE(named_rules_are_the_only_ones_and_are_recorded) {
  const auto results = ask({"--rule", "uu-18-2017/66/1", "--rule", "uu-18-2017/13.f/1"});
  const Words two{"uu-18-2017/13.f/1", "uu-18-2017/66/1"};
  BOOST_TEST(asked(results) == two, boost::test_tools::per_element());
  BOOST_TEST(results.header.only_rules == two, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(skipped_rules_are_left_out_and_recorded) {
  const auto results = ask({"--skip-rule", "uu-18-2017/66/1"});
  BOOST_TEST(results.rules.size() + 1 == ask({}).rules.size());
  BOOST_TEST(results.header.skipped_rules == Words{"uu-18-2017/66/1"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_citation_asks_the_rules_that_cite_it) {
  const auto results = ask({"--cite", "uu-18-2017#30.1"});
  const Words citing{"perban-bp2mi-9-2020/3.2/1", "perban-bp2mi-9-2020/ceiling/1",
                     "permen-p2mi-17-2025/3/1", "uu-18-2017/72.a/1"};
  BOOST_TEST(asked(results) == citing, boost::test_tools::per_element());
  BOOST_TEST(results.header.only_rules == citing, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_article_stands_for_all_its_parts) {
  const auto results = ask({"--cite", "uu-18-2017#30"});
  BOOST_TEST(asked(results).size() == 4U);
}

BOOST_AUTO_TEST_CASE(the_as_of_day_is_recorded_with_who_gave_it) {
  const auto results = ask({"--as-of", "2025-12-31"});
  BOOST_TEST(results.header.as_of == "2025-12-31");
  BOOST_TEST(results.header.as_of_given);
}

BOOST_AUTO_TEST_CASE(the_same_rule_twice_is_recorded_once) {
  const auto results = ask({"--rule", "uu-18-2017/72.a/1", "--cite", "uu-18-2017#30.1"});
  BOOST_TEST(results.header.only_rules.size() == 4U);
}

BOOST_AUTO_TEST_CASE(input_and_rule_set_are_named_without_a_path) {
  write("deep/down/filing.xml", base("clean-worker"));
  const auto ran = periksa({"audit", "deep/down/filing.xml", "-o", "json:-"});
  const auto results = results::read_json(ran.out, "out");
  BOOST_REQUIRE(results);
  BOOST_REQUIRE_EQUAL(results->header.inputs.size(), 1U);
  BOOST_TEST(results->header.inputs[0].file == "filing.xml");
  BOOST_TEST(results->header.inputs[0].sha256.size() == 64U);
  BOOST_TEST(results->header.official);
  BOOST_TEST(results->header.rule_set == "periksa");
  BOOST_TEST(results->header.rule_set_version == "test");
}

BOOST_AUTO_TEST_CASE(a_rule_that_does_not_exist_is_answered_with_the_nearest) {
  const auto ran = periksa({"audit", "filing.xml", "--rule", "uu-18-2017/66/11"});
  BOOST_TEST(ran.code == 64);
  BOOST_TEST(says(ran.err, "; did you mean \"uu-18-2017/66/1\"?"), ran.err);
  const auto indonesian = bare({"audit", "filing.xml", "--rule", "uu-18-2017/66/11"});
  BOOST_TEST(says(indonesian.err, "; mungkin maksudnya \"uu-18-2017/66/1\""), indonesian.err);
}

BOOST_AUTO_TEST_SUITE_END()
