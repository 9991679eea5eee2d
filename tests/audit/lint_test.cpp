// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/lint.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "tests/audit/help/filings.h"
#include "tests/ruleset/mini/mini_rules.h"

using namespace periksa;
using namespace periksa::test;

namespace {

struct Lint {
  MiniRules mini;

  /// "lint: words", in English, each on a line.
  std::string of(Duty duty, const std::string& lines = kMet) {
    duty.examples = "<examples base=\"clean-worker\">" + lines + "</examples>";
    mini.add(duty);
    const auto& rules = mini.load();
    audit::ExampleBases bases(rules.folder());
    std::string told;
    for (const auto& warning : audit::lint(rules, rules.rules().back(), bases)) {
      BOOST_TEST(!warning.text.id.empty());
      told += warning.lint + ": " + warning.text.en + '\n';
    }
    return told;
  }
  std::string of_require(const std::string& require) { return of({.require = require}); }

  static bool says(const std::string& told, std::string_view phrase) {
    return told.contains(phrase);
  }
};

std::string allow(const std::string& attributes) {
  return "<allow " + attributes +
         "><why lang=\"id\">sebab</why><why lang=\"en\">because</why></allow>\n";
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(lint_rules, Lint)

BOOST_AUTO_TEST_CASE(the_shipped_rules_have_no_warnings) {
  audit::ExampleBases bases(shipped_rules().folder());
  for (const auto& rule : shipped_rules().rules()) {
    for (const auto& warning : audit::lint(shipped_rules(), rule, bases))
      BOOST_ERROR(to_string(warning.at) << ": " << rule.id << ": " << warning.text.en);
  }
}

BOOST_AUTO_TEST_CASE(a_plain_rule_has_none) {
  BOOST_TEST(of_require("w.country is HK") == "");
}

BOOST_AUTO_TEST_CASE(contradictory_parts_are_named) {
  BOOST_TEST(of_require("w.country is HK and w.country is TW") ==
             "condition: \"w.country is TW\" is never true here\n");
}

BOOST_AUTO_TEST_CASE(a_contradiction_with_when_is_named) {
  const auto told = of({.when = "w.scheme is p3mi", .require = "w.scheme is trainee"});
  BOOST_TEST(says(told, "\"w.scheme is trainee\" is never true here"), told);
}

BOOST_AUTO_TEST_CASE(what_is_true_of_everybody_is_named) {
  BOOST_TEST(says(of_require("w.country is HK or w.country is not HK"),
                  "\"w.country is not HK\" is never false here"));
}

BOOST_AUTO_TEST_CASE(bounds_of_the_vocabulary_count) {
  BOOST_TEST(says(of_require("(count of p in w.payments) is at least 0"),
                  "\"(count of p in w.payments) is at least 0\" is never false here"));
  const auto told = of({.id = "test/1/2",
                        .subject = R"(each="work_plan" as="p" event="p.drawn_up_on")",
                        .require = "p.first_year is more than 1980"});
  BOOST_TEST(says(told, "\"p.first_year is more than 1980\" is never false here"), told);
}

BOOST_AUTO_TEST_CASE(days_outside_the_version_count) {
  BOOST_TEST(says(of_require("event is before 2017-11-22 or w.country is HK"),
                  "\"event is before 2017-11-22\" is never true here"));
}

BOOST_AUTO_TEST_CASE(dates_that_leave_no_day_between_them_contradict) {
  BOOST_TEST(says(of_require("w.recruited_on is after 2024-01-01 and "
                             "w.recruited_on is before 2024-01-02"),
                  "\"w.recruited_on is before 2024-01-02\" is never true here"));
}

BOOST_AUTO_TEST_CASE(a_part_that_stands_twice_is_named) {
  const auto told = of_require("w.country is HK and w.job is domestic_worker and w.country is HK");
  BOOST_TEST(says(told, "condition: \"w.country is HK\" stands there twice"), told);
}

BOOST_AUTO_TEST_CASE(asking_for_none_again_is_no_mistake) {
  const auto told = of({.when = "w.departed_on is not stated none",
                        .require = "w.departed_on is not stated none and w.country is HK"});
  BOOST_TEST(!says(told, "condition:"), told);
}

BOOST_AUTO_TEST_CASE(one_variable_of_two_loops_is_two_records) {
  BOOST_TEST(of_require("no p in w.payments where (p.payer is agency and p.amount is more than "
                        "IDR 900000000000) and no p in w.payments where (p.payer is lender and "
                        "p.amount is more than IDR 900000000000)")
                 .find("condition:") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_mark_that_nothing_fills_in_is_named) {
  const std::string ask =
      "<missing fact=\"w.country\"><ask lang=\"id\">Negara {w.job}?</ask>"
      "<ask lang=\"en\">Which country?</ask></missing>\n";
  BOOST_TEST(of({.require = "w.country is HK", .more = ask}) ==
             "placeholder: {w.job} in <ask> is not filled in; only <say> does\n");
}

BOOST_AUTO_TEST_CASE(a_number_of_a_table_in_a_sentence_is_named) {
  const auto told = of({.require = "limit ten is at least 10", .sentence = "batasnya 10"});
  BOOST_TEST(says(told, "number: <say verdict=\"breach\"> writes 10"), told);
}

BOOST_AUTO_TEST_CASE(a_number_that_holds_those_digits_is_another) {
  const auto told = of({.require = "limit ten is at least 10", .sentence = "batasnya 1.010"});
  BOOST_TEST(!says(told, "number:"), told);
}

BOOST_AUTO_TEST_CASE(a_rule_that_ends_before_its_provision_is_named) {
  const auto told =
      of({.versions = version("from=\"2017-11-22\" to=\"2020-11-02\"", "test#changed", "", "yes")});
  BOOST_TEST(says(told, "text-ended: this rule ends on 2020-11-02, but test#changed has a later"),
             told);
}

BOOST_AUTO_TEST_CASE(a_table_that_ends_before_the_version_is_named) {
  mini.file("limits/old.xml",
            "<limits><limit name='old' type='integer' id='lama' en='old'>"
            "<complete from='2017-11-22' checked-until='2030-01-01'/>"
            "<row from='2017-11-22' to='2020-01-01' value='4' grade='V' cite='test#V'/>"
            "</limit></limits>");
  const auto told = of_require("limit old is at least 4");
  BOOST_TEST(says(told, "limit-ended: the table old ends on 2020-01-01"), told);
}

BOOST_AUTO_TEST_CASE(a_version_no_example_reaches_is_named) {
  const std::string two =
      version("from=\"2017-11-22\" to=\"2020-11-02\"", "test#changed", "", "w.country is HK") +
      version("from=\"2020-11-02\"", "test#changed", "", "w.country is HK");
  BOOST_TEST(of({.versions = two}) == "example: no example reaches this version\n");
}

BOOST_AUTO_TEST_CASE(a_when_that_is_always_true_in_the_examples_is_named) {
  BOOST_TEST(of({.when = "w.scheme is p3mi", .require = "w.country is HK"}) ==
             "example: no example makes when false\n");
}

BOOST_AUTO_TEST_CASE(a_boundary_is_named_with_the_change_that_would_show_it) {
  const auto told = of_require("w.departed_on is on or after 2024-05-20");
  BOOST_TEST(says(told,
                  "boundary: no example has \"w.departed_on is on or after 2024-05-20\" "
                  "below the limit"),
             told);
  BOOST_TEST(says(told, "with worker.departed_on=2024-05-19"), told);
}

BOOST_AUTO_TEST_CASE(an_allow_lets_a_warning_stand) {
  const std::string require = "w.country is HK and w.country is TW";
  BOOST_TEST(of({.require = require, .more = allow("lint=\"condition\"")}) == "");
}

BOOST_AUTO_TEST_CASE(an_allow_for_one_piece_lets_the_others_be_told) {
  const auto told = of({.require = "w.country is HK and w.country is TW",
                        .more = allow("lint=\"condition\" part=\"w.country is SG\"")});
  BOOST_TEST(says(told, "condition: "), told);
  BOOST_TEST(says(told, "allow: this <allow> lets nothing stand"), told);
}

BOOST_AUTO_TEST_CASE(an_allow_must_be_of_a_known_kind_and_say_why) {
  mini.add({.more = "<allow lint=\"conditions\"><why lang=\"id\">sebab</why></allow>\n"});
  const auto problems = mini.problems();
  BOOST_TEST_REQUIRE(problems.size() == 2U);
  BOOST_TEST(says(problems[0].text.en, "lint=\"conditions\" is not known"));
  BOOST_TEST(says(problems[1].text.en, "<why> is needed in both languages"));
}

BOOST_AUTO_TEST_CASE(what_was_compared_longest_ago_is_told_with_who_rests_on_it) {
  const auto notes = ruleset::freshness_notes(shipped_rules());
  const auto named = [&](std::string_view piece) {
    return std::ranges::any_of(notes, [&](const Bilingual& n) { return says(n.en, piece); });
  };
  BOOST_TEST(named("Permenaker 4/2023 was last compared on 2025-02-01"));
  BOOST_TEST(named("the table zero_cost was last compared on 2025-08-01"));
  BOOST_TEST(!named("UU 18/2017"));
}

BOOST_AUTO_TEST_SUITE_END()
