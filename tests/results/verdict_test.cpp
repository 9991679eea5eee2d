// SPDX-License-Identifier: Apache-2.0
#include "auditor/results/verdict.h"

#include <array>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using periksa::results::aggregate;
using periksa::results::kVerdicts;
using periksa::results::parse_verdict;
using periksa::results::Verdict;

BOOST_AUTO_TEST_SUITE(verdict)
namespace {

std::array<Verdict, kVerdicts> all() {
  std::array<Verdict, kVerdicts> list{};
  for (std::size_t i = 0; i < kVerdicts; ++i) list[i] = static_cast<Verdict>(i);
  return list;
}

Verdict of(Verdict a, Verdict b) {
  return aggregate(std::array{a, b});
}

/// The cells of a Markdown table row, without blanks and asterisks.
std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> out;
  std::stringstream row(line.substr(1));
  for (std::string cell; std::getline(row, cell, '|');) {
    std::erase_if(cell, [](char c) { return c == ' ' || c == '*' || c == '`'; });
    if (!cell.empty()) out.push_back(cell);
  }
  return out;
}

std::vector<std::vector<std::string>> rows(const std::string& first_cell, std::size_t width) {
  std::ifstream page(PERIKSA_SOURCE_DIR "/docs/verdicts.md");
  std::vector<std::vector<std::string>> out;
  bool inside = false;
  for (std::string line; std::getline(page, line);) {
    const bool row = line.starts_with("| ");
    if (row && line.starts_with(first_cell)) inside = true;
    if (!row && !line.starts_with("|--")) inside = false;
    if (inside && row && cells(line).size() == width) out.push_back(cells(line));
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_word_reads_back_and_has_words_for_people) {
  for (const Verdict v : all()) {
    BOOST_TEST((parse_verdict(to_string(v)) == v));
    BOOST_TEST(!wording(v).id.empty());
    BOOST_TEST(!wording(v).en.empty());
  }
  BOOST_TEST(!parse_verdict("compliant"));
  BOOST_TEST(!parse_verdict(""));
}

BOOST_AUTO_TEST_CASE(a_group_does_not_depend_on_order_grouping_or_repetition) {
  for (const Verdict a : all()) {
    BOOST_TEST((of(a, a) == a));
    BOOST_TEST((aggregate(std::array{a}) == a));
    BOOST_TEST((of(a, Verdict::not_in_force) == a));
    for (const Verdict b : all()) {
      BOOST_TEST((of(a, b) == of(b, a)));
      for (const Verdict c : all()) {
        BOOST_TEST((of(of(a, b), c) == of(a, of(b, c))));
        BOOST_TEST((aggregate(std::array{a, b, c}) == of(of(a, b), c)));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(an_open_member_is_never_hidden_by_a_met_one) {
  BOOST_TEST((of(Verdict::met, Verdict::insufficient) == Verdict::insufficient));
  BOOST_TEST((of(Verdict::excused, Verdict::suspected) == Verdict::suspected));
  BOOST_TEST((of(Verdict::breach, Verdict::engine_error) == Verdict::engine_error));
}

BOOST_AUTO_TEST_CASE(an_empty_group_says_nothing) {
  BOOST_TEST((aggregate({}) == Verdict::not_in_force));
}

BOOST_AUTO_TEST_CASE(the_published_table_of_pairs_is_the_code) {
  const auto table = rows("| of two", kVerdicts + 1);
  BOOST_REQUIRE_EQUAL(table.size(), kVerdicts + 1);
  for (std::size_t row = 1; row < table.size(); ++row) {
    for (std::size_t column = 1; column < table[row].size(); ++column) {
      const auto a = parse_verdict(table[row][0]);
      const auto b = parse_verdict(table[0][column]);
      BOOST_REQUIRE((a && b));
      BOOST_TEST(table[row][column] == to_string(of(*a, *b)));
    }
  }
}

BOOST_AUTO_TEST_CASE(the_published_words_are_the_code) {
  const auto table = rows("| word", 4);
  BOOST_REQUIRE_EQUAL(table.size(), kVerdicts + 1);
  for (std::size_t i = 0; i < kVerdicts; ++i) {
    const auto v = static_cast<Verdict>(i);
    std::string id = wording(v).id;
    std::string en = wording(v).en;
    std::erase(id, ' ');
    std::erase(en, ' ');
    BOOST_TEST(table[i + 1][0] == to_string(v));
    BOOST_TEST(table[i + 1][1] == id);
    BOOST_TEST(table[i + 1][2] == en);
  }
}

BOOST_AUTO_TEST_SUITE_END()
