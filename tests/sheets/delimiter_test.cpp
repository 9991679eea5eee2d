// SPDX-License-Identifier: Apache-2.0
#include "auditor/sheets/delimiter.h"

#include <boost/test/unit_test.hpp>
#include <string>

using namespace periksa::sheets;

BOOST_AUTO_TEST_SUITE(delimiter)

BOOST_AUTO_TEST_CASE(it_is_told_from_the_first_records_outside_quotes) {
  const std::pair<const char*, char> table[]{
      {"a,b\n1,2\n", ','},
      {"a;b\n1;2\n", ';'},
      {"a\tb\n1\t2\n", '\t'},
      // Decimal commas and addresses do not outweigh the header.
      {"Nama;Alamat\nSiti;Jl. Contoh 1, RT 2, RW 3, Kota\n", ';'},
      {"Nama;Gaji;Potongan\nSiti;8,5;0,1\n", ';'},
      // A title with a comma above the table.
      {"Daftar pekerja, Januari\nNama;NIK;Gaji\nSiti;1;2\n", ';'},
      {"\"a,b,c\";d\n\"e,f,g\";h\n", ';'},
      {"\n\n  \na,b\nc,d\n", ','},
      {"a,b", ','},
      {"\"a\nb,c,d\";e\nf;g\n", ';'},
      {"a", '\0'},
      {"", '\0'},
      {"a,b;c\nd,e;f\n", '\0'},
      {"sep=;\na,b\n", ';'},
      {"sep=\t\r\na,b\n", '\t'},
      {"sep=;", ';'},
      {"sep=;;\na,b\nc,d\n", ','},
  };
  for (const auto& [text, expected] : table)
    BOOST_TEST(find_delimiter(text).character == expected, text);
}

BOOST_AUTO_TEST_CASE(a_sep_line_is_skipped_with_its_end) {
  BOOST_TEST(find_delimiter("sep=;\nx").behind == 6U);
  BOOST_TEST(find_delimiter("sep=;\r\nx").behind == 7U);
  BOOST_TEST(find_delimiter("sep=;").behind == 5U);
  BOOST_TEST(find_delimiter("x;y").behind == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
