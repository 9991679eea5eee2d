// SPDX-License-Identifier: Apache-2.0
#include "auditor/sheets/number_text.h"

#include <boost/test/unit_test.hpp>
#include <utility>

using namespace periksa::sheets;

BOOST_AUTO_TEST_SUITE(number_text)
namespace {

std::string plain(std::string_view stored) {
  std::string out = "|";
  return append_number(stored, out) ? out.substr(1) : "refused" + out.substr(1);
}

}  // namespace

BOOST_AUTO_TEST_CASE(numbers_are_written_out_exactly) {
  const std::pair<const char*, const char*> table[]{
      {"2500000", "2500000"},
      {"0", "0"},
      {"-0", "0"},
      {"-0.0", "0"},
      {"007", "7"},
      {"8.50", "8.5"},
      {".5", "0.5"},
      {"5.", "5"},
      {"+3", "3"},
      {"-12.75", "-12.75"},
      {"1E3", "1000"},
      {"1e+3", "1000"},
      {"1.2345678E7", "12345678"},
      {"1.2345678E3", "1234.5678"},
      {"2.5E-3", "0.0025"},
      {"1E-20", "0.00000000000000000001"},
      {"1E20", "100000000000000000000"},
      {"0.000100", "0.0001"},
  };
  for (const auto& [stored, written] : table) BOOST_TEST(plain(stored) == written, stored);
}

BOOST_AUTO_TEST_CASE(only_a_fraction_of_more_than_fifteen_digits_is_rounded) {
  const std::pair<const char*, const char*> table[]{
      {"2500000.0000000005", "2500000"},
      {"0.7999999999999999", "0.8"},
      {"0.30000000000000004", "0.3"},
      {"8.4999999999999995E-2", "0.085"},
      {"0.333333333333333", "0.333333333333333"},
      {"0.33333333333333331", "0.333333333333333"},
      {"1234567890.123455", "1234567890.12346"},
      {"99999999999999.95", "100000000000000"},
      {"-0.99999999999999999", "-1"},
      // A number of sixteen digits that names a person is whole, and stays.
      {"3201234567890123", "3201234567890123"},
      {"3.201234567890123E15", "3201234567890123"},
      {"12345678901234567890", "12345678901234567890"},
  };
  for (const auto& [stored, written] : table) BOOST_TEST(plain(stored) == written, stored);
}

BOOST_AUTO_TEST_CASE(what_is_no_number_leaves_the_text_alone) {
  for (const char* text : {"", "-", ".", "e5", "1e", "1e+", "1,5", "1 000", "0x10", "INF", "NaN",
                           "1.2.3", "--1", "1e999", "1e-999", "1-"})
    BOOST_TEST(plain(text) == "refused", text);
  BOOST_TEST(plain(std::string(401, '1')) == "refused");
}

BOOST_AUTO_TEST_SUITE_END()
