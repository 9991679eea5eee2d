// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/date.h"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <sstream>

using namespace periksa;

BOOST_AUTO_TEST_SUITE(date)
namespace {

struct Case {
  std::string line;
  std::string kind;
  std::string a;
  std::string b;
  std::string c;
};

std::vector<Case> cases_of(std::string_view kind) {
  std::ifstream file(PERIKSA_SOURCE_DIR "/tests/base/dates.txt");
  std::vector<Case> cases;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    Case one;
    one.line = line;
    std::istringstream(line) >> one.kind >> one.a >> one.b >> one.c;
    if (one.kind == kind) cases.push_back(one);
  }
  BOOST_REQUIRE(!cases.empty());
  return cases;
}

Date day(const std::string& text) {
  const auto date = parse_iso_date(text);
  BOOST_REQUIRE_MESSAGE(date, text);
  return *date;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_day_exists_only_if_the_calendar_has_it) {
  for (const auto& one : cases_of("exists")) {
    BOOST_TEST(parse_iso_date(one.a).has_value() == (one.b == "yes"), one.line);
  }
}

BOOST_AUTO_TEST_CASE(whole_years_follow_the_declared_rule_for_29_february) {
  for (const auto& one : cases_of("years")) {
    BOOST_TEST(whole_years(day(one.a), day(one.b)) == std::stoi(one.c), one.line);
  }
}

BOOST_AUTO_TEST_CASE(whole_months_end_on_the_same_number_or_the_last_day) {
  for (const auto& one : cases_of("months")) {
    BOOST_TEST(whole_months(day(one.a), day(one.b)) == std::stoi(one.c), one.line);
  }
}

BOOST_AUTO_TEST_CASE(adding_months_ends_on_the_same_number_or_the_last_day) {
  for (const auto& one : cases_of("plus")) {
    BOOST_TEST(to_iso(day(one.a).plus_months(std::stoi(one.b))) == one.c, one.line);
  }
}

BOOST_AUTO_TEST_CASE(a_month_is_the_range_of_its_days) {
  for (const auto& one : cases_of("month")) {
    const auto range = parse_iso_month(one.a);
    BOOST_TEST(range.has_value() == (one.b != "none"), one.line);
    if (range) BOOST_TEST(to_iso(range->first) + to_iso(range->last) == one.b + one.c, one.line);
  }
}

BOOST_AUTO_TEST_CASE(every_day_of_the_range_survives_writing_and_reading) {
  const Date last = *Date::of(2199, 12, 31);
  for (Date one = *Date::of(1900, 1, 1); one <= last; one = one.plus_days(1)) {
    if (parse_iso_date(to_iso(one)) != one) BOOST_ERROR(to_iso(one));
  }
}

BOOST_AUTO_TEST_CASE(adding_whole_months_never_passes_the_end) {
  const Date from = *Date::of(2023, 12, 1);
  for (int a = 0; a < 120; ++a) {
    for (int b = 0; b < 900; ++b) {
      const Date start = from.plus_days(a);
      const Date end = start.plus_days(b);
      const auto months = whole_months(start, end);
      if (start.plus_months(months) > end || start.plus_months(months + 1) <= end) {
        BOOST_ERROR(to_iso(start) + " " + to_iso(end));
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
