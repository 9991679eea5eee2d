// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include <array>
#include <fstream>
#include <map>

#include "auditor/language/truth.h"
#include "tests/language/stage.h"
#include "tests/language/written.h"

namespace periksa::language::test {
BOOST_AUTO_TEST_SUITE(truths)
namespace {

constexpr std::array kAll{Truth::no, Truth::unknown, Truth::empty, Truth::yes};

/// The lines of the table in docs/rule-language.md §2, cell by cell.
std::vector<std::vector<std::string>> documented() {
  std::ifstream stream(std::string(PERIKSA_SOURCE_DIR) + "/docs/rule-language.md");
  std::vector<std::vector<std::string>> rows;
  bool inside = false;
  for (std::string line; std::getline(stream, line);) {
    if (line.starts_with("| a | b |")) inside = true;
    if (inside && line.empty()) break;
    if (!inside || line.starts_with("| a") || line.starts_with("|-")) continue;
    const auto cells = split(line, "|");
    rows.emplace_back(cells.begin(), cells.end());
  }
  return rows;
}

Truth truth_named(std::string_view word) {
  for (const Truth truth : kAll) {
    if (name(truth) == word) return truth;
  }
  throw std::runtime_error(fmt::format("no truth \"{}\"", word));
}

/// An expression that has this truth with the facts below.
std::string with_truth(Truth truth) {
  switch (truth) {
    case Truth::no:
      return "no is yes";
    case Truth::unknown:
      return "w.trained";
    case Truth::empty:
      return "every v in w.visas has (v.granted)";
    case Truth::yes:
      return "yes";
  }
  return {};
}

BOOST_AUTO_TEST_CASE(and_and_or_are_as_documented_in_both_orders) {
  int pairs = 0;
  for (const auto& row : documented()) {
    const Truth a = truth_named(row.at(1));
    const Truth b = truth_named(row.at(2));
    for (const auto& [left, right] : {std::pair(a, b), std::pair(b, a)}) {
      BOOST_TEST_CONTEXT(name(left) << " with " << name(right)) {
        BOOST_TEST(name(both(left, right)) == row.at(3));
        BOOST_TEST(name(either(left, right)) == row.at(4));
      }
    }
    pairs += a == b ? 1 : 2;
  }
  BOOST_TEST(pairs == 16);
}

BOOST_AUTO_TEST_CASE(not_is_as_documented) {
  int lines = 0;
  for (const auto& row : documented()) {
    if (row.size() < 8 || row.at(6).empty()) continue;
    BOOST_TEST(name(negate(truth_named(row.at(6)))) == row.at(7));
    ++lines;
  }
  BOOST_TEST(lines == 4);
}

BOOST_AUTO_TEST_CASE(rules_of_three_parts_combine_as_the_table_does_in_any_grouping) {
  const Stage stage(written_world("visas complete"), {});
  const Scope scope = scope_of(Subject::worker);
  const auto evaluate = [&](const std::string& text) { return Rule(text, scope).truth(stage); };
  for (const Truth a : kAll) {
    BOOST_TEST(name(evaluate(with_truth(a))) == name(a));
    BOOST_TEST(name(evaluate("not (" + with_truth(a) + ")")) == name(negate(a)));
    for (const Truth b : kAll) {
      for (const Truth c : kAll) {
        const auto text = [&](std::string_view form) {
          return fmt::format(fmt::runtime(form), with_truth(a), with_truth(b), with_truth(c));
        };
        BOOST_TEST(name(evaluate(text("({}) and ({}) and ({})"))) == name(both(both(a, b), c)));
        BOOST_TEST(name(evaluate(text("({}) or ({}) or ({})"))) == name(either(a, either(b, c))));
        BOOST_TEST(name(evaluate(text("({}) or ({}) and ({})"))) == name(either(a, both(b, c))));
        BOOST_TEST(name(evaluate(text("(({}) or ({})) and ({})"))) == name(both(either(a, b), c)));
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace periksa::language::test
