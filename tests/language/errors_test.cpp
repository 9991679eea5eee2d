// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include <optional>

#include "auditor/language/parser.h"
#include "tests/language/stage.h"
#include "tests/language/vocabulary.h"
#include "tests/language/written.h"

namespace periksa::language::test {
BOOST_AUTO_TEST_SUITE(errors)
namespace {

std::optional<Problem> problem_of(std::string text, const Scope& scope) {
  auto expression = parse_condition(std::move(text));
  if (!expression) return expression.error();
  const auto done = check_condition(*expression, scope);
  return done ? std::optional<Problem>() : done.error();
}

Let let(std::string name, std::string text) {
  return {std::move(name), {"a", "a"}, parse_operand(std::move(text)).value()};
}

Scope scope_named(std::string_view name) {
  Scope scope = scope_of(name == "permit" ? Subject::permit : Subject::worker);
  scope.has_event = name != "no event";
  scope.lets = {let("three", "1 plus 2"), let("children_let", "w.children"),
                let("visas_let", "(count of u in w.visas where (u.issued_on is before event))")};
  return scope;
}

/// The expression with brackets around what the problem points at.
std::string marked(const std::string& text, const Problem& problem) {
  return text.substr(0, problem.begin) + "[" +
         text.substr(problem.begin, problem.end - problem.begin) + "]" + text.substr(problem.end);
}

std::string without_marks(std::string text) {
  std::erase_if(text, [](char c) { return c == '[' || c == ']'; });
  return text;
}

BOOST_AUTO_TEST_CASE(every_line_of_errors_txt_is_refused_so) {
  const auto rows = table("errors.txt");
  for (const auto& row : rows) {
    BOOST_TEST_CONTEXT(row[1]) {
      BOOST_TEST_REQUIRE(row.size() == 4U);
      const std::string text = without_marks(row[1]);
      const auto problem = problem_of(text, scope_named(row[0]));
      BOOST_TEST_REQUIRE(problem.has_value());
      BOOST_TEST(marked(text, *problem) == row[1]);
      BOOST_TEST(problem->text.en.find(row[2]) != std::string::npos, problem->text.en);
      BOOST_TEST(problem->text.id.find(row[3]) != std::string::npos, problem->text.id);
    }
  }
  BOOST_TEST(rows.size() > 60U);
}

BOOST_AUTO_TEST_CASE(every_line_of_guards_txt_is_judged_so) {
  const auto rows = table("guards.txt");
  for (const auto& row : rows) {
    BOOST_TEST_CONTEXT(row[2] << " after " << row[1]) {
      BOOST_TEST_REQUIRE(row.size() == 3U);
      Scope scope = scope_named("worker");
      if (!row[1].empty()) {
        auto when = parse_condition(row[1]).value();
        BOOST_TEST_REQUIRE(check_condition(when, scope).has_value());
        scope.asked = asked_by(when);
      }
      const auto problem = problem_of(row[2], scope);
      BOOST_TEST((problem ? "refused" : "accepted") == row[0], (problem ? problem->text.en : ""));
      if (problem) BOOST_TEST(problem->text.en.find("may be stated none") != std::string::npos);
    }
  }
  BOOST_TEST(rows.size() > 50U);
}

BOOST_AUTO_TEST_CASE(a_code_may_be_called_whole) {
  const auto text = "every p in w.payments has (p.payer is whole or p.payer is one of (whole))";
  BOOST_TEST(!problem_of(text, scope_named("worker")).has_value());
}

BOOST_AUTO_TEST_CASE(blanks_and_line_breaks_mean_nothing) {
  for (const char* const text :
       {"w.term is 1\n\t month", "w.term is 1month", "w.age\nis\r\nat least\t3",
        "not(w.trained)and(w.trained)", "w . age is 3", "w.term is 30  days or w.age is 3"}) {
    BOOST_TEST(!problem_of(text, scope_named("worker")).has_value(), text);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace periksa::language::test
