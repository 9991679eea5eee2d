// SPDX-License-Identifier: Apache-2.0
#include "auditor/sheets/place.h"

#include <boost/test/unit_test.hpp>

using namespace periksa::sheets;

BOOST_AUTO_TEST_SUITE(place)

BOOST_AUTO_TEST_CASE(addresses_read_back_what_is_written) {
  for (const std::uint32_t column : {1U, 26U, 27U, 52U, 53U, 702U, 703U, 16384U}) {
    const auto read = parse_place(cell_name(12, column));
    BOOST_REQUIRE(read);
    BOOST_TEST(read->column == column);
    BOOST_TEST(read->row == 12U);
  }
  BOOST_TEST(cell_name(1'048'576, 16'384) == "XFD1048576");
  BOOST_TEST(parse_place("$C$12")->column == 3U);
}

BOOST_AUTO_TEST_CASE(what_is_no_address_is_told_and_the_endless_saturates) {
  for (const char* text : {"", "C", "12", "C0", "C1x", "1C", "C-1", "é1", "C 1"})
    BOOST_TEST(!parse_place(text), text);
  BOOST_TEST(parse_place("ZZZZZZZZZZZZ99999999999999")->row >= 100'000'000U);
}

BOOST_AUTO_TEST_CASE(areas_go_from_the_first_cell_to_the_last) {
  BOOST_TEST((parse_area("A1:C3") == Area{1, 1, 3, 3}));
  BOOST_TEST((parse_area("B2") == Area{2, 2, 2, 2}));
  for (const char* text : {"", "A1:", ":A1", "C3:A1", "A1:B2:C3"})
    BOOST_TEST(!parse_area(text), text);
}

BOOST_AUTO_TEST_SUITE_END()
