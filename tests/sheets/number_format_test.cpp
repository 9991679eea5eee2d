// SPDX-License-Identifier: Apache-2.0
#include "auditor/sheets/number_format.h"

#include <boost/test/unit_test.hpp>

using namespace periksa::sheets;

BOOST_AUTO_TEST_SUITE(number_format)
namespace {

/// The word of what it shows, of a number with its unit.
std::string told(const NumberFormat& format) {
  switch (format.shows) {
    case Shows::day:
      return "day";
    case Shows::month:
      return "month";
    case Shows::year:
      return "year";
    case Shows::no_year:
      return "no year";
    case Shows::time:
      return "time";
    case Shows::duration:
      return "duration";
    case Shows::number:
      return format.unit.empty() ? "number" : "number " + format.unit;
  }
  return {};
}

}  // namespace

BOOST_AUTO_TEST_CASE(codes_tell_dates_from_numbers) {
  const std::pair<const char*, const char*> table[]{
      {"General", "number"},
      {"GENERAL", "number"},
      {"", "number"},
      {"0.00", "number"},
      {"0.00E+00", "number"},
      {"##0.0E-0", "number"},
      {"@", "number"},
      {"dd/mm/yyyy", "day"},
      {"[$-421]dd mmmm yyyy;@", "day"},
      {"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "day"},
      {"dddd", "day"},
      {"[$-404]e/m/d", "day"},
      {"[$-41E]d mmm bbbb", "day"},
      {"mmm\\ yyyy", "month"},
      {"[$-421]mmmm yyyy;@", "month"},
      {"mm/yy", "month"},
      {"mmm", "month"},
      {"yyyy", "year"},
      {"d\\-mmm", "no year"},
      {"dd/mm", "no year"},
      {"yyyy-mm-dd\\Thh:mm:ss", "day"},
      {"hh:mm", "time"},
      {"mm:ss.0", "time"},
      {"h:mm AM/PM", "time"},
      {"[h]:mm:ss", "duration"},
      {"[mm]:ss", "duration"},
      {"[Red]0", "number"},
      {"[>=100]0;0.0", "number"},
      {"0\" hari\"", "number"},
      {"0\\d", "number"},
      {"0_d", "number"},
      {"0*y", "number"},
      {"0;yyyy", "number"},
      {"\"dd/mm\"0", "number"},
  };
  for (const auto& [code, expected] : table)
    BOOST_TEST(told(read_number_format(code)) == expected, code);
}

BOOST_AUTO_TEST_CASE(a_unit_is_the_currency_that_is_shown) {
  const std::pair<const char*, const char*> table[]{
      {"[$Rp-421]#,##0.00", "number Rp"},
      {"\"Rp\"#,##0", "number Rp"},
      {"\"Rp. \"#,##0", "number Rp."},
      {"_-\"Rp\"* #,##0_-;-\"Rp\"* #,##0_-", "number Rp"},
      {"\\R\\p#,##0", "number Rp"},
      {"[$HK$-C04]#,##0.00", "number HK$"},
      {"[$HKD] #,##0", "number HKD"},
      {"$#,##0", "number $"},
      {"#,##0 \xE2\x82\xAC", "number \xE2\x82\xAC"},
      {"\xC2\xA3#,##0", "number \xC2\xA3"},
      {"#,##0\" SAR\"", "number SAR"},
      {"\"NT$\"#,##0", "number NT$"},
      {"0%", "number %"},
      {"0.0\\%", "number"},
      {"#,##0\" orang\"", "number"},
      {"#,##0\" bulan\"", "number"},
      {"[$-421]#,##0", "number"},
      {"\"\xE2\x80\x93\"0", "number"},
  };
  for (const auto& [code, expected] : table)
    BOOST_TEST(told(read_number_format(code)) == expected, code);
}

BOOST_AUTO_TEST_CASE(built_in_formats_are_known_by_number) {
  for (const std::uint32_t id : {14U, 15U, 22U, 27U, 31U, 36U, 50U, 58U})
    BOOST_TEST(told(built_in_format(id)) == "day", id);
  BOOST_TEST(told(built_in_format(16)) == "no year");
  BOOST_TEST(told(built_in_format(17)) == "month");
  for (const std::uint32_t id : {18U, 21U, 45U, 47U})
    BOOST_TEST(told(built_in_format(id)) == "time");
  BOOST_TEST(told(built_in_format(46)) == "duration");
  BOOST_TEST(told(built_in_format(9)) == "number %");
  for (const std::uint32_t id : {0U, 1U, 5U, 13U, 23U, 37U, 44U, 49U, 59U, 164U})
    BOOST_TEST(told(built_in_format(id)) == "number", id);
}

BOOST_AUTO_TEST_CASE(what_ends_early_is_read_as_far_as_it_goes) {
  for (const char* code : {"\"Rp", "[$Rp", "0\\", "_", "*", "[", "A", "E"})
    BOOST_TEST(told(read_number_format(code)).starts_with("number"), code);
}

BOOST_AUTO_TEST_SUITE_END()
