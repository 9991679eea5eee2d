// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "tests/ruleset/mini/temp_folder.h"
#include "tests/sheets/made_book.h"
#include "tests/sheets/seen.h"

using namespace periksa;
using namespace periksa::test;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(workbook_form)
namespace {

const std::string kXlsx = MadeXlsx{.rows = "<row><c><v>1</v></c></row>"}.bytes();

std::string read_as(std::string_view bytes) {
  return seen(bytes, {}, "misleading.pdf");
}

std::string with_content_type(std::string_view type) {
  auto parts = MadeXlsx{}.parts();
  parts[0].second =
      replaced(parts[0].second,
               "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", type);
  return zipped(parts);
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_content_tells_the_form_whatever_the_name_says) {
  BOOST_TEST(read_as(kXlsx) == "== S (misleading.pdf)\nA1 number 1\n");
  const MadeOds ods{.tables = "<table:table table:name=\"T\"/>"};
  BOOST_TEST(read_as(ods.bytes()) == "== T (misleading.pdf)\n");
  for (const std::string csv : {"a,b\n",
                                "\xEF\xBB\xBF"
                                "a;b"})
    BOOST_TEST(read_as(csv) == "== misleading (misleading.pdf)\nA1 text a\nB1 text b\n");
}

BOOST_AUTO_TEST_CASE(macros_and_templates_are_workbooks_too) {
  for (const char* type : {"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
                           "application/vnd.openxmlformats-officedocument.spreadsheetml.template."
                           "main+xml"})
    BOOST_TEST(read_as(with_content_type(type)) == "== S (misleading.pdf)\n");
}

BOOST_AUTO_TEST_CASE(what_is_no_workbook_is_told) {
  refused("", "is empty");
  refused("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "protected by a password or of the old format");
  refused("%PDF-1.7\n", "no workbook (PDF)");
  refused(std::string("\x7F"
                      "ELF\0\0\0",
                      7),
          "is no workbook;");
  refused("<?xml version=\"1.0\"?><filing/>", "holds XML or HTML");
  refused("\xEF\xBB\xBF  <html>", "holds XML or HTML");
  refused(zipped({{"a.txt", "a"}}), "no workbook (ZIP)");
  refused(with_content_type("application/vnd.ms-excel.sheet.binary.macroEnabled.main"),
          "(.xlsb) cannot be read");
  refused(with_content_type("application/vnd.openxmlformats-officedocument.wordprocessingml."
                            "document.main+xml"),
          "no workbook (Word)");
  refused(zipped(with(MadeOds{}.parts(), "mimetype", "application/vnd.oasis.opendocument.text")),
          "no workbook (OpenDocument)");
}

BOOST_AUTO_TEST_CASE(a_zip_that_is_cut_or_damaged) {
  for (const std::size_t length : {std::size_t{30}, kXlsx.size() / 2, kXlsx.size() - 1})
    refused(kXlsx.substr(0, length), "damaged or cut off");
  const auto stored =
      zipped(MadeXlsx{.rows = "<row><c><v>1</v></c></row>"}.parts(), {.stored = true});
  refused(replaced(stored, "<v>1</v>", "<v>2</v>"), "\"xl/worksheets/one.xml\" of the archive");
}

BOOST_AUTO_TEST_CASE(entries_behind_a_password) {
  const auto bytes = zipped(MadeXlsx{}.parts(), {.password = "rahasia", .stored = true});
  refused(bytes, "protected by a password; open it with");
}

BOOST_AUTO_TEST_CASE(a_file_that_is_not_there) {
  BOOST_TEST(seen_in("/nowhere/book.xlsx").contains("/nowhere/book.xlsx: error: the file cannot"));
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_read_is_told) {
  const TempFolder folder;
  folder.write("shut/a.csv", "x\n");
  const auto shut = folder.path() / "shut";
  fs::permissions(shut, fs::perms::none);
  std::error_code error;
  fs::directory_iterator probe(shut, error);
  const auto told = seen_in(shut);
  fs::permissions(shut, fs::perms::owner_all);
  // Root reads everything: then there is nothing to tell.
  BOOST_TEST(told.contains(error ? "check its name and permissions" : "== a (a.csv)"), told);
}

BOOST_AUTO_TEST_CASE(a_folder_of_csv_files_is_read_by_name) {
  const TempFolder folder;
  BOOST_TEST(seen_in(folder.path()).contains("holds no .csv file"));
  folder.write("b.csv", "x\n");
  folder.write("a.CSV", "y\n");
  folder.write("notes.txt", "\xFF");
  folder.write(".hidden.csv", "\xFF");
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
