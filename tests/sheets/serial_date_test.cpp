// SPDX-License-Identifier: Apache-2.0
#include "auditor/sheets/serial_date.h"

#include <boost/test/unit_test.hpp>
#include <tuple>

using namespace periksa::sheets;

BOOST_AUTO_TEST_SUITE(serial_date)
namespace {

std::string written(std::string_view serial, Shows shows = Shows::day,
                    DateSystem system = DateSystem::from_1900) {
  std::string out;
  return append_date(serial, shows, system, out) ? out : "none" + out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(days_of_1900_leap_over_the_29_february_that_never_was) {
  const std::pair<const char*, const char*> table[]{
      {"1", "1900-01-01"},     {"59", "1900-02-28"},
      {"60", "none"},          {"60.5", "none"},
      {"61", "1900-03-01"},    {"36526", "2000-01-01"},
      {"45363", "2024-03-12"}, {"2958465", "9999-12-31"},
      {"2958466", "none"},     {"0", "none"},
      {"-1", "none"},          {"1e300", "none"},
      {"x", "none"},
  };
  for (const auto& [serial, day] : table) BOOST_TEST(written(serial) == day, serial);
}

BOOST_AUTO_TEST_CASE(days_of_1904_begin_with_zero) {
  BOOST_TEST(written("0", Shows::day, DateSystem::from_1904) == "1904-01-01");
  BOOST_TEST(written("60", Shows::day, DateSystem::from_1904) == "1904-03-01");
  BOOST_TEST(written("43901", Shows::day, DateSystem::from_1904) == "2024-03-12");
}

BOOST_AUTO_TEST_CASE(a_time_of_day_is_rounded_to_seconds) {
  BOOST_TEST(written("45363.354166666664") == "2024-03-12T08:30:00");
  BOOST_TEST(written("45363.999999") == "2024-03-13");
  BOOST_TEST(written("45363.99998") == "2024-03-12T23:59:58");
}

BOOST_AUTO_TEST_CASE(clocks_and_durations_have_no_day) {
  BOOST_TEST(written("0.354166666666667", Shows::time) == "08:30:00");
  BOOST_TEST(written("0", Shows::time) == "00:00:00");
  BOOST_TEST(written("45363.5", Shows::time) == "2024-03-12T12:00:00");
  BOOST_TEST(written("1.5", Shows::duration) == "36:00:00");
}

BOOST_AUTO_TEST_CASE(a_day_is_known_no_better_than_it_is_shown) {
  BOOST_TEST(written("45352", Shows::month) == "2024-03");
  BOOST_TEST(written("45352.5", Shows::month) == "2024-03");
  BOOST_TEST(written("45352", Shows::year) == "2024");
  BOOST_TEST(written("45363", Shows::no_year) == "--03-12");
  BOOST_TEST(written("60", Shows::month) == "none");
}

BOOST_AUTO_TEST_CASE(iso_dates_come_in_several_coats) {
  BOOST_TEST(*iso_date("2024-03-12") == "2024-03-12");
  BOOST_TEST(*iso_date("2024-03-12T00:00:00") == "2024-03-12");
  BOOST_TEST(*iso_date("2024-03-12T08:30:00.500Z") == "2024-03-12T08:30:00");
  BOOST_TEST(*iso_date("1899-12-30") == "1899-12-30");
  for (const char* text :
       {"", "2024", "2024-02-30", "2024-13-01", "2024-03-12T", "2024-03-12 08:30",
        "2024-03-12T24:00:00", "2024-03-12T08:30", "12/03/2024", "2024-03-12x"})
    BOOST_TEST(!iso_date(text), text);
}

BOOST_AUTO_TEST_CASE(iso_durations_are_clocks) {
  BOOST_TEST(*iso_duration("PT08H30M00S") == "08:30:00");
  BOOST_TEST(*iso_duration("PT36H00M00S") == "36:00:00");
  BOOST_TEST(*iso_duration("PT1M") == "00:01:00");
  BOOST_TEST(*iso_duration("PT00H00M01.5S") == "00:00:01");
  for (const char* text : {"", "P1D", "PT", "PTxH", "PT1H2", "-PT1H", "PT-1H", "PT1.5H"})
    BOOST_TEST(!iso_duration(text), text);
}

BOOST_AUTO_TEST_SUITE_END()
