// SPDX-License-Identifier: Apache-2.0
#include "auditor/sheets/csv_file.h"

#include <boost/test/unit_test.hpp>

#include "auditor/sheets/utf8.h"
#include "tests/sheets/made_book.h"
#include "tests/sheets/seen.h"

using namespace periksa;
using namespace periksa::test;

BOOST_AUTO_TEST_SUITE(csv_file)
namespace {

std::string cells(std::string_view text) {
  const auto all = seen(text);
  BOOST_REQUIRE_MESSAGE(all.starts_with("== book (book)\n"), all);
  return all.substr(15);
}

/// The same, fed a few bytes at a time.
std::string in_pieces(std::string_view text, std::size_t size) {
  Seen seen;
  sheets::SheetRows::Total total;
  const sheets::Caps caps;
  seen.sheet({"book", "book", false});
  sheets::SheetRows rows(seen, caps, total);
  sheets::CsvSheetReader reader(caps, rows);
  for (; !text.empty(); text.remove_prefix(std::min(size, text.size()))) {
    const auto fed = reader.feed(text.substr(0, size), false);
    if (!fed) return "refused: " + render(fed.error().front(), Language::en);
  }
  const auto fed = reader.feed({}, true);
  if (!fed) return "refused: " + render(fed.error().front(), Language::en);
  return seen.text().substr(15);
}

}  // namespace

BOOST_AUTO_TEST_CASE(all_is_text_and_blank_is_nothing) {
  BOOST_TEST(
      cells("Nama,Biaya\nSiti,2500000\n , \n=1+1,\" a \"\n") ==
      "A1 text Nama\nB1 text Biaya\nA2 text Siti\nB2 text 2500000\nA4 text =1+1\nB4 text  a \n");
}

BOOST_AUTO_TEST_CASE(rows_count_records_with_blank_lines) {
  BOOST_TEST(cells("a,b\n\n\"c\nd\",e\n  \nf,g") ==
             "A1 text a\nB1 text b\nA3 text c\\nd\nB3 text e\nA5 text f\nB5 text g\n");
  BOOST_TEST(cells("a,b\n\t\nc,d\n") == "A1 text a\nB1 text b\nA3 text c\nB3 text d\n");
  BOOST_TEST(cells("a;b\n \t \n\t\n\tc;d\n") == "A1 text a\nB1 text b\nA4 text c\nB4 text d\n");
  BOOST_TEST(cells("a\tb\n\t\nc\td\n") == "A1 text a\nB1 text b\nA3 text c\nB3 text d\n");
}

BOOST_AUTO_TEST_CASE(line_ends_of_all_kinds) {
  BOOST_TEST(
      cells("a,1\r\nb,2\rc,3\n\r\nd,4\r") ==
      "A1 text a\nB1 text 1\nA2 text b\nB2 text 2\nA3 text c\nB3 text 3\nA5 text d\nB5 text 4\n");
}

BOOST_AUTO_TEST_CASE(marks_and_sep_lines_are_no_content) {
  BOOST_TEST(cells("\xEF\xBB\xBFsep=;\r\na,b;c\r\n") == "A1 text a,b\nB1 text c\n");
  BOOST_TEST(cells("sep=|\na|b;c\n") == "A1 text a\nB1 text b;c\n");
  BOOST_TEST(cells("\xEF\xBB\xBF\"a\"\n") == "A1 text a\n");
}

BOOST_AUTO_TEST_CASE(what_pieces_it_comes_in_does_not_matter) {
  const std::string texts[]{
      "a;b\r\n\"\xC3\xA9\r\n\"\"x\"\"\";\xE2\x82\xAC\r\n\r\n;\r\nlast;\xF0\x9F\x98\x80",
      "\xEF\xBB\xBFsep=,\r\na,b\rc,d\r",
      "a,b\nc,\"d",
      "a,b\nc,d\"e\n",
      "a,b\n\xC3(",
      "a\xE2\x82",
      "a\tb\tc\n\t\tx\n\t\t\n  \ty\n",
      "\xFF\xFE",
      "a,b\nc\"d\ne\xE9\n",
      "a\r\rb\x01",
  };
  for (const auto& text : texts) {
    const auto whole = in_pieces(text, text.size());
    for (const std::size_t size : {std::size_t{1}, std::size_t{2}, std::size_t{3}, std::size_t{7}})
      BOOST_TEST(in_pieces(text, size) == whole, text << " by " << size);
  }
}

BOOST_AUTO_TEST_CASE(other_encodings_are_refused_with_their_place) {
  refused(
      "\xFF\xFE"
      "a\0",
      "encoded as UTF-16", "1:1");
  refused("\xFE\xFF", "encoded as UTF-16", "1:1");
  refused("a,b\nSiti,caf\xE9\n", "perhaps Windows-1252", "2:9");
  refused("a\nb\xC0\x80", "no UTF-8", "2:2");
  refused("a\nb\xED\xA0\x80", "no UTF-8", "2:2");
  refused("a\nb\xF4\x90\x80\x80", "no UTF-8", "2:2");
  refused("a\n\xE2\x82", "no UTF-8", "2:1");
  refused(
      "a\nb\x01"
      "c",
      "control character", "2:2");
}

BOOST_AUTO_TEST_CASE(quotes_that_are_wrong_are_refused_with_their_place) {
  refused("a,b\nc,d\"e\n", "a quote inside a value", "2:4");
  refused("a,b\nc,\"d\ne,f\n", "never closed", "2:1");
}

BOOST_AUTO_TEST_CASE(caps_are_told) {
  refused("a\nb\nc\n", "after row 2", "3:1", {.rows = 2});
  refused("a,b,c\n", "after column B", "1:1", {.columns = 2});
  refused("a\nbcdef\n", "cap of 4 bytes", "2:1", {.cell = 4});
  refused("a\n\"bcdefgh\n", "cap of 6 bytes", "2:1", {.row = 6});
  refused("a\nb\n", "larger than the cap of 3 bytes", "", {.file = 3});
  refused("a,b\nc\n", "more than 2 cells", "2:1", {.cells = 2});
}

BOOST_AUTO_TEST_CASE(utf8_is_told_from_what_looks_like_it) {
  using sheets::utf8_prefix;
  for (const char* text : {"a", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF",
                           "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"})
    BOOST_TEST(utf8_prefix(text) == std::string_view(text).size());
  for (const char* text : {"\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
                           "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xC3", "\xE2\x82", "\xC3("})
    BOOST_TEST(utf8_prefix(text) == 0U);
  BOOST_TEST(sheets::utf8_may_go_on("\xE2\x82"));
  BOOST_TEST(!sheets::utf8_may_go_on("\xE2("));
  BOOST_TEST(!sheets::utf8_may_go_on("\x80"));
}

BOOST_AUTO_TEST_SUITE_END()
