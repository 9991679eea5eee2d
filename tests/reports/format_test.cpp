// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <limits>

#include "auditor/base/date_format.h"
#include "auditor/base/number_format.h"
#include "tests/reports/report_text.h"

using namespace periksa;
using namespace periksa::reports;

BOOST_AUTO_TEST_SUITE(format)
namespace {

std::string formatted(const std::string& kind, const std::string& text, Language language) {
  if (kind == "money") return format_money(text, language);
  if (kind == "integer" || kind == "decimal") return format_decimal(text, language);
  if (kind == "percent") return format_percent(text, language);
  if (kind == "date") return format_date(text, language);
  if (kind == "period") return format_period(text, language);
  const auto dots = text.find(" ..");
  const std::string to = dots + 4 < text.size() ? text.substr(dots + 4) : "";
  return format_window(text.substr(0, dots), to, language);
}

void check(const std::string& table) {
  const auto rows = data_table(table);
  BOOST_TEST(rows.size() > 20U);
  for (const auto& row : rows) {
    BOOST_REQUIRE_EQUAL(row.size(), 4U);
    BOOST_TEST(formatted(row[0], row[1], Language::id) == row[2]);
    BOOST_TEST(formatted(row[0], row[1], Language::en) == row[3]);
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(numbers_are_written_as_in_the_table) {
  check("numbers.txt");
}

BOOST_AUTO_TEST_CASE(dates_are_written_as_in_the_table) {
  check("dates.txt");
}

BOOST_AUTO_TEST_CASE(counts_and_minor_units_reach_their_bounds) {
  BOOST_TEST(format_count(std::numeric_limits<std::uint64_t>::max(), Language::id) ==
             "18.446.744.073.709.551.615");
  BOOST_TEST(format_integer(std::numeric_limits<std::int64_t>::min(), Language::en) ==
             "\u22129,223,372,036,854,775,808");
  BOOST_TEST(format_money(499050, "HKD", Language::id) == "HKD 4.990,50");
  BOOST_TEST(format_money(250000000, "IDR", Language::id) == "Rp2.500.000");
  BOOST_TEST(format_money(5, "rupiah", Language::id) == "5rupiah");
}

BOOST_AUTO_TEST_SUITE_END()
