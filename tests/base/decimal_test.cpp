// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/decimal.h"

#include <array>
#include <boost/test/unit_test.hpp>

using namespace periksa;

BOOST_AUTO_TEST_SUITE(decimal)

BOOST_AUTO_TEST_CASE(a_decimal_is_exact_in_millionths) {
  BOOST_TEST(parse_decimal("8.5")->millionths == 8'500'000);
  BOOST_TEST(parse_decimal("0.000001")->millionths == 1);
  BOOST_TEST(parse_decimal("-3")->millionths == -3'000'000);
  BOOST_TEST(parse_decimal("999999999999.999999")->millionths == 999'999'999'999'999'999);
  BOOST_TEST(parse_decimal("24.63")->millionths + parse_decimal("62.16")->millionths ==
             parse_decimal("86.79")->millionths);
}

BOOST_AUTO_TEST_CASE(anything_else_is_no_decimal) {
  for (const std::string_view text :
       {"", "-", ".", "1.", ".5", "1,5", "1.2.3", "0.0000001", "1000000000000", "+1", " 1", "1 ",
        "1e3", "--1", "0x1", "1.-5"}) {
    BOOST_TEST(!parse_decimal(text), text);
  }
}

BOOST_AUTO_TEST_CASE(the_shortest_form_is_written) {
  for (const std::string_view text : {"7", "3.5", "-0.25", "0", "-12", "0.000001"}) {
    BOOST_TEST(to_string(*parse_decimal(text)) == text);
  }
  BOOST_TEST(to_string(*parse_decimal("3.500")) == "3.5");
}

BOOST_AUTO_TEST_CASE(an_integer_ends_at_ten_to_the_fifteenth) {
  BOOST_TEST(*parse_integer("1000000000000000") == 1'000'000'000'000'000);
  BOOST_TEST(*parse_integer("-1000000000000000") == -1'000'000'000'000'000);
  BOOST_TEST(*parse_integer("007") == 7);
  for (const std::string_view text :
       {"1000000000000001", "99999999999999999999", "", "-", "1.0", "4?", "0000000000000000001"}) {
    BOOST_TEST(!parse_integer(text), text);
  }
}

BOOST_AUTO_TEST_SUITE_END()
