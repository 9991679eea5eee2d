// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/boundaries.h"

#include <boost/test/unit_test.hpp>

#include "auditor/audit/kleene.h"
#include "auditor/audit/subjects.h"
#include "auditor/base/file.h"
#include "auditor/language/leaves.h"
#include "tests/audit/help/filings.h"
#include "tests/ruleset/mini/mini_rules.h"

using namespace periksa;
using namespace periksa::test;

namespace {

const std::string kDay = "w.departed_on is on or after 2024-05-20";

std::string examples(const std::string& lines) {
  return "<examples base=\"clean-worker\">" + lines + "</examples>";
}

struct Small {
  MiniRules mini;

  audit::Boundaries test(const Duty& duty) {
    mini.add(duty);
    const auto& rules = mini.load();
    audit::ExampleBases bases(rules.folder());
    return audit::test_boundaries(rules, rules.rules().front(), bases);
  }
  audit::Boundaries test(const std::string& require, const std::string& lines = kMet) {
    return test({.require = require, .examples = examples(lines)});
  }
};

/// The rule with another relation in the program than its words say.
ruleset::Rule planted(const ruleset::RuleSet& rules, language::Relation relation) {
  const auto path = rules.folder() / rules.rules().front().file;
  const auto file = DataFile::load(path);
  auto rule = *ruleset::read_rule(*file, {&rules.vocabulary(), &rules.law(), &rules.limits()});
  auto wrong = std::make_unique<ruleset::Checked>();
  wrong->expression = rule.versions[0].require->expression;
  wrong->expression.nodes[wrong->expression.root].relation = relation;
  wrong->program = language::lower(wrong->expression, rule.variables.size());
  rule.versions[0].require = std::move(wrong);
  return rule;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(boundaries, Small)

BOOST_AUTO_TEST_CASE(the_shipped_rules_hold_at_every_boundary) {
  audit::ExampleBases bases(shipped_rules().folder());
  audit::Boundaries all;
  for (const auto& rule : shipped_rules().rules())
    all.join(audit::test_boundaries(shipped_rules(), rule, bases));
  for (const auto& problem : all.problems) BOOST_ERROR(render(problem, Language::en));
  BOOST_TEST(all.held > 1500U);
  BOOST_TEST(all.unmade.size() < 20U);
}

BOOST_AUTO_TEST_CASE(a_day_is_put_on_the_limit_before_and_after_it) {
  const auto made = test(kDay);
  BOOST_TEST(made.problems.empty());
  BOOST_TEST(made.unmade.empty());
  BOOST_TEST(made.held == 5U);  // three days, and the first of the version with the one before
}

BOOST_AUTO_TEST_CASE(a_wrong_relation_in_the_engine_is_noticed) {
  mini.add({.require = kDay, .examples = examples(kMet)});
  const auto& rules = mini.load();
  audit::ExampleBases bases(rules.folder());
  for (const auto relation : {language::Relation::more_than, language::Relation::at_most,
                              language::Relation::less_than, language::Relation::equal}) {
    const auto made = audit::test_boundaries(rules, planted(rules, relation), bases);
    BOOST_TEST_REQUIRE(!made.problems.empty());
    const auto& told = made.problems.front().text;
    BOOST_TEST(told.en.find("\"" + kDay + "\" must be") != std::string::npos, told.en);
    BOOST_TEST(told.id.find("seharusnya") != std::string::npos, told.id);
  }
  BOOST_TEST(audit::test_boundaries(rules, planted(rules, language::Relation::at_least), bases)
                 .problems.empty());
}

BOOST_AUTO_TEST_CASE(an_age_has_two_edges_a_year_apart) {
  const auto made = test("whole years from w.born_on to event is at least 18");
  BOOST_TEST(made.problems.empty());
  BOOST_TEST(made.held == 6U);  // 17, the two ends of 18, 19; and two days of the version
}

BOOST_AUTO_TEST_CASE(a_sum_is_moved_by_one_of_its_records) {
  const auto made =
      test("(sum of p.amount for p in w.payments where (p.payer is employer)) is at most IDR 7",
           R"(<example expect="met" set="payment.payer=employer"/>)");
  BOOST_TEST(made.problems.empty());
  BOOST_TEST(made.unmade.empty());
  BOOST_TEST(made.held == 5U);
}

BOOST_AUTO_TEST_CASE(what_no_single_fact_moves_is_counted) {
  const auto made = test("(count of p in w.payments) is at most 3");
  BOOST_TEST_REQUIRE(made.unmade.size() == 1U);
  BOOST_TEST(made.unmade[0].text == "(count of p in w.payments) is at most 3");
  BOOST_TEST(made.unmade[0].at.line > 0U);
}

BOOST_AUTO_TEST_CASE(both_sides_of_every_edge_between_versions_are_tried) {
  const std::string two =
      version("from=\"2017-11-22\" to=\"2020-11-02\"", "test#changed", "", "yes") +
      version("from=\"2020-11-02\"", "test#changed", "", "yes");
  const auto made = test({.versions = two, .examples = examples(kMet)});
  BOOST_TEST(made.problems.empty());
  BOOST_TEST(made.held == 4U);
}

BOOST_AUTO_TEST_CASE(a_deadline_is_tried_on_its_last_day) {
  const std::string due =
      "<version from=\"2017-11-22\"><cite provision=\"test#V\" proves=\"act\"/>"
      "<due>w.departed_on plus 10 days</due><require>w.country is TW</require></version>";
  const std::string late = R"(<example expect="breach"/>)";
  const auto made = test({.versions = due, .examples = examples(late)});
  BOOST_TEST(made.problems.empty());
  BOOST_TEST(made.held == 5U);
  BOOST_TEST_REQUIRE(made.gaps.size() == 1U);
  BOOST_TEST(made.gaps[0].hint == "as-of=2024-05-30");
}

BOOST_AUTO_TEST_CASE(a_boundary_without_an_example_of_the_author_is_named) {
  const std::string early = R"(<example expect="breach" set="worker.departed_on=2024-05-01"/>)";
  const std::string late = R"(<example expect="met" set="worker.departed_on=2024-06-01"/>)";
  const auto loose = test(kDay, late + early);
  BOOST_TEST_REQUIRE(loose.gaps.size() == 1U);
  BOOST_TEST(loose.gaps[0].text == kDay);
  BOOST_TEST_REQUIRE(loose.gaps[0].sides.size() == 1U);
  BOOST_TEST(loose.gaps[0].sides[0].en == "on the limit");
  BOOST_TEST(loose.gaps[0].hint == "worker.departed_on=2024-05-20");
}

BOOST_AUTO_TEST_CASE(with_examples_on_and_before_the_limit_nothing_is_missing) {
  const std::string before = R"(<example expect="breach" set="worker.departed_on=2024-05-19"/>)";
  BOOST_TEST(test(kDay, kMet + before).gaps.empty());
}

BOOST_AUTO_TEST_CASE(the_side_that_comes_out_the_other_way_is_needed) {
  const auto made = test(kDay, kMet);
  BOOST_TEST_REQUIRE(made.gaps.size() == 1U);
  BOOST_TEST(made.gaps[0].sides[0].en == "below the limit");
  BOOST_TEST(made.gaps[0].hint == "worker.departed_on=2024-05-19");
}

BOOST_AUTO_TEST_CASE(a_verdict_that_does_not_follow_from_its_leaves_is_noticed) {
  mini.add({.when = "w.scheme is p3mi",
            .require = "w.country is HK and (w.job is cook or not w.sector is household_worker)",
            .examples = examples(R"(<example expect="breach"/>)")});
  const auto& rules = mini.load();
  const auto& rule = rules.rules().front();
  ruleset::Judge judge;
  const auto read =
      audit::for_each_subject(rules, rule, base("clean-worker"), {}, [&](const ruleset::Case& on) {
        ruleset::Recording recording;
        const auto judgement = judge.judge(rule, rules.rules(), on, recording);
        BOOST_TEST(audit::agrees_with_leaves(rule, judgement, recording, on.as_of));
        const auto& require = rule.versions[0].require->expression;
        auto& first = recording.versions[0].require.at(language::leaves(require)[0].node);
        first.truth = language::negate(first.truth);
        const bool was_decided = judgement.parts[0].require != language::Truth::no;
        BOOST_TEST(audit::agrees_with_leaves(rule, judgement, recording, on.as_of) == !was_decided);
        auto wrong = judgement;
        wrong.parts[0].verdict = results::Verdict::excused;
        BOOST_TEST(!audit::agrees_with_leaves(rule, wrong, recording, on.as_of));
      });
  BOOST_TEST(read.has_value());
}

BOOST_AUTO_TEST_SUITE_END()
