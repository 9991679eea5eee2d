// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "auditor/language/parser.h"
#include "tests/language/stage.h"
#include "tests/language/written.h"

namespace periksa::language::test {
BOOST_AUTO_TEST_SUITE(caps)
namespace {

/// What a person is told of an expression, or "".
std::string told(std::string text, const Scope& scope = scope_of(Subject::worker)) {
  auto expression = parse_condition(std::move(text));
  if (!expression) return expression.error().text.en;
  const auto done = check_condition(*expression, scope);
  return done ? "" : done.error().text.en;
}

std::string repeated(std::string_view part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

Let let(std::string name, std::string text) {
  return {std::move(name), {"a", "a"}, parse_operand(std::move(text)).value()};
}

constexpr std::string_view kTooLong = "the expression is too long; split the duty";
constexpr std::string_view kTooLongWithLets =
    "the expression is too long with its lets; split the duty";
constexpr std::string_view kTooDeep = "nested too deeply";
constexpr std::string_view kLoops = "loops are nested more than three deep";

BOOST_AUTO_TEST_CASE(four_hundred_operations_and_no_more) {
  BOOST_TEST(told("w.age is 1" + repeated(" plus 1", 198)) == "");  // 199 ones, 198 sums, w.age, is
  BOOST_TEST(told("w.age is 1 plus 1" + repeated(" plus 1", 198)) == kTooLong);
  BOOST_TEST(told("w.trained" + repeated(" and w.trained", 300)) == kTooLong);
}

BOOST_AUTO_TEST_CASE(lets_count_wherever_they_are_used) {
  Scope scope = scope_of(Subject::worker);
  scope.lets.push_back(let("a0", "w.age plus w.age"));
  for (int i = 1; i < 30; ++i) {
    scope.lets.push_back(let(fmt::format("a{}", i), fmt::format("a{} plus a{}", i - 1, i - 1)));
  }
  BOOST_TEST(told("a3 is 1", scope) == "");
  BOOST_TEST(told("a29 is 1", scope) == kTooLongWithLets);
}

BOOST_AUTO_TEST_CASE(a_let_sees_only_the_lets_before_it) {
  Scope scope = scope_of(Subject::worker);
  scope.lets = {let("a", "b plus 1"), let("b", "b plus 1"), let("c", "a plus c")};
  BOOST_TEST(told("a is 1", scope).starts_with("unknown name \"b\""));
  BOOST_TEST(told("b is 1", scope).starts_with("unknown name \"b\""));
  BOOST_TEST(told("c is 1", scope).starts_with("unknown name \"b\""));
}

BOOST_AUTO_TEST_CASE(nothing_nests_without_end) {
  for (const int depth : {1'000, 100'000}) {
    BOOST_TEST(told(repeated("(", depth) + "w.trained" + repeated(")", depth)) == kTooDeep);
    BOOST_TEST(told(repeated("not ", depth) + "w.trained") == kTooDeep);
    BOOST_TEST(told("w.age is " + repeated("limit x for ", depth) + "1") == kTooDeep);
    BOOST_TEST(told(repeated("listed x for (", depth) + "1") == kTooDeep);
    BOOST_TEST(told(repeated("days from ", depth) + "event") == kTooDeep);
    BOOST_TEST(told(repeated("sum of ", depth) + "1") == kTooDeep);
    BOOST_TEST(told(repeated("every v in w.visas has (", depth) + "yes") == kTooDeep);
    BOOST_TEST(told(repeated("w.age is one of (", depth) + "1") != "");
  }
}

std::string loops(int depth) {
  std::string text;
  for (int i = 0; i < depth; ++i) text += fmt::format("some v{} in w.visas has (", i);
  return text + "w.trained" + repeated(")", depth);
}

BOOST_AUTO_TEST_CASE(loops_nest_three_deep_and_no_more) {
  BOOST_TEST(told(loops(3)) == "");
  BOOST_TEST(told(loops(4)) == kLoops);
  BOOST_TEST(told("(count of a in w.visas where ((count of b in w.visas where ((count of c in "
                  "w.visas where ((count of d in w.visas) is 1)) is 1)) is 1)) is 1") == kLoops);
}

BOOST_AUTO_TEST_CASE(the_loops_of_a_let_count_where_it_is_used) {
  Scope scope = scope_of(Subject::worker);
  scope.lets = {let("two", "(count of a in w.visas where (some b in w.visas has (b is a)))")};
  const auto inside = [&](int depth) {
    std::string text;
    for (int i = 0; i < depth; ++i) text += fmt::format("some v{} in w.visas has (", i);
    return told(text + "two is 1" + repeated(")", depth), scope);
  };
  BOOST_TEST(inside(0) == "");
  BOOST_TEST(inside(1) == "");
  BOOST_TEST(inside(2) == kLoops);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace periksa::language::test
