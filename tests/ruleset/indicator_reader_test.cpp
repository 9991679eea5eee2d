// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "tests/audit/help/filings.h"
#include "tests/ruleset/mini/mini_rules.h"

using namespace periksa;
using namespace periksa::test;

BOOST_AUTO_TEST_SUITE(indicator_reader)
namespace {

const std::string kScreen = R"(<screen id="s" least="2" strong="1" referral="yes" by="worker">
<title lang="id">Judul</title><title lang="en">Title</title>
<say lang="id">{worker} {signs}</say><say lang="en">{signs} {worker}</say>
<body code="mission"><when lang="id">di luar negeri</when><when lang="en">abroad</when></body>
<body code="hospital"/></screen>)";

const std::string kIndicator = R"(<indicator id="s/one" accounts="V" weight="plain" group="g">
<title lang="id">Judul</title><title lang="en">Title</title>
<subject each="worker" as="w"/>
<let name="age" id="usia" en="age" value="whole years from w.born_on to as_of"/>
<sign>age is less than 18</sign>
<question lang="id">Tanya?</question><question lang="en">Ask?</question>
<examples base="clean-worker"><example expect="quiet"/></examples></indicator>)";

MiniRules& with(MiniRules& mini, const std::string& screen, const std::string& indicator) {
  const std::string rows =
      R"(<rows><part id="p" rows="V"><title lang="id">a</title><title lang="en">a</title></part></rows>)";
  return mini.file("law/rows.xml", rows)
      .file("indicators/s/screen.xml", screen)
      .file("indicators/s/one.xml", indicator);
}

/// What is told of the two files, in English.
std::string told(const std::string& screen, const std::string& indicator) {
  MiniRules mini;
  std::string all;
  for (const auto& problem : with(mini, screen, indicator).problems()) {
    BOOST_TEST(!problem.text.id.empty());
    all += problem.text.en + '\n';
  }
  return all;
}

std::string told_of_indicator(std::string_view piece, std::string_view by) {
  return told(kScreen, replaced(kIndicator, piece, by));
}
std::string told_of_screen(std::string_view piece, std::string_view by) {
  return told(replaced(kScreen, piece, by), kIndicator);
}

bool holds(const std::string& text, std::string_view phrase) {
  if (text.find(phrase) != std::string::npos) return true;
  BOOST_TEST_MESSAGE("told: " << text);
  return false;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_screen_and_its_indicator_are_read) {
  MiniRules mini;
  const auto& rules = with(mini, kScreen, kIndicator).load();
  BOOST_REQUIRE_EQUAL(rules.screens().size(), 1U);
  const auto& screen = rules.screens().front();
  BOOST_TEST(screen.least == 2);
  BOOST_TEST((screen.strong == 1));
  BOOST_TEST((screen.referral && screen.by_worker));
  BOOST_REQUIRE_EQUAL(screen.bodies.size(), 2U);
  BOOST_TEST(screen.bodies[0].label.en == "Indonesian mission");
  BOOST_TEST(screen.bodies[0].when.en == "abroad");
  BOOST_TEST(screen.bodies[1].when.en.empty());
  BOOST_TEST(screen.indicators == std::vector<std::size_t>{0}, boost::test_tools::per_element());
  const auto* indicator = rules.find_indicator("s/one");
  BOOST_REQUIRE(indicator != nullptr);
  BOOST_TEST(indicator->group == "g");
  BOOST_TEST(!indicator->strong);
  BOOST_TEST(!indicator->confidential);
  BOOST_TEST(indicator->file == "indicators/s/one.xml");
  BOOST_TEST(rules.find_indicator("s/two") == nullptr);
}

BOOST_AUTO_TEST_CASE(without_a_group_an_indicator_is_its_own) {
  MiniRules mini;
  const auto& rules = with(mini, kScreen, replaced(kIndicator, " group=\"g\"", "")).load();
  BOOST_TEST(rules.indicators().front().group == "s/one");
}

BOOST_AUTO_TEST_CASE(mistakes_of_an_indicator_are_told) {
  BOOST_TEST(holds(told_of_indicator("\"plain\"", "\"heavy\""), "heavy"));
  BOOST_TEST(holds(told_of_indicator("id=\"s/one\"", "id=\"t/one\""), "no screen of that name"));
  BOOST_TEST(holds(told_of_indicator("accounts=\"V\"", "accounts=\"X-9\""), "X-9"));
  BOOST_TEST(holds(told_of_indicator("each=\"worker\"", "each=\"payment\""), "payment"));
  BOOST_TEST(holds(told_of_indicator("<sign>age is less than 18</sign>", ""), "no <sign>"));
  BOOST_TEST(holds(told_of_indicator("age is less than 18", "w.born_on is before as_of"),
                   "\"age\" is not used"));
  BOOST_TEST(holds(told_of_indicator("age is less than 18", "agge is less than 18"), "agge"));
  BOOST_TEST(holds(told_of_indicator("<question lang=\"en\">Ask?</question>", ""), "<question>"));
  BOOST_TEST(holds(told_of_indicator("Title", "Title {age}"), "no {…}"));
  BOOST_TEST(holds(told_of_indicator("expect=\"quiet\"", "expect=\"met\""), "met"));
  BOOST_TEST(holds(told_of_indicator("<subject each=\"worker\" as=\"w\"/>", ""), "no <subject>"));
}

BOOST_AUTO_TEST_CASE(a_table_needs_its_day_as_there_is_no_event) {
  BOOST_TEST(holds(
      told_of_indicator("age is less than 18", "age is less than 18 and event is before as_of"),
      "event"));
}

BOOST_AUTO_TEST_CASE(what_is_sensitive_is_read_in_confidence_only) {
  const std::string violence = "age is less than 18 or some s in w.statements has (s.violence)";
  BOOST_TEST(holds(told_of_indicator("age is less than 18", violence), "sensitive"));
  const std::string cases = "age is less than 18 or some g in w.gbv_cases";
  BOOST_TEST(holds(told_of_indicator("age is less than 18", cases), "sensitive"));
  const auto neutral = replaced(replaced(kIndicator, "age is less than 18", violence),
                                "weight=\"plain\"", "weight=\"plain\" confidential=\"yes\"");
  BOOST_TEST(told(kScreen, neutral).empty());
}

BOOST_AUTO_TEST_CASE(mistakes_of_a_screen_are_told) {
  BOOST_TEST(holds(told_of_screen("least=\"2\"", "least=\"0\""), "least= must be 1"));
  BOOST_TEST(holds(told_of_screen("referral=\"yes\"", "referral=\"maybe\""), "maybe"));
  BOOST_TEST(holds(told_of_screen("\"mission\"", "\"misson\""), "did you mean \"mission\""));
  BOOST_TEST(holds(told_of_screen("{signs} {worker}", "{signs}"), "different placeholders"));
  const auto other =
      replaced(replaced(kScreen, "{worker} {signs}", "{who}"), "{signs} {worker}", "{who}");
  BOOST_TEST(holds(told(other, kIndicator), "{who} is not filled in"));
  BOOST_TEST(holds(told_of_screen("by=\"worker\"", "by=\"indicator\""), "counts nothing"));
  BOOST_TEST(holds(told_of_screen("<when lang=\"en\">abroad</when>", ""), "<when>"));
  BOOST_TEST(holds(told_of_screen("id=\"s\"", "id=\"t\""), "no screen of that name"));
}

BOOST_AUTO_TEST_CASE(an_id_used_twice_is_told) {
  MiniRules mini;
  with(mini, kScreen, kIndicator).file("indicators/s/two.xml", kIndicator);
  const auto problems = mini.problems();
  BOOST_REQUIRE(!problems.empty());
  BOOST_TEST(problems.front().text.en.find("is taken by") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
