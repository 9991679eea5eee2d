// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/examples.h"

#include <boost/test/unit_test.hpp>

#include "tests/audit/help/filings.h"
#include "tests/ruleset/mini/mini_rules.h"

using namespace periksa;
using namespace periksa::test;

namespace {

/// A duty on the departure day with all the examples it needs, one of which a test leaves out.
struct Examples {
  std::vector<std::string> lines{
      R"(<example expect="met"/>)",
      R"(<example expect="breach" set="worker.country=TW"/>)",
      R"(<example expect="not-applicable" set="worker.scheme=trainee"/>)",
      R"(<example expect="insufficient" drop="worker.country"/>)",
      R"(<example expect="insufficient" set="worker.country=TW" drop="worker.scheme"/>)",
      R"(<example expect="insufficient" drop="worker.departed_on"/>)",
      R"(<example expect="not-in-force" set="worker.departed_on=2017-11-21"/>)"};

  /// What testing the rule tells, in English, each on a line.
  std::string told(std::string_view replaced = {}, std::string_view by = {}) const {
    std::string examples = "<examples base=\"clean-worker\">\n";
    for (const auto& line : lines) examples += (line == replaced ? std::string(by) : line) + '\n';
    MiniRules mini;
    mini.add({.when = "w.scheme is p3mi",
              .require = "w.country is HK",
              .examples = examples + "</examples>"});
    std::string text;
    for (const auto& problem : audit::test_rules(mini.load())) text += problem.text.en + '\n';
    return text;
  }
};

bool tells(const std::string& told, std::string_view phrase) {
  return told.find(phrase) != std::string::npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(examples, Examples)

BOOST_AUTO_TEST_CASE(the_shipped_rules_keep_what_their_examples_promise) {
  for (const auto& problem : audit::test_rules(shipped_rules()))
    BOOST_ERROR(render(problem, Language::en));
}

BOOST_AUTO_TEST_CASE(a_rule_with_all_its_examples_passes) {
  BOOST_TEST(told().empty(), told());
}

BOOST_AUTO_TEST_CASE(an_example_that_disagrees_is_told_with_what_came_out) {
  BOOST_TEST(tells(told(lines[1], R"(<example expect="met" set="worker.country=TW"/>)"),
                   "the example expects met, got breach"));
  BOOST_TEST(tells(told(lines[3], R"(<example expect="breach" drop="worker.country"/>)"),
                   "the example expects breach, got insufficient"));
}

BOOST_AUTO_TEST_CASE(a_reason_that_disagrees_is_told) {
  const std::string wrong =
      R"(<example expect="not-applicable" reason="not-yet-due" set="worker.scheme=trainee"/>)";
  BOOST_TEST(tells(told(lines[2], wrong), "got not-applicable/condition"));
}

BOOST_AUTO_TEST_CASE(a_verdict_without_an_example_is_told) {
  BOOST_TEST(tells(told(lines[0], ""), "no example of met for this version"));
  BOOST_TEST(tells(told(lines[1], ""), "no example of breach for this version"));
  BOOST_TEST(tells(told(lines[2], ""), "no example of not-applicable for this version"));
  BOOST_TEST(tells(told(lines[6], ""), "no example for not-in-force"));
}

BOOST_AUTO_TEST_CASE(a_fact_whose_loss_no_example_shows_is_told) {
  BOOST_TEST(tells(told(lines[3], ""), "drop=\"worker.country\""));
  BOOST_TEST(tells(told(lines[4], ""), "drop=\"worker.scheme\""));
  BOOST_TEST(tells(told(lines[5], ""), "drop=\"worker.departed_on\""));
}

BOOST_AUTO_TEST_CASE(an_example_that_cannot_be_applied_is_told) {
  for (const auto* broken : {R"(<example expect="met" set="worker.contry=HK"/>)",
                             R"(<example expect="met" set="wörker.country=HK"/>)",
                             R"(<example expect="met" set="worker.country"/>)",
                             R"(<example expect="met" drop="worker.contry"/>)",
                             R"(<example expect="met" set="payment[b9].amount=IDR 1"/>)",
                             R"(<example expect="met"><paymnt id="x"/></example>)"}) {
    BOOST_TEST(tells(told(lines[0], broken), "the example cannot be applied"), broken);
  }
}

BOOST_AUTO_TEST_CASE(an_example_whose_filing_is_refused_is_told) {
  BOOST_TEST(tells(told(lines[0], R"(<example expect="met" set="worker.country=XX"/>)"), "XX"));
}

BOOST_AUTO_TEST_CASE(a_base_that_is_not_there_is_told) {
  MiniRules mini;
  mini.add({.examples = R"(<examples base="clean-nobody"><example expect="met"/></examples>)"});
  BOOST_TEST(audit::test_rules(mini.load()).size() == 1U);
}

BOOST_AUTO_TEST_CASE(each_version_needs_its_own_examples) {
  std::string examples = "<examples base=\"clean-worker\">\n";
  for (const auto& line : lines) examples += line + '\n';
  MiniRules mini;
  mini.add({.versions = version(R"(from="2017-11-22" to="2020-11-02")", "test#changed",
                                "w.scheme is p3mi", "w.country is HK") +
                        version(R"(from="2020-11-02")", "test#changed", "w.scheme is p3mi",
                                "w.country is HK"),
            .examples = examples + "</examples>"});
  const auto problems = audit::test_rules(mini.load());
  BOOST_REQUIRE_EQUAL(problems.size(), 3U);
  for (const auto& problem : problems)
    BOOST_TEST(tells(problem.text.en, "for this version"), problem.text.en);
}

BOOST_AUTO_TEST_CASE(examples_are_judged_before_the_caps) {
  std::string examples = "<examples base=\"clean-worker\">\n";
  for (const auto& line : lines) examples += line + '\n';
  MiniRules mini;
  mini.add({.cite = "test#K",
            .when = "w.scheme is p3mi",
            .require = "w.country is HK",
            .examples = examples + "</examples>"});
  BOOST_TEST(audit::test_rules(mini.load()).empty());
  const auto filing = changed(base("clean-worker"), {.set = "worker.country=TW"});
  BOOST_TEST(word(outcome(audited(mini.load(), filing), "test/1/1")) == "suspected");
}

BOOST_AUTO_TEST_CASE(a_standard_is_an_observation_in_its_examples) {
  std::string examples = "<examples base=\"clean-worker\">\n";
  for (auto line : lines) {
    if (const auto at = line.find("\"breach\""); at != std::string::npos)
      line.replace(at, 8, "\"observation\"");
    examples += line + '\n';
  }
  MiniRules mini;
  mini.add({.tier = "standard",
            .when = "w.scheme is p3mi",
            .require = "w.country is HK",
            .examples = examples + "</examples>"});
  for (const auto& problem : audit::test_rules(mini.load())) BOOST_ERROR(problem.text.en);
}

BOOST_AUTO_TEST_SUITE_END()
