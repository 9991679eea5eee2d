// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "auditor/language/parser.h"
#include "tests/language/stage.h"
#include "tests/language/vocabulary.h"
#include "tests/language/written.h"

namespace periksa::language::test {
BOOST_AUTO_TEST_SUITE(references)
namespace {

std::string_view outcome(std::string text, std::string_view facts) {
  return name(
      Rule(std::move(text), scope_of(Subject::worker)).truth(Stage(written_world(facts), {})));
}

Let let(std::string name, std::string text) {
  return {std::move(name), {"a", "a"}, parse_operand(std::move(text)).value()};
}

BOOST_AUTO_TEST_CASE(a_path_leads_to_the_record_that_was_filed) {
  BOOST_TEST(outcome("w.permit.open", "permit: open=no; permit: open=yes; worker: permit=#1") ==
             "yes");
  BOOST_TEST(outcome("w.permit.quota is at most 4", "permit:; worker: permit=#0") == "yes");
}

BOOST_AUTO_TEST_CASE(what_was_not_filed_or_is_not_known_leads_to_facts_not_supplied) {
  for (const char* const permit : {"#x", "?", "absent", "unreadable", "#0 | #1"}) {
    const auto facts = fmt::format("permit: open=yes; permit: open=yes; worker: permit={}", permit);
    BOOST_TEST_CONTEXT(permit) {
      BOOST_TEST(outcome("w.permit.open", facts) == "unknown");
      BOOST_TEST(outcome("w.permit.quota is at most 4", facts) == "yes");
      BOOST_TEST(outcome("w.permit.parent is stated none", facts) == "unknown");
    }
  }
}

BOOST_AUTO_TEST_CASE(records_are_told_apart_and_what_was_not_filed_is_none_of_them) {
  const auto one = [](std::string_view permit) {
    return outcome("some p in filing.permits has (p is w.permit)",
                   fmt::format("permit:; permit:; permits complete; worker: permit={}", permit));
  };
  BOOST_TEST(one("#1") == "yes");
  BOOST_TEST(one("#0 | #1") == "unknown");
  BOOST_TEST(one("#x") == "no");
  BOOST_TEST(one("?") == "unknown");
  BOOST_TEST(outcome("w.permit is w.permit", "permit:; worker: permit=#x") == "unknown");
}

BOOST_AUTO_TEST_CASE(a_lets_loop_leaves_the_loop_around_it_alone) {
  Scope scope = scope_of(Subject::worker);
  scope.lets = {let("visas", "(count of v in w.visas where (v.granted))")};
  const World world = written_world(
      "payment: items=1; payment: items=1; payments complete;"
      "visa: granted=yes; visa: granted=no; visas complete");
  const auto told = [&](std::string text) {
    return name(Rule(std::move(text), scope).truth(Stage(world, {})));
  };
  BOOST_TEST(told("every p in w.payments has (visas is 1 and p.items is visas)") == "yes");
  BOOST_TEST(told("every v in w.payments has (v.items is visas and v.items is 1)") == "yes");
  BOOST_TEST(told("(sum of (visas plus p.items) for p in w.payments) is 4") == "yes");
}

BOOST_AUTO_TEST_CASE(the_event_may_be_any_of_several_days) {
  Setting setting;
  setting.event = Operand::range(day("2024-02-01").days(), day("2024-02-29").days());
  const Stage stage(written_world(""), setting);
  const auto told = [&](std::string text) {
    return name(Rule(std::move(text), scope_of(Subject::worker)).truth(stage));
  };
  BOOST_TEST(told("event is before 2024-03-01") == "yes");
  BOOST_TEST(told("event is before 2024-02-15") == "unknown");
  BOOST_TEST(told("limit least_age is at least 1") == "yes");
  BOOST_TEST(told("limit least_age is at least 2") == "unknown");
  BOOST_TEST(told("limit least_age on 2024-03-20 is 2") == "yes");
}

BOOST_AUTO_TEST_CASE(a_table_answers_where_it_is_complete) {
  const auto listed = [](std::string_view keys, std::string_view day) {
    return outcome(fmt::format("listed closed for {} on {}", keys, day),
                   "worker: origin=SA | HK, age=1..2");
  };
  BOOST_TEST(listed("SA, 1", "2024-02-01") == "yes");
  BOOST_TEST(listed("SA, 3", "2024-02-01") == "no");
  BOOST_TEST(listed("SA, w.age", "2024-02-01") == "yes");
  BOOST_TEST(listed("HK, 1", "2024-02-01") == "no");
  BOOST_TEST(listed("w.permit.country, 1", "2024-02-01") == "unknown");
  BOOST_TEST(listed("w.permit.country, 1", "2024-03-20") == "yes");
  BOOST_TEST(listed("SA, 3", "2025-02-01") == "unknown");
}

BOOST_AUTO_TEST_CASE(limits_of_different_currencies_keep_them) {
  constexpr std::string_view limit = "(limit most_fee for w.permit.country on 2024-02-01)";
  BOOST_TEST(outcome(fmt::format("{} is more than IDR 0", limit), "") == "yes");
  BOOST_TEST(outcome(fmt::format("{} plus IDR 1 is more than IDR 1", limit), "") == "unknown");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace periksa::language::test
