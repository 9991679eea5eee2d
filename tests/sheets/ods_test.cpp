// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "tests/sheets/made_book.h"

using namespace periksa;
using namespace periksa::test;

BOOST_AUTO_TEST_SUITE(ods)
namespace {

std::string table(const std::string& rows) {
  return "<table:table table:name=\"S\">" + rows + "</table:table>";
}

std::string row(const std::string& cells) {
  return table("<table:table-row>" + cells + "</table:table-row>");
}

std::string cells(const std::string& tables) {
  const auto text = seen(MadeOds{.tables = tables}.bytes());
  BOOST_REQUIRE_MESSAGE(text.starts_with("== S (book)\n"), text);
  return text.substr(12);
}

std::string text_cell(const std::string& inside) {
  return "<table:table-cell office:value-type=\"string\">" + inside + "</table:table-cell>";
}

}  // namespace

BOOST_AUTO_TEST_CASE(cells_of_every_type) {
  BOOST_TEST(cells(row(
                 R"(<table:table-cell
 office:value-type="float" office:value="1.50"><text:p>1,5</text:p></table:table-cell>
<table:table-cell office:value-type="currency" office:currency="IDR" office:value="2500000"/>
<table:table-cell office:value-type="percentage" office:value="0.085"/>
<table:table-cell office:value-type="date" office:date-value="2024-03-12"/>
<table:table-cell office:value-type="date" office:date-value="2024-03-12T08:30:00"/>
<table:table-cell office:value-type="time" office:time-value="PT08H30M00S"/>
<table:table-cell office:value-type="boolean" office:boolean-value="true"/>
<table:table-cell office:value-type="string"><text:p>teks</text:p></table:table-cell>
<table:table-cell
 office:value-type="string" office:string-value="nilai"><text:p>tampil</text:p></table:table-cell>
<table:table-cell
 office:value-type="string" calcext:value-type="error"
 table:formula="of:=1/0"><text:p>#DIV/0!</text:p></table:table-cell>
<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"/>
<table:table-cell office:value-type="date" office:date-value="12/03/2024"/>
<table:table-cell/><table:table-cell><text:p>tanpa tipe</text:p></table:table-cell>)")) ==
             "A1 number 1.5\nB1 number 2500000 IDR\nC1 number 0.085 %\nD1 date 2024-03-12\n"
             "E1 date 2024-03-12T08:30:00\nF1 text 08:30:00\nG1 boolean true\nH1 text teks\n"
             "I1 text nilai\nJ1 error #DIV/0! formula\nK1 number 2 formula\nL1 error 12/03/2024\n"
             "N1 text tanpa tipe\n");
}

BOOST_AUTO_TEST_CASE(what_a_date_format_does_not_show_is_not_known) {
  MadeOds book;
  book.styles =
      R"(<number:date-style style:name="N1"><number:month/><number:text> </number:text>
<number:year number:style="long"/></number:date-style>
<number:date-style style:name="N2"><number:day/><number:month/></number:date-style>
<number:date-style style:name="N3"><number:day/><number:month/><number:year/></number:date-style>
<number:date-style style:name="N4"><number:year/></number:date-style>)";
  for (const std::string n : {"1", "2", "3", "4"}) {
    book.styles += "<style:style style:name=\"ce" + n +
                   "\" style:family=\"table-cell\" style:data-style-name=\"N" + n + "\"/>";
  }
  const auto date = [](const std::string& style) {
    return "<table:table-cell" + (style.empty() ? "" : " table:style-name=\"" + style + '"') +
           " office:value-type=\"date\" office:date-value=\"2024-03-01\"/>";
  };
  std::string cells = date("");
  for (const auto* style : {"ce1", "ce2", "ce3", "ce4", "unknown"}) cells += date(style);
  // A cell without a style has that of its row or else of its column.
  book.tables = table(
      "<table:table-column-group><table:table-column table:number-columns-repeated=\"2\" "
      "table:default-cell-style-name=\"ce4\"/></table:table-column-group>"
      "<table:table-column table:default-cell-style-name=\"ce2\"/>"
      "<table:table-row>" +
      cells +
      "</table:table-row>"
      "<table:table-row><table:table-cell/><table:table-cell/>" +
      date("") +
      "</table:table-row>"
      "<table:table-row table:default-cell-style-name=\"ce1\">" +
      date("") + "</table:table-row>");
  BOOST_TEST(seen(book.bytes()) ==
             "== S (book)\nA1 date 2024\nB1 date 2024-03\nC1 date --03-01\nD1 date 2024-03-01\n"
             "E1 date 2024\nF1 date 2024-03-01\nC2 date --03-01\nA3 date 2024-03\n");
  refused(book.bytes(), "more than 7 cell formats", "", {.formats = 7});
}

BOOST_AUTO_TEST_CASE(text_is_as_odf_has_it) {
  BOOST_TEST(
      cells(row(text_cell("<text:p>  a \n b </text:p><text:p>c<text:s text:c=\"3\"/>d"
                          "<text:tab/>e<text:line-break/>f<text:s/></text:p>") +
                text_cell("<text:p>x <text:span>y<text:a>z</text:a></text:span> w</text:p>") +
                text_cell("<text:p><text:ruby><text:ruby-base>kanji</text:ruby-base>"
                          "<text:ruby-text>bunyi</text:ruby-text></text:ruby></text:p>"))) ==
      "A1 text a b\\nc   d\te\\nf \nB1 text x yz w\nC1 text kanji\n");
}

BOOST_AUTO_TEST_CASE(annotations_are_no_text) {
  BOOST_TEST(cells(row(text_cell("<office:annotation><text:p>catatan</text:p></office:annotation>"
                                 "<text:p>isi</text:p>"))) == "A1 text isi\n");
}

BOOST_AUTO_TEST_CASE(repetitions_are_written_out_where_there_is_content) {
  BOOST_TEST(
      cells(
          table("<table:table-row table:number-rows-repeated=\"3\"><table:table-cell "
                "table:number-columns-repeated=\"16381\"/></table:table-row>"
                "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell "
                "table:number-columns-repeated=\"2\"/><table:table-cell "
                "table:number-columns-repeated=\"2\" office:value-type=\"float\" "
                "office:value=\"7\"/><table:table-cell table:number-columns-repeated=\"16377\"/>"
                "</table:table-row><table:table-row table:number-rows-repeated=\"1048571\">"
                "<table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>")) ==
      "C4 number 7\nD4 number 7\nC5 number 7\nD5 number 7\n");
}

BOOST_AUTO_TEST_CASE(rows_stand_in_groups_and_headers) {
  const std::string one =
      "<table:table-row>" + text_cell("<text:p>a</text:p>") + "</table:table-row>";
  BOOST_TEST(cells(table("<table:table-header-rows>" + one +
                         "</table:table-header-rows>"
                         "<table:table-row-group><table:table-row-group>" +
                         one + "</table:table-row-group>" + one + "</table:table-row-group>")) ==
             "A1 text a\nA2 text a\nA3 text a\n");
}

BOOST_AUTO_TEST_CASE(spans_are_merged_areas) {
  BOOST_TEST(cells(row("<table:table-cell/><table:table-cell table:number-columns-spanned=\"3\" "
                       "table:number-rows-spanned=\"2\" office:value-type=\"float\" "
                       "office:value=\"1\"/><table:covered-table-cell "
                       "table:number-columns-repeated=\"2\"/>")) == "B1 number 1\nmerged B1:D2\n");
}

BOOST_AUTO_TEST_CASE(a_table_is_hidden_by_its_style) {
  MadeOds book;
  book.styles =
      "<style:style style:name=\"ta1\" style:family=\"table\"><style:table-properties "
      "table:display=\"true\"/></style:style><style:style style:name=\"ta2\" "
      "style:family=\"table\"><style:table-properties table:display=\"false\"/>"
      "</style:style>";
  book.tables =
      "<table:table table:name=\"A\" table:style-name=\"ta1\"/>"
      "<table:table table:name=\"B\" table:style-name=\"ta2\"/>";
  BOOST_TEST(seen(book.bytes()) == "== A (book)\n== B (book) hidden\n");
}

BOOST_AUTO_TEST_CASE(tables_elsewhere_are_no_sheets) {
  BOOST_TEST(cells("<table:tracked-changes>" + row(text_cell("<text:p>lama</text:p>")) +
                   "</table:tracked-changes>" +
                   table("<table:shapes>" + row(text_cell("<text:p>gambar</text:p>")) +
                         "</table:shapes>")) == "");
}

BOOST_AUTO_TEST_CASE(what_is_refused_names_its_cell) {
  const auto in_row = [](const std::string& inside) {
    return MadeOds{.tables = row(inside)}.bytes();
  };
  refused(in_row("<table:table-cell table:formula=\"of:=1\"/>"), "has no result", "S!A1");
  refused(in_row("<table:table-cell/><table:table-cell office:value-type=\"float\" "
                 "office:value=\"1,5\"/>"),
          "holds \"1,5\"", "S!B1");
  refused(in_row("<table:table-cell office:value-type=\"float\"/>"), "holds \"\"", "S!A1");
  refused(in_row("<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"1\"/>"),
          "true or false", "S!A1");
  for (const std::string count : {"0", "-1", "x", "", "2x"}) {
    refused(in_row("<table:table-cell table:number-columns-repeated=\"" + count + "\"/>"),
            "is no number from 1", "S!A1");
  }
  refused(in_row(text_cell("<text:p>" + std::string(32769, 'x') + "</text:p>")),
          "cap of 32768 bytes", "S!A1");
  refused(in_row(text_cell("<text:p>a<text:s text:c=\"99999999999\"/></text:p>")),
          "cap of 32768 bytes", "S!A1");
}

BOOST_AUTO_TEST_CASE(empty_paragraphs_count_as_text) {
  std::string paragraphs;
  for (int i = 0; i < 20; ++i) paragraphs += "<text:p/>";
  for (const std::string& inside :
       {paragraphs, "<text:p>" + std::string("<text:tab/>") + "</text:p>" + paragraphs})
    refused(MadeOds{.tables = row(text_cell(inside))}.bytes(), "cap of 10 bytes", "S!A1",
            {.cell = 10});
}

BOOST_AUTO_TEST_CASE(repetitions_end_at_the_caps) {
  const std::string value = " office:value-type=\"float\" office:value=\"7\"";
  const auto repeated = [&](const std::string& rows, const std::string& columns) {
    return MadeOds{.tables = table("<table:table-row table:number-rows-repeated=\"" + rows +
                                   "\"><table:table-cell table:number-columns-repeated=\"" +
                                   columns + '"' + value + "/></table:table-row>")}
        .bytes();
  };
  refused(repeated("1", "16385"), "after column XFD", "S!A1");
  refused(repeated("1", "99999999999999999999"), "after column XFD", "S!A1");
  refused(repeated("11", "1"), "after row 10", "S", {.rows = 10});
  refused(repeated("99999999999999999999", "1"), "after row 10", "S", {.rows = 10});
  refused(repeated("1000000", "16384"), "more than 100000 cells", "S", {.cells = 100'000});
}

BOOST_AUTO_TEST_CASE(repetitions_weigh_what_they_write_out) {
  const auto repeated = [&](const std::string& rows, const std::string& columns) {
    return MadeOds{.tables = table("<table:table-row table:number-rows-repeated=\"" + rows +
                                   "\"><table:table-cell office:value-type=\"string\" "
                                   "office:string-value=\"abcdefghij\" "
                                   "table:number-columns-repeated=\"" +
                                   columns + "\"/></table:table-row>")}
        .bytes();
  };
  refused(repeated("1", "11"), "texts of a row exceed the cap of 100 bytes", "S", {.row = 100});
  refused(repeated("11", "10"), "texts of all cells exceed the cap of 1000 bytes", "S",
          {.row = 100, .text = 1000});
  BOOST_TEST(!seen(repeated("10", "10"), {.row = 100, .text = 1000}).starts_with("refused"));
}

BOOST_AUTO_TEST_CASE(units_weigh_as_texts_do) {
  const std::string cell = "<table:table-cell office:value-type=\"currency\" office:currency=\"" +
                           std::string(50, 'x') + "\" office:value=\"1\"/>";
  refused(MadeOds{.tables = row(cell + cell)}.bytes(), "texts of a row exceed the cap", "S",
          {.row = 100});
}

BOOST_AUTO_TEST_CASE(encrypted_and_incomplete_ones_are_refused) {
  const std::string manifest =
      "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
      "<manifest:file-entry manifest:full-path=\"content.xml\"><manifest:encryption-data/>"
      "</manifest:file-entry></manifest:manifest>";
  refused(zipped(with(MadeOds{}.parts(), "META-INF/manifest.xml", manifest)),
          "protected by a password");
  refused(zipped(without(MadeOds{}.parts(), "content.xml")), "\"content.xml\" is missing");
  refused(MadeOds{}.bytes(), "has no sheets");
  refused(MadeOds{.tables = table("") + table("")}.bytes(), "two sheets are named \"S\"");
}

BOOST_AUTO_TEST_SUITE_END()
