// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "tests/language/stage.h"
#include "tests/language/written.h"

namespace periksa::language::test {
BOOST_AUTO_TEST_SUITE(dates)
namespace {

std::string_view outcome(std::string text, const World& world,
                         MonthReading reading = MonthReading::calendar) {
  Setting setting;
  setting.reading = reading;
  return name(Rule(std::move(text), scope_of(Subject::worker)).truth(Stage(world, setting)));
}

BOOST_AUTO_TEST_CASE(every_line_of_dates_txt_holds_under_both_readings) {
  const auto rows = table("dates.txt");
  for (const auto& row : rows) {
    const World world = written_world("worker: born_on=" + row[0]);
    const auto is = [&](const std::string& day) {
      return fmt::format("w.born_on {} {} is {}", row[1], row[2], day);
    };
    BOOST_TEST_CONTEXT(is(row[3])) {
      BOOST_TEST(outcome(is(row[3]), world) == "yes");
      BOOST_TEST(outcome(is(row[4]), world, MonthReading::thirty_days) == "yes");
    }
  }
  BOOST_TEST(rows.size() > 10U);
}

BOOST_AUTO_TEST_CASE(only_months_that_are_not_whole_years_have_two_readings) {
  const Stage stage(written_world("worker: born_on=2024-01-31, term=1 month | 30 days"), {});
  const auto told = [&](std::string text) {
    Reliance reliance;
    Rule(std::move(text), scope_of(Subject::worker)).truth(stage, reliance);
    return reliance.months;
  };
  BOOST_TEST(told("w.born_on plus 1 month is before event"));
  BOOST_TEST(told("w.born_on minus 13 months is before event"));
  BOOST_TEST(told("w.born_on plus w.term is before event"));
  BOOST_TEST(!told("w.born_on plus 1 year is before event"));
  BOOST_TEST(!told("w.born_on plus 24 months is before event"));
  BOOST_TEST(!told("w.born_on plus 30 days is before event"));
}

BOOST_AUTO_TEST_CASE(every_line_of_spans_txt_holds) {
  const auto rows = table("spans.txt");
  for (const auto& row : rows) {
    const World world = written_world(
        fmt::format("permit: valid_on={}; worker: permit=#0, born_on={}", row[1], row[0]));
    const auto is = [&](std::string_view unit, const std::string& number) {
      return outcome(fmt::format("({} from w.born_on to w.permit.valid_on) is {}", unit, number),
                     world);
    };
    BOOST_TEST_CONTEXT(row[0] << " to " << row[1]) {
      BOOST_TEST(is("whole years", row[2]) == "yes");
      BOOST_TEST(is("whole months", row[3]) == "yes");
      BOOST_TEST(is("days", row[4]) == "yes");
    }
  }
  BOOST_TEST(rows.size() > 10U);
}

// Semantics 14: a deposit drawn on 31 January 2023, not restored.
BOOST_AUTO_TEST_CASE(a_month_is_over_when_it_is_over_under_both_readings) {
  const World world = written_world("worker: born_on=2023-01-31");
  const auto late = [&](std::string_view today, MonthReading reading) {
    return outcome(fmt::format("{} is after w.born_on plus 1 month", today), world, reading);
  };
  BOOST_TEST(late("2023-02-28", MonthReading::calendar) == "no");
  BOOST_TEST(late("2023-02-28", MonthReading::thirty_days) == "no");
  BOOST_TEST(late("2023-03-01", MonthReading::calendar) == "yes");
  BOOST_TEST(late("2023-03-01", MonthReading::thirty_days) == "no");
  BOOST_TEST(late("2023-03-03", MonthReading::calendar) == "yes");
  BOOST_TEST(late("2023-03-03", MonthReading::thirty_days) == "yes");
}

// Semantics 3: two papers that both say under 18, and two that do not agree on it.
BOOST_AUTO_TEST_CASE(an_age_is_what_all_papers_allow) {
  const auto adult = [](std::string_view born) {
    return outcome("(whole years from w.born_on to 2024-03-01) is at least 18",
                   written_world(fmt::format("worker: born_on={}", born)));
  };
  BOOST_TEST(adult("2007-01-02 | 2007-06-30") == "no");
  BOOST_TEST(adult("2001-01-02 | 2006-06-30") == "unknown");
  BOOST_TEST(adult("2001-01-02 | 2005-06-30") == "yes");
  BOOST_TEST(adult("2006-03-01..2006-03-31") == "unknown");
  BOOST_TEST(adult("2006-02-01..2006-02-28") == "yes");
  BOOST_TEST(adult("?") == "unknown");
}

BOOST_AUTO_TEST_CASE(papers_that_give_different_periods_give_a_range_of_days) {
  const World world = written_world("worker: born_on=2024-01-31, term=1 month | 60 days");
  BOOST_TEST(outcome("w.born_on plus w.term is on or after 2024-02-29", world) == "yes");
  BOOST_TEST(outcome("w.born_on plus w.term is after 2024-03-31", world) == "no");
  BOOST_TEST(outcome("w.born_on plus w.term is after 2024-03-01", world) == "unknown");
}

BOOST_AUTO_TEST_CASE(days_beyond_the_calendar_are_not_equal_to_one_another) {
  const World world = written_world("worker: born_on=2024-01-31");
  std::string far = "w.born_on";
  for (int i = 0; i < 5; ++i) far += " plus 10000 years";
  BOOST_TEST(outcome(far + " is " + far + " plus 1 day", world) == "unknown");
  BOOST_TEST(outcome(far + " is before 2024-01-01", world) != "yes");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace periksa::language::test
