// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "tests/ruleset/mini/temp_folder.h"
#include "tests/sheets/made_book.h"
#include "tests/sheets/seen.h"

using namespace periksa;
using namespace periksa::test;
using sheets::Form;

namespace {

const std::string kXlsx = MadeXlsx{.rows = "<row><c><v>1</v></c></row>"}.bytes();

std::optional<Form> form(std::string_view bytes) {
  const TempFolder folder;
  return sheets::form_of(folder.write("misleading.pdf", bytes));
}

/// Refused, and no form.
void no_workbook(std::string_view bytes, std::string_view words) {
  BOOST_TEST(!form(bytes).has_value());
  refused(bytes, words);
}

std::string with_content_type(std::string_view type) {
  auto parts = MadeXlsx{}.parts();
  parts[0].second =
      replaced(parts[0].second,
               "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", type);
  return zipped(parts);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(workbook_form)

BOOST_AUTO_TEST_CASE(the_content_tells_the_form_whatever_the_name_says) {
  BOOST_TEST((form(kXlsx) == Form::xlsx));
  BOOST_TEST((form(MadeOds{}.bytes()) == Form::ods));
  BOOST_TEST((form("a,b\n1,2\n") == Form::csv));
  BOOST_TEST((form("\xEF\xBB\xBF"
                   "a;b") == Form::csv));
}

BOOST_AUTO_TEST_CASE(macros_and_templates_are_workbooks_too) {
  for (const char* type : {"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
                           "application/vnd.openxmlformats-officedocument.spreadsheetml.template."
                           "main+xml"})
    BOOST_TEST((form(with_content_type(type)) == Form::xlsx));
}

BOOST_AUTO_TEST_CASE(what_is_no_workbook_is_told) {
  no_workbook("", "is empty");
  no_workbook("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "protected by a password or of the old format");
  no_workbook("%PDF-1.7\n", "no workbook (PDF)");
  no_workbook(std::string("\x7F"
                          "ELF\0\0\0",
                          7),
              "is no workbook;");
  no_workbook("<?xml version=\"1.0\"?><filing/>", "holds XML or HTML");
  no_workbook("\xEF\xBB\xBF  <html>", "holds XML or HTML");
  no_workbook(zipped({{"a.txt", "a"}}), "no workbook (ZIP)");
  no_workbook(with_content_type("application/vnd.ms-excel.sheet.binary.macroEnabled.main"),
              "(.xlsb) cannot be read");
  no_workbook(with_content_type("application/vnd.openxmlformats-officedocument.wordprocessingml."
                                "document.main+xml"),
              "no workbook (Word)");
  no_workbook(
      zipped(with(MadeOds{}.parts(), "mimetype", "application/vnd.oasis.opendocument.text")),
      "no workbook (OpenDocument)");
}

BOOST_AUTO_TEST_CASE(a_zip_that_is_cut_or_damaged) {
  for (const std::size_t length : {std::size_t{30}, kXlsx.size() / 2, kXlsx.size() - 1})
    no_workbook(kXlsx.substr(0, length), "damaged or cut off");
  const auto stored =
      zipped(MadeXlsx{.rows = "<row><c><v>1</v></c></row>"}.parts(), {.stored = true});
  refused(replaced(stored, "<v>1</v>", "<v>2</v>"), "\"xl/worksheets/one.xml\" of the archive");
}

BOOST_AUTO_TEST_CASE(entries_behind_a_password) {
  const auto bytes = zipped(MadeXlsx{}.parts(), {.password = "rahasia", .stored = true});
  no_workbook(bytes, "protected by a password; open it with");
}

BOOST_AUTO_TEST_CASE(a_file_that_is_not_there) {
  BOOST_TEST(!sheets::form_of("/nowhere/book.xlsx").has_value());
  BOOST_TEST(seen_in("/nowhere/book.xlsx").contains("/nowhere/book.xlsx: error: the file cannot"));
}

BOOST_AUTO_TEST_CASE(a_folder_of_csv_files_is_read_by_name) {
  const TempFolder folder;
  BOOST_TEST(!sheets::form_of(folder.path()).has_value());
  BOOST_TEST(seen_in(folder.path()).contains("holds no .csv file"));
  folder.write("b.csv", "x\n");
  folder.write("a.CSV", "y\n");
  folder.write("notes.txt", "\xFF");
  folder.write(".hidden.csv", "\xFF");
  BOOST_TEST((sheets::form_of(folder.path()) == Form::csv_folder));
  BOOST_TEST(seen_in(folder.path()) == "== a (a.CSV)\nA1 text y\n== b (b.csv)\nA1 text x\n");
  Seen seen;
  const auto read = sheets::read_workbook(folder.path(), {}, seen);
  BOOST_REQUIRE(read);
  BOOST_REQUIRE(read->size() == 2U);
  BOOST_TEST((*read)[0].file == "a.CSV");
  BOOST_TEST((*read)[1].file == "b.csv");
  BOOST_TEST((*read)[0].sha256 != (*read)[1].sha256);
  folder.write("a.csv", "z\n");
  BOOST_TEST(seen_in(folder.path()).contains("two sheets are named \"a\""));
}

BOOST_AUTO_TEST_CASE(a_link_in_a_folder_is_not_followed) {
  const TempFolder folder;
  std::filesystem::create_symlink("/etc/hostname", folder.path() / "a.csv");
  BOOST_TEST(seen_in(folder.path()).contains("\"a.csv\" is no ordinary file"));
}

BOOST_AUTO_TEST_SUITE_END()
