// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/csv.h"

#include <boost/test/unit_test.hpp>

using namespace periksa;

BOOST_AUTO_TEST_SUITE(csv)
namespace {

using Cells = std::vector<std::string>;

std::vector<CsvRow> rows(std::string_view text) {
  auto read = read_csv(text, "a.csv");
  BOOST_REQUIRE(read);
  return *read;
}

void refused(std::string_view text, std::uint32_t line) {
  const auto read = read_csv(text, "a.csv");
  BOOST_REQUIRE(!read);
  BOOST_TEST(read.error().size() == 1U);
  BOOST_TEST(read.error()[0].at.file == "a.csv");
  BOOST_TEST(read.error()[0].at.line == line);
}

}  // namespace

BOOST_AUTO_TEST_CASE(values_rows_and_their_lines) {
  const auto read = rows("a,b\n\n c ,\"d, \"\"e\"\"\"\r\n,\n");
  BOOST_REQUIRE(read.size() == 3U);
  BOOST_TEST(read[0].cells == (Cells{"a", "b"}), boost::test_tools::per_element());
  BOOST_TEST(read[1].cells == (Cells{"c", "d, \"e\""}), boost::test_tools::per_element());
  BOOST_TEST(read[2].cells == (Cells{"", ""}), boost::test_tools::per_element());
  BOOST_TEST(read[0].line == 1U);
  BOOST_TEST(read[1].line == 3U);
  BOOST_TEST(read[2].line == 4U);
}

BOOST_AUTO_TEST_CASE(a_quoted_value_may_span_lines_and_the_next_row_knows_its_line) {
  const auto read = rows("\"one\n\ntwo\",x\nlast,y");
  BOOST_REQUIRE(read.size() == 2U);
  BOOST_TEST(read[0].cells[0] == "one\n\ntwo");
  BOOST_TEST(read[0].line == 1U);
  BOOST_TEST(read[1].line == 4U);
  BOOST_TEST(read[1].cells[1] == "y");
}

BOOST_AUTO_TEST_CASE(nothing_is_no_row) {
  BOOST_TEST(rows("").empty());
  BOOST_TEST(rows("\n \r\n").empty());
}

BOOST_AUTO_TEST_CASE(stray_and_open_quotes_are_refused_with_their_line) {
  refused("a,b\nc\"d,e\n", 2);
  refused("a,b\nc,\"d\ne,f\n", 2);
  BOOST_TEST(read_csv("a,b\nc\"d,e\n", "a.csv").error()[0].at.column == 2U);
}

BOOST_AUTO_TEST_CASE(what_is_written_reads_back) {
  for (const std::string value : {"", "plain", "a,b", "say \"so\"", " edge ", "two\nlines", "\""}) {
    const auto read = rows("x," + csv_value(value) + "\n");
    BOOST_REQUIRE(read.size() == 1U);
    BOOST_TEST(read[0].cells[1] == value);
  }
}

BOOST_AUTO_TEST_SUITE_END()
