// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/mutate.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "tests/ruleset/mini/mini_rules.h"

using namespace periksa;
using namespace periksa::test;

BOOST_AUTO_TEST_SUITE(mutate_rules)
namespace {

/// What was put into a rule of this text, with these examples, and what none of them noticed.
struct Outcome {
  std::size_t killed = 0;
  std::vector<std::string> survivors;  // "where: was -> becomes"
  int score = 0;
};

Outcome mutate(const std::string& require, const std::string& examples) {
  MiniRules mini;
  mini.add({.when = "w.scheme is p3mi",
            .require = require,
            .examples = "<examples base=\"clean-worker\">" + examples + "</examples>"});
  const auto& rules = mini.load();
  audit::ExampleBases bases(rules.folder());
  const auto mutation = audit::mutate_rule(rules, rules.rules().front(), bases);
  BOOST_TEST_REQUIRE(mutation.has_value());
  Outcome outcome{mutation->killed, {}, mutation->score()};
  for (const auto& one : mutation->survivors)
    outcome.survivors.push_back(one.where + ": " + one.was + " -> " + one.becomes);
  return outcome;
}

bool holds(const Outcome& outcome, std::string_view survivor) {
  return std::ranges::find(outcome.survivors, survivor) != outcome.survivors.end();
}

const std::string kTrainee = R"(<example expect="not-applicable" set="worker.scheme=trainee"/>)";

}  // namespace

BOOST_AUTO_TEST_CASE(examples_on_both_sides_notice_every_mistake) {
  const auto outcome = mutate("w.country is HK", kMet + kTaiwan + kTrainee);
  BOOST_TEST(outcome.survivors.empty());
  BOOST_TEST(outcome.killed == 2U);  // is not, in when and require
  BOOST_TEST(outcome.score == 100);
}

BOOST_AUTO_TEST_CASE(without_an_example_on_the_limit_itself_it_may_be_moved) {
  const std::string require = "w.departed_on is on or after 2024-05-20";
  const std::string early = R"(<example expect="breach" set="worker.departed_on=2024-05-01"/>)";
  const auto loose = mutate(require, kTrainee + early);
  BOOST_TEST(holds(loose, "require: is on or after -> is after"));
  BOOST_TEST(holds(loose, "require: 2024-05-20 -> 2024-05-19"));
  BOOST_TEST(loose.score < 100);
  const std::string on = R"(<example expect="met" set="worker.departed_on=2024-05-20"/>)";
  const std::string before = R"(<example expect="breach" set="worker.departed_on=2024-05-19"/>)";
  BOOST_TEST(mutate(require, kTrainee + on + before).survivors.empty());
}

BOOST_AUTO_TEST_CASE(a_part_no_example_needs_is_named) {
  const auto outcome =
      mutate("w.country is HK and w.departed_on is after 2017-11-22", kMet + kTaiwan + kTrainee);
  BOOST_TEST(holds(outcome, "require: w.departed_on is after 2017-11-22 -> (yes)"));
  BOOST_TEST(!holds(outcome, "require: w.country is HK -> (yes)"));
}

BOOST_AUTO_TEST_SUITE_END()
