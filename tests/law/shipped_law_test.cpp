// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <sstream>

#include "auditor/base/decimal.h"
#include "auditor/base/money.h"
#include "auditor/law/limit_values.h"
#include "auditor/law/lint.h"
#include "tests/law/small_law.h"

// The files of rules/ as they are shipped.
namespace periksa::law {
BOOST_AUTO_TEST_SUITE(shipped_law)
namespace {

using test::day;

struct Shipped {
  facts::Vocabulary vocabulary;
  Register law;
  Limits limits;
};

Shipped shipped() {
  const std::filesystem::path rules = std::filesystem::path(PERIKSA_SOURCE_DIR) / "rules";
  auto vocabulary = test::must(facts::Vocabulary::load(rules));
  auto law = test::must(Register::load(rules));
  auto limits = test::must(Limits::load(rules, vocabulary, law));
  return {std::move(vocabulary), std::move(law), std::move(limits)};
}

/// The cells of a line, without the blanks around them.
std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> found;
  std::istringstream in(line + "|");
  for (std::string cell; std::getline(in, cell, '|');) {
    const auto first = cell.find_first_not_of(' ');
    const auto last = cell.find_last_not_of(' ');
    found.push_back(first == std::string::npos ? "" : cell.substr(first, last - first + 1));
  }
  return found;
}

std::vector<std::vector<std::string>> hard_facts() {
  std::ifstream in(PERIKSA_SOURCE_DIR "/tests/law/hard_facts.txt");
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    rows.push_back(cells(line));
    BOOST_TEST_REQUIRE(rows.back().size() == 7U, line);
  }
  return rows;
}

Found ask(const Shipped& rules, const Limit& limit, const std::string& keys, Date date) {
  std::vector<KeySet> sets;
  std::istringstream in(keys);
  for (std::string word; in >> word;) {
    const auto& key = limit.keys.at(sets.size());
    const auto value = parse_limit_value(word, key.type, key.target, rules.vocabulary);
    BOOST_TEST_REQUIRE(value.has_value(), word);
    sets.push_back({.low = value->value, .high = value->value});
  }
  BOOST_TEST_REQUIRE(sets.size() == limit.keys.size());
  return look_up(limit, sets, {.low = date.days(), .high = date.days()});
}

std::string_view answer_word(Found::Answer answer) {
  switch (answer) {
    case Found::Answer::rows:
      return "rows";
    case Found::Answer::no_row:
      return "no_row";
    case Found::Answer::depends:
      return "depends";
    case Found::Answer::unknown:
      break;
  }
  return "unknown";
}

BOOST_AUTO_TEST_CASE(it_loads_and_lint_has_nothing_to_say) {
  const auto rules = shipped();
  BOOST_TEST(rules.law.provisions().size() > 400U);
  BOOST_TEST(test::told(lint(rules.law)) == "");
  BOOST_TEST(test::told(lint(rules.limits, rules.law)) == "");
}

BOOST_AUTO_TEST_CASE(the_limits_say_the_hard_facts) {
  const auto rules = shipped();
  for (const auto& row : hard_facts()) {
    BOOST_TEST_CONTEXT(row[0] << " " << row[1] << " " << row[2]) {
      const auto index = rules.limits.find(row[0]);
      BOOST_TEST_REQUIRE(index.has_value());
      const auto& limit = rules.limits.at(*index);
      const auto found = ask(rules, limit, row[1], day(row[2]));
      BOOST_TEST(answer_word(found.answer) == row[3]);
      BOOST_TEST(to_string(found.grade) == row[5]);
      BOOST_TEST(found.uncertain == row[6].contains('U'));
      BOOST_TEST(found.stale == row[6].contains('S'));
      if (row[4].empty()) continue;
      const auto value =
          parse_limit_value(row[4], limit.type, limit.target, rules.vocabulary).value();
      BOOST_TEST_REQUIRE(found.rows.size() == 1U);
      BOOST_TEST(found.rows.front()->value == value.value);
      BOOST_TEST(found.rows.front()->unit == value.unit);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_licence_article_changed_on_2_november_2020) {
  const auto rules = shipped();
  const auto* const provision = rules.law.find("uu-18-2017#51.1");
  BOOST_TEST_REQUIRE(provision != nullptr);
  BOOST_TEST(provision->on(day("2017-11-21"), day("2017-11-21")).empty());
  const auto before = provision->on(day("2020-11-01"), day("2020-11-01"));
  const auto after = provision->on(day("2020-11-02"), day("2020-11-02"));
  BOOST_TEST_REQUIRE(before.size() == 1U);
  BOOST_TEST_REQUIRE(after.size() == 1U);
  BOOST_TEST(before[0] != after[0]);
  BOOST_TEST(after[0]->amended_by == "uu-11-2020#84.2");
  BOOST_TEST(provision->on(day("2020-10-30"), day("2020-11-05")).size() == 2U);
}

BOOST_AUTO_TEST_CASE(article_5_binds_the_worker_and_article_66_the_agency) {
  const auto rules = shipped();
  BOOST_TEST(!rules.law.find("uu-18-2017#5.a")->versions[0].binds_agency());
  BOOST_TEST(rules.law.find("uu-18-2017#66")->versions[0].binds_agency());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace periksa::law
