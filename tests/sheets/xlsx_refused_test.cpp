// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "tests/sheets/made_book.h"

using namespace periksa;
using namespace periksa::test;

BOOST_AUTO_TEST_SUITE(xlsx_refused)
namespace {

struct Case {
  const char* rows;
  const char* words;
  const char* cell;
};

Parts sound() {
  return MadeXlsx{.rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"}.parts();
}

std::string sheet_replaced(std::string content) {
  return zipped(with(sound(), "xl/worksheets/one.xml", std::move(content)));
}

}  // namespace

BOOST_AUTO_TEST_CASE(cells_that_cannot_be_meant) {
  const Case table[]{
      {"<row><c r=\"A1\"><f>1+1</f></c></row>", "has no result", "S!A1"},
      {"<row><c r=\"B1\"><f>1+1</f><v/></c></row>", "has no result", "S!B1"},
      {"<row><c t=\"str\"><f>A2</f></c></row>", "has no result", "S!A1"},
      {"<row><c><v>1,5</v></c></row>", "holds \"1,5\"", "S!A1"},
      {"<row><c><v>NaN</v></c></row>", "holds \"NaN\"", "S!A1"},
      {"<row><c t=\"b\"><v>ya</v></c></row>", "true or false", "S!A1"},
      {"<row><c t=\"s\"><v>0</v></c></row>", "shared text \"0\"", "S!A1"},
      {"<row><c t=\"s\"><v>-1</v></c></row>", "shared text \"-1\"", "S!A1"},
      {"<row><c s=\"3\"><v>1</v></c></row>", "format \"3\"", "S!A1"},
      {"<row><c t=\"q\"><v>1</v></c></row>", "type \"q\" is unknown", "S!A1"},
      {"<row r=\"0\"/>", "\"0\" is no number from 1", "S"},
      {"<row r=\"x\"/>", "\"x\" is no number from 1", "S"},
      {"<row r=\"2\"/><row r=\"2\"/>", "row 2 stands after row 2", "S!A2"},
      {"<row r=\"2\"/><row r=\"1\"/>", "row 1 stands after row 2", "S!A1"},
      {"<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>", "stands in row 1", "S!A2"},
      {"<row><c r=\"B1\"/><c r=\"A1\"/></row>", "stands after cell B1", "S!A1"},
      {"<row><c r=\"B1\"/><c r=\"B1\"/></row>", "stands after cell B1", "S!B1"},
      {"<row><c r=\"1B\"/></row>", "\"1B\" is no address", "S"},
      {"<row><c r=\"XFE1\"><v>1</v></c></row>", "after column XFD", "S!XFE1"},
      {"<row r=\"1048577\"><c><v>1</v></c></row>", "after row 1048576", "S"},
  };
  for (const auto& one : table) {
    BOOST_TEST_CONTEXT(one.rows) {
      refused(MadeXlsx{.rows = one.rows}.bytes(), one.words, one.cell);
    }
  }
}

BOOST_AUTO_TEST_CASE(caps_are_told_by_number) {
  const MadeXlsx book{
      .rows =
          "<row><c t=\"inlineStr\"><is><t>abcdef</t></is></c><c><v>2</v></c></row>"
          "<row><c><v>3</v></c></row>",
      .behind = "<mergeCells><mergeCell ref=\"A1\"/><mergeCell ref=\"A2\"/></mergeCells>",
      .strings = "<si><t>abcdef</t></si><si/>",
      .styles = "<xf/><xf/>"};
  const auto bytes = book.bytes();
  sheets::Caps caps;
  caps.rows = 1;
  refused(bytes, "after row 1,", "S", caps);
  caps = {.columns = 1};
  refused(bytes, "after column A,", "S!B1", caps);
  caps = {.cells = 2};
  refused(bytes, "more than 2 cells", "S", caps);
  caps = {.merged = 1};
  refused(bytes, "more than 1 merged", "S", caps);
  caps = {.row = 6};
  refused(bytes, "cap of 6 bytes", "S!B1", caps);
  caps = {.strings = 1};
  refused(bytes, "more than 1 shared texts", "", caps);
  caps = {.string_bytes = 5};
  refused(bytes, "cap of 5 bytes", "", caps);
  caps = {.cell = 5};
  refused(bytes, "shared text number 1 exceeds", "", caps);
  caps = {.formats = 1};
  refused(bytes, "more than 1 cell formats", "", caps);
  caps = {.file = 100};
  refused(bytes, "larger than the cap of 100", "", caps);
  caps = {.unpacked = 1000};
  refused(bytes, "exceeds the cap of 1000", "", caps);
  caps = {.parts = 6};
  refused(bytes, "more than 6 parts", "", caps);
  caps = {.depth = 6};
  refused(MadeXlsx{.behind = "<a><a><a><a><a><a/></a></a></a></a></a>"}.bytes(),
          "nested more than 6 deep", "", caps);
}

BOOST_AUTO_TEST_CASE(a_shared_text_weighs_wherever_it_stands) {
  std::string row = "<row>";
  for (int i = 0; i < 10; ++i) row += "<c t=\"s\"><v>0</v></c>";
  row += "</row>";
  const auto bytes = MadeXlsx{.rows = row + row, .strings = "<si><t>abcdefghij</t></si>"}.bytes();
  refused(bytes, "texts of a row exceed the cap of 99 bytes", "S!J1", {.row = 99});
  refused(bytes, "texts of all cells exceed the cap of 199 bytes", "S", {.text = 199});
  BOOST_TEST(!seen(bytes, {.row = 100, .text = 200}).starts_with("refused"));
}

BOOST_AUTO_TEST_CASE(a_cell_may_hold_32_kib_and_no_more) {
  const std::string full(32768, 'x');
  const auto book = [](const std::string& text) {
    return MadeXlsx{.rows =
                        "<row r=\"7\"><c t=\"inlineStr\"><is><t>" + text + "</t></is></c></row>"}
        .bytes();
  };
  BOOST_TEST(seen(book(full)) == "== S (book)\nA7 text " + full + "\n");
  refused(book(full + 'x'), "cap of 32768 bytes", "S!A7");
}

BOOST_AUTO_TEST_CASE(a_sheet_longer_than_the_cap_names_it) {
  std::string rows;
  for (int i = 0; i < 101; ++i) rows += "<row><c><v>1</v></c></row>";
  refused(MadeXlsx{.rows = rows}.bytes(), "content after row 100,", "S", {.rows = 100});
}

BOOST_AUTO_TEST_CASE(a_zip_bomb_is_refused_by_ratio_and_by_size) {
  const auto bomb = zipped(with(sound(), "xl/worksheets/one.xml", std::string(1 << 20, ' ')));
  refused(bomb, "like a zip bomb", "", {.ratio = 100, .ratio_from = 1 << 16});
  refused(bomb, "exceeds the cap of 65536", "", {.unpacked = 1 << 16});
}

BOOST_AUTO_TEST_CASE(the_size_that_is_announced_must_be_true) {
  // The sheet's uncompressed size, in the local header and in the directory.
  const std::string sheet = std::string(5000, ' ') + "<x/>";
  const auto bytes = zipped(with(sound(), "xl/worksheets/one.xml", sheet));
  refused(replaced(bytes, std::string("\x8C\x13\x00\x00", 4), std::string("\x10\x00\x00\x00", 4)),
          "\"xl/worksheets/one.xml\" of the archive is damaged");
}

BOOST_AUTO_TEST_CASE(broken_xml_names_the_part_and_the_place) {
  const std::pair<const char*, const char*> table[]{
      {"<worksheet xmlns=\"u\">\n<a></b></worksheet>", "begins with <worksheet>"},
      {"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\n<a></b>",
       "one.xml:2:6 is broken (an end tag"},
      {"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">",
       "is broken (it ends early)"},
      {"", "is broken (it ends early)"},
      {"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" a=\"\" "
       "a=\"\"/>",
       "an attribute stands twice"},
      {"<worksheet "
       "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">&x;</worksheet>",
       "an unknown entity"},
      {"<?xml version=\"1.0\" encoding=\"EBCDIC\"?><worksheet/>", "unknown text encoding"},
      {"<!DOCTYPE worksheet><worksheet/>", "the DOCTYPE at xl/worksheets/one.xml:1:"},
      {"<!DOCTYPE w [<!ENTITY a \"b\">]><w>&a;</w>", "the DOCTYPE at xl/worksheets/one.xml:1:"},
      {"<y:worksheet/>", "the prefix \"y\""},
      {"not xml at all", "is broken (not well-formed)"},
  };
  for (const auto& [content, words] : table) {
    BOOST_TEST_CONTEXT(content) {
      refused(sheet_replaced(content), words);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_tag_without_end_does_not_fill_the_memory) {
  const auto bytes = sheet_replaced("<worksheet a=\"" + std::string(1 << 20, 'x') + "\"/>");
  refused(bytes, "a tag at xl/worksheets/one.xml:1:1 exceeds the cap of 65536", "",
          {.token = 1 << 16});
}

BOOST_AUTO_TEST_CASE(the_place_counts_the_rows_that_were_fine) {
  refused(
      MadeXlsx{.rows = "\n<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>\n<row r=\"2\"/>\n<row></c>"}
          .bytes(),
      "one.xml:4:8 is broken (an end tag");
}

BOOST_AUTO_TEST_CASE(namespaces_without_end_are_refused) {
  std::string element = "<a";
  for (int i = 0; i < 300; ++i) element += " xmlns:a" + std::to_string(i) + "=\"u\"";
  refused(MadeXlsx{.behind = element + "/>"}.bytes(), "more than 256 namespaces");
}

BOOST_AUTO_TEST_CASE(parts_that_are_missing) {
  refused(zipped(without(sound(), "xl/workbook.xml")), "\"xl/workbook.xml\" is missing");
  refused(zipped(without(sound(), "xl/worksheets/one.xml")),
          "\"xl/worksheets/one.xml\" is missing");
  refused(zipped(without(sound(), "xl/t.xml")), "\"xl/t.xml\" is missing");
  refused(zipped(without(sound(), "xl/_rels/workbook.xml.rels")), "does not tell where \"S\" is");
  refused(zipped(without(sound(), "_rels/.rels")), "no workbook (ZIP)");
  refused(zipped(without(sound(), "[Content_Types].xml")), "no workbook (ZIP)");
  refused(replaced(zipped(sound(), {.stored = true}), "<sheet name", "<shxxt name"), "damaged");
}

BOOST_AUTO_TEST_CASE(names_of_parts_that_lead_elsewhere_or_stand_twice) {
  const char* const names[]{"../a.xml", "/a.xml", "xl/../../a", "a\\b.xml", "C:a", "./a", "a/.."};
  for (const std::string name : names) {
    BOOST_TEST_CONTEXT(name) {
      refused(zipped(with(sound(), name, "")), "leads out of the archive");
    }
  }
  refused(replaced(zipped(with(sound(), "xl/u.xml", "")), "xl/u.xml", "xl/T.xml"),
          "\"xl/T.xml\" stands twice");
}

BOOST_AUTO_TEST_CASE(relationships_that_lead_elsewhere_or_stand_twice) {
  const auto linked = [](std::string_view what, std::string_view by) {
    auto parts = sound();
    for (auto& [name, content] : parts) {
      if (name == "xl/_rels/workbook.xml.rels") content = replaced(content, what, by);
    }
    return zipped(parts);
  };
  refused(linked("worksheets/one.xml", "../../../etc/passwd"), "leads out of the archive");
  refused(linked("Id=\"s2\"", "Id=\"s1\""), "uses the reference \"s1\" twice");
  refused(linked("Target=\"worksheets/one.xml\"", "TargetMode=\"External\" Target=\"http://x/\""),
          "from outside the file");
}

BOOST_AUTO_TEST_CASE(two_sheets_of_one_name_and_none_at_all) {
  auto parts = sound();
  auto& workbook = parts[2].second;
  const auto before = workbook;
  workbook = replaced(before, "<sheets>", "<sheets><sheet name=\"S\" r:id=\"s1\"/>");
  refused(zipped(parts), "two sheets are named \"S\"");
  workbook = replaced(before, "<sheet name=\"S\" r:id=\"s1\"/>", "");
  refused(zipped(parts), "has no sheets");
  workbook = replaced(before, "<sheets>", "<sheets><sheet name=\"T\" r:id=\"s1\"/>");
  refused(zipped(parts), "more than 1 sheets", "", {.sheets = 1});
}

BOOST_AUTO_TEST_CASE(merged_cells_that_are_none) {
  const MadeXlsx book{.behind = "<mergeCells><mergeCell ref=\"C1:A1\"/></mergeCells>"};
  refused(book.bytes(), "\"C1:A1\" is no area", "S");
}

BOOST_AUTO_TEST_SUITE_END()
