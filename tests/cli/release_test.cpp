// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "tests/cli/help/desk.h"
#include "tests/ruleset/mini/mini_rules.h"

using namespace periksa::test;

namespace {

constexpr const char* kDuty = "not w.scheme is p3mi or w.born_on is before 2010-01-01";

/// A small rule set that passes its own examples.
Duty small_duty() {
  return {.require = kDuty, .examples = R"(<examples base="clean-worker">
    <example expect="met"/>
    <example expect="breach" set="worker.born_on=2010-01-01"/>
    <example expect="met" set="worker.scheme=trainee" drop="worker.born_on"/>
    <example expect="insufficient" drop="worker.born_on"/>
    <example expect="insufficient" set="worker.born_on=2010-01-01" drop="worker.scheme"/>
    <example expect="insufficient" drop="worker.departed_on"/>
    <example expect="not-in-force" set="worker.departed_on=2017-11-21"/></examples>)"};
}

struct Releasing : Desk {
  MiniRules rules;

  Releasing() {
    rules.add(small_duty()).shipped("examples/clean-worker.xml");
    rules.file("CHANGELOG.md", "# Changes\n\n## 1.0.0 – first\n");
    write("notes.csv", "rule,compared,outcome,note\ntest/1/1,article V,agrees,\n");
  }

  Ran verb(std::vector<std::string> words) const {
    words.insert(words.begin(), {"--rules", rules.path().string(), "rules"});
    return periksa(std::move(words));
  }
  std::string file(const char* name) const { return slurp(rules.path() / name); }
  bool has_file(const char* name) const { return std::filesystem::exists(rules.path() / name); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(release, Releasing)

BOOST_AUTO_TEST_CASE(a_rule_nobody_else_has_read_is_not_released) {
  const auto lacking = verb({"reviews"});
  BOOST_TEST(lacking.code == 1);
  BOOST_TEST(says(lacking.err, "test/1/1: nobody else has read it yet"));
  const auto refused = verb({"release", "1.0.0"});
  BOOST_TEST(refused.code == 1);
  BOOST_TEST(!has_file("released.txt"));
  BOOST_TEST(!has_file("manifest.txt"));
}

BOOST_AUTO_TEST_CASE(read_tested_and_told_it_goes_out_sealed) {
  BOOST_TEST(verb({"review", "notes.csv"}).code == 0);
  BOOST_TEST(verb({"reviews"}).code == 0);
  const auto out = verb({"release", "1.0.0"});
  BOOST_TEST(out.code == 0, out.err);
  BOOST_TEST(file("released.txt") == "1.0.0 test/1/1\n");
  BOOST_TEST(says(file("manifest.txt"), "rule-set periksa 1.0.0\n"));
  const auto again = verb({"release", "1.0.0"});
  BOOST_TEST(again.code == 1);
  BOOST_TEST(says(again.err, "version 1.0.0 is out already"), again.err);
}

BOOST_AUTO_TEST_CASE(a_version_without_a_chapter_is_not_released) {
  BOOST_TEST(verb({"review", "notes.csv"}).code == 0);
  const auto out = verb({"release", "1.1.0"});
  BOOST_TEST(out.code == 1);
  BOOST_TEST(says(out.err, "there is no chapter \"## 1.1.0\""), out.err);
  BOOST_TEST(!has_file("released.txt"));
}

BOOST_AUTO_TEST_CASE(a_lost_id_is_not_released) {
  rules.file("released.txt", "0.9.0 test/0/1\n");
  BOOST_TEST(verb({"review", "notes.csv"}).code == 0);
  const auto out = verb({"release", "1.0.0"});
  BOOST_TEST(out.code == 1);
  BOOST_TEST(says(out.err, "test/0/1 went out with version 0.9.0"), out.err);
  BOOST_TEST(file("released.txt") == "0.9.0 test/0/1\n");
}

BOOST_AUTO_TEST_CASE(a_rule_changed_since_its_reading_is_not_released) {
  BOOST_TEST(verb({"review", "notes.csv"}).code == 0);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(rules.path() / "duties")) {
    if (entry.is_regular_file())
      rules.folder().write(entry.path(), slurp(entry.path()) + "<!-- later -->\n");
  }
  BOOST_TEST(verb({"reviews"}).code == 1);
  BOOST_TEST(verb({"release", "1.0.0"}).code == 1);
  BOOST_TEST(!has_file("released.txt"));
}

BOOST_AUTO_TEST_CASE(notes_on_an_unknown_rule_change_nothing) {
  write("other.csv", "rule,compared,outcome,note\ntest/1/2,article V,agrees,\n");
  const auto out = verb({"review", "other.csv"});
  BOOST_TEST(out.code == 64);
  BOOST_TEST(says(out.err, "test/1/1"), out.err);
  BOOST_TEST(!has_file("reviews.csv"));
}

BOOST_AUTO_TEST_SUITE_END()
