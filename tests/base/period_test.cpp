// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/period.h"

#include <boost/test/unit_test.hpp>

using namespace periksa;

BOOST_AUTO_TEST_SUITE(period)

BOOST_AUTO_TEST_CASE(years_are_months_and_days_are_kept_apart) {
  BOOST_TEST((parse_period("2 years") == Period{.months = 24, .days = 0}));
  BOOST_TEST((parse_period("1 month") == Period{.months = 1, .days = 0}));
  BOOST_TEST((parse_period("30 days") == Period{.months = 0, .days = 30}));
  BOOST_TEST((parse_period("30 days") != parse_period("1 month")));
}

BOOST_AUTO_TEST_CASE(anything_else_is_no_period) {
  for (const std::string_view text :
       {"", "3", "months", "3months", "3  months", "3 weeks", "-3 days", "1.5 years", "3 months ",
        "3 months 2 days", "10001 days", "1000000 years", "3 monthss"}) {
    BOOST_TEST(!parse_period(text), text);
  }
}

BOOST_AUTO_TEST_CASE(a_period_survives_writing_and_reading) {
  for (const std::string_view text : {"3 years", "1 month", "18 months", "30 days", "1 day"}) {
    BOOST_TEST(to_string(*parse_period(text)) == text);
  }
  BOOST_TEST(to_string(*parse_period("24 months")) == "2 years");
}

BOOST_AUTO_TEST_SUITE_END()
