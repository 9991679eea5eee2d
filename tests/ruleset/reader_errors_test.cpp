// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <boost/test/unit_test.hpp>

#include "tests/audit/help/filings.h"
#include "tests/ruleset/mini/mini_rules.h"

using namespace periksa;
using namespace periksa::test;

BOOST_AUTO_TEST_SUITE(reader_errors)
namespace {

std::string good_rule() {
  return slurp(PERIKSA_SOURCE_DIR "/tests/ruleset/good_rule.xml");
}

Diagnostics problems(const std::string& rule) {
  MiniRules mini;
  mini.file("duties/test/rule.xml", rule);
  return mini.problems();
}

std::string written(const std::string& text) {
  return text == "(nothing)" ? std::string() : text;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string told(const Diagnostics& problems) {
  std::string text;
  for (const auto& problem : problems) {
    text += fmt::format("\n  {}:{} {} / {}", problem.at.line, problem.at.column, problem.text.en,
                        problem.text.id);
  }
  return text;
}

/// Whether one of the problems stands there and says so in both languages.
bool tells(const Diagnostics& problems, const std::vector<std::string>& row) {
  return std::any_of(problems.begin(), problems.end(), [&](const Diagnostic& problem) {
    return fmt::format("{}:{}", problem.at.line, problem.at.column) == row[2] &&
           contains(problem.text.en, row[3]) && contains(problem.text.id, row[4]);
  });
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_good_rule_is_read_without_a_word) {
  const auto found = problems(good_rule());
  BOOST_TEST(found.empty(), told(found));
}

BOOST_AUTO_TEST_CASE(each_mistake_is_told_with_its_place_in_both_languages) {
  const auto rows = table(slurp(PERIKSA_SOURCE_DIR "/tests/ruleset/reader_errors.txt"));
  BOOST_TEST(rows.size() > 50U);
  for (const auto& row : rows) {
    BOOST_TEST_CONTEXT(row.at(0) << " -> " << row.at(1)) {
      BOOST_REQUIRE_EQUAL(row.size(), 5U);
      const auto rule = replaced(good_rule(), row[0], written(row[1]));
      const auto found = problems(rule);
      BOOST_TEST(tells(found, row),
                 "expected " << row[2] << ' ' << row[3] << ", told:" << told(found));
      for (const auto& problem : found) BOOST_TEST(problem.at.file.ends_with("rule.xml"));
    }
  }
}

BOOST_AUTO_TEST_CASE(all_mistakes_of_a_rule_are_told_at_once) {
  std::string rule = replaced(good_rule(), "tier=\"law\"", "tier=\"lawful\"");
  rule = replaced(rule, "<missing fact=\"p.payer\">", "<missing fact=\"p.payr\">");
  rule = replaced(rule, "provision=\"test#worker\"", "provision=\"test#workr\"");
  BOOST_TEST(problems(rule).size() == 3U, told(problems(rule)));
}

BOOST_AUTO_TEST_CASE(broken_xml_is_told_with_its_place) {
  const auto found = problems(replaced(good_rule(), "</evidence>", "</evidense>"));
  BOOST_REQUIRE(!found.empty());
  BOOST_TEST(found.front().at.line == 30U);
}

BOOST_AUTO_TEST_CASE(an_id_taken_twice_is_told_with_the_other_place) {
  MiniRules mini;
  mini.file("duties/test/a.xml", good_rule()).file("duties/test/b.xml", good_rule());
  const auto found = mini.problems();
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  BOOST_TEST(found[0].text.en.find("the id test/1/1 is taken by") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_exception_must_name_a_rule_with_the_same_subject) {
  const auto defeats = [](const std::string& rule, const std::string& subject) {
    MiniRules mini;
    mini.file("duties/test/a.xml", good_rule());
    mini.add({.id = "test/1/2", .subject = subject, .defeats = rule});
    return mini.problems();
  };
  const std::string same = R"(each="payment" as="q" of="x" event="q.paid_on")";
  BOOST_TEST(defeats("test/1/1", same).empty(), told(defeats("test/1/1", same)));
  const std::string worker = R"(each="worker" as="w" event="w.departed_on")";
  for (const auto& found :
       {defeats("test/1/9", same), defeats("test/1/1", worker), defeats("test/1/2", same)}) {
    BOOST_REQUIRE_EQUAL(found.size(), 1U);
    BOOST_TEST(contains(found[0].text.en, "is not a rule with the same subject"));
  }
}

BOOST_AUTO_TEST_CASE(an_exception_may_not_excuse_an_exception) {
  MiniRules mini;
  const std::string subject = R"(each="payment" as="q" of="x" event="q.paid_on")";
  mini.file("duties/test/a.xml", good_rule());
  mini.add({.id = "test/1/2", .subject = subject, .defeats = "test/1/1"});
  mini.add({.id = "test/1/3", .subject = subject, .defeats = "test/1/2"});
  BOOST_REQUIRE_EQUAL(mini.problems().size(), 1U);
  BOOST_TEST(contains(mini.problems()[0].text.en, "\"test/1/2\" is not a rule"));
}

BOOST_AUTO_TEST_CASE(a_standard_may_rest_on_what_does_not_bind_the_agency) {
  MiniRules mini;
  mini.add({.tier = "standard", .cite = "test#worker"});
  BOOST_TEST(mini.problems().empty(), told(mini.problems()));
  MiniRules law;
  law.add({.tier = "decree", .cite = "test#worker"});
  BOOST_REQUIRE_EQUAL(law.problems().size(), 1U);
  BOOST_TEST(contains(law.problems()[0].text.en, "does not bind the agency"));
}

BOOST_AUTO_TEST_CASE(versions_may_overlap_in_uncertain_windows_only) {
  const auto found = [](const std::string& first, const std::string& second) {
    MiniRules mini;
    mini.add(
        {.versions = version(first, "test#V", "", "yes") + version(second, "test#V", "", "yes")});
    return mini.problems();
  };
  const std::string ending = R"(from="2017-11-22" to="2025-10-01" sure-to="2025-08-01")";
  const std::string beginning = R"(from="2025-08-01" sure-from="2025-10-01")";
  BOOST_TEST(found(ending, beginning).empty(), told(found(ending, beginning)));
  BOOST_TEST(found(ending, R"(from="2025-07-31" sure-from="2025-10-01")").size() == 1U);
  BOOST_TEST(found(ending, R"(from="2025-08-01" sure-from="2025-09-30")").size() == 1U);
  BOOST_TEST(found(ending, R"(from="2025-10-01")").empty());
  BOOST_TEST(found(R"(from="2017-11-22" to="2025-10-01")", R"(from="2025-09-30")").size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
