// SPDX-License-Identifier: Apache-2.0
// Files that spreadsheet programs saved (fixtures/workbooks): the same table in each.
#include <boost/test/unit_test.hpp>

#include "auditor/base/sha256.h"
#include "tests/ruleset/mini/temp_folder.h"
#include "tests/sheets/made_book.h"
#include "tests/sheets/seen.h"

using namespace periksa;
using namespace periksa::test;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(workbook_fixtures)
namespace {

const fs::path kFolder = PERIKSA_SOURCE_DIR "/fixtures/workbooks";

std::string table() {
  return slurp(kFolder / "expected.txt");
}

/// Programs differ in what they store as a formula and in the file's name.
std::string alike(std::string text, const std::string& file) {
  text = replaced(std::move(text), "(" + file + ")", "(FILE)");
  for (auto at = text.find(" formula\n"); at != text.npos; at = text.find(" formula\n"))
    text.erase(at, 8);
  return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_program_saved_the_same_cells) {
  for (const std::string file :
       {"openpyxl.xlsx", "libreoffice.xlsx", "xlsxwriter-inline-strings.xlsx", "streamed.xlsx"})
    BOOST_TEST(alike(seen_in(kFolder / file), file) == table(), file);
}

BOOST_AUTO_TEST_CASE(an_ods_differs_in_units_and_truth_only) {
  auto expected = replaced(table(), " HK$\n", " HKD\n");
  expected = replaced(std::move(expected), " Rp\n", "\n");  // a literal of the format, no currency
  expected = replaced(std::move(expected), "boolean true", "number 1");
  expected = replaced(std::move(expected), "boolean false", "number 0");
  BOOST_TEST(alike(seen_in(kFolder / "libreoffice.ods"), "libreoffice.ods") == expected);
}

BOOST_AUTO_TEST_CASE(a_csv_is_text_as_it_was_shown) {
  const auto text = seen_in(kFolder / "libreoffice.csv");
  BOOST_TEST(text.starts_with("== libreoffice (libreoffice.csv)\nA1 text Daftar"));
  BOOST_TEST(text.contains("B3 text 05/04/2001\nC3 text Rp2,500,000.00\n"));
  BOOST_TEST(text.contains("H3 text baris satu\\nbaris dua\nA4 text Dewi Contoh\n"));
  BOOST_TEST(text.contains("A8 text Joko Andai\n"));
}

BOOST_AUTO_TEST_CASE(formulas_are_told_and_one_without_a_value_is_refused) {
  BOOST_TEST(seen_in(kFolder / "libreoffice.xlsx").contains("G3 number 5000000 formula\n"));
  BOOST_TEST(seen_in(kFolder / "libreoffice.ods").contains("G3 number 5000000 formula\n"));
  const auto told = seen_in(kFolder / "openpyxl-formula-without-value.xlsx");
  BOOST_TEST(told.starts_with("refused:"));
  BOOST_TEST(told.contains("Pekerja!G3: error: the formula in this cell has no result"));
}

BOOST_AUTO_TEST_CASE(the_hash_is_that_of_the_file) {
  for (const std::string file : {"libreoffice.xlsx", "libreoffice.ods", "libreoffice.csv"}) {
    Seen seen;
    const auto read = sheets::read_workbook(kFolder / file, {}, seen);
    BOOST_REQUIRE(read);
    BOOST_REQUIRE(read->size() == 1U);
    BOOST_TEST(read->front().file == file);
    BOOST_TEST(read->front().sha256 == sha256_hex(slurp(kFolder / file)));
  }
}

BOOST_AUTO_TEST_SUITE_END()
