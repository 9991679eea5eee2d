// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "tests/sheets/made_book.h"

using namespace periksa;
using namespace periksa::test;

BOOST_AUTO_TEST_SUITE(xlsx)
namespace {

constexpr const char* kHead = "== S (book)\n";

std::string cells(const MadeXlsx& book) {
  const auto text = seen(book.bytes());
  BOOST_REQUIRE_MESSAGE(text.starts_with(kHead), text);
  return text.substr(std::string_view(kHead).size());
}

std::string cells(const std::string& rows) {
  return cells(MadeXlsx{.rows = rows});
}

}  // namespace

BOOST_AUTO_TEST_CASE(cells_of_every_type) {
  MadeXlsx book;
  book.strings = "<si><t>nol</t></si><si><t>satu</t></si>";
  book.rows = R"(<row r="2">
<c r="A2"><v>1.50</v></c><c r="B2" t="n"><v> 7 </v></c><c r="C2" t="s"><v>1</v></c>
<c r="D2" t="inlineStr"><is><t>di sel</t></is></c><c r="E2" t="str"><f>X</f><v>hasil</v></c>
<c r="F2" t="b"><v>1</v></c><c r="G2" t="b"><v>0</v></c><c r="H2" t="e"><v>#REF!</v></c>
<c r="I2" t="d"><v>2024-03-12T00:00:00</v></c><c r="J2" t="d"><v>08:30:00</v></c>
<c r="K2" t="d"><v>31/12/2024</v></c><c r="L2"><f>1+1</f><v>2</v></c></row>)";
  BOOST_TEST(cells(book) ==
             "A2 number 1.5\nB2 number 7\nC2 text satu\nD2 text di sel\nE2 text hasil formula\n"
             "F2 boolean true\nG2 boolean false\nH2 error #REF!\nI2 date 2024-03-12\n"
             "J2 text 08:30:00\nK2 error 31/12/2024\nL2 number 2 formula\n");
}

BOOST_AUTO_TEST_CASE(empty_cells_and_rows_are_not_handed_out) {
  MadeXlsx book;
  book.strings = "<si><t> </t></si><si/>";
  book.rows = R"(<row r="1"><c r="A1" s="0"/><c r="B1"><v></v></c><c r="C1" t="s"><v>0</v></c>
<c r="D1" t="s"><v>1</v></c><c r="E1" t="str"><f>""</f><v></v></c>
<c r="F1" t="inlineStr"><is><t>  </t></is></c></row><row r="9"/>
<row r="10"><c r="C10"><v>1</v></c></row>)";
  BOOST_TEST(cells(book) == "C10 number 1\n");
}

BOOST_AUTO_TEST_CASE(positions_count_on_where_none_is_stated) {
  BOOST_TEST(cells("<row><c><v>1</v></c><c/><c><v>3</v></c></row>"
                   "<row r=\"5\"><c r=\"D5\"><v>4</v></c><c><v>5</v></c></row>"
                   "<row><c><v>6</v></c></row>") ==
             "A1 number 1\nC1 number 3\nD5 number 4\nE5 number 5\nA6 number 6\n");
}

BOOST_AUTO_TEST_CASE(runs_are_joined_and_phonetic_ones_left_out) {
  MadeXlsx book;
  book.strings =
      "<si><r><rPr><b/></rPr><t>Siti </t></r><r><t>Rekaan</t></r>"
      "<rPh sb=\"0\" eb=\"1\"><t>bunyi</t></rPh><phoneticPr fontId=\"1\"/></si>";
  book.rows = R"(<row><c t="s"><v>0</v></c><c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r>)"
              R"(<rPh sb="0" eb="1"><t>c</t></rPh></is></c></row>)";
  BOOST_TEST(cells(book) == "A1 text Siti Rekaan\nB1 text ab\n");
}

BOOST_AUTO_TEST_CASE(entities_and_escapes_are_undone) {
  MadeXlsx book;
  book.strings =
      "<si><t>a &amp; b &lt;c&gt; &#233;<![CDATA[<d>]]></t></si>"
      "<si><t>x_x000A_y_x005F_x0041_z _x0001_ _xZZZZ_ _x00e9_ _x20AC_ _x</t></si>";
  book.rows = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>";
  BOOST_TEST(cells(book) ==
             "A1 text a & b <c> \xC3\xA9<d>\n"
             "B1 text x\\ny_x0041_z _x0001_ _xZZZZ_ \xC3\xA9 \xE2\x82\xAC _x\n");
}

BOOST_AUTO_TEST_CASE(formats_tell_dates_currencies_and_percentages) {
  MadeXlsx book;
  book.formats = R"(<numFmt numFmtId="164" formatCode="[$Rp-421]#,##0"/>)"
                 R"(<numFmt numFmtId="165" formatCode="[$-421]dd mmmm yyyy"/>)"
                 R"(<numFmt numFmtId="166" formatCode="[h]:mm"/>)";
  book.styles = R"(<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>)"
                R"(<xf numFmtId="9"/><xf numFmtId="166"/><xf/><xf numFmtId="22"/>)";
  book.rows =
      R"(<row><c s="0"><v>45363</v></c><c s="1"><v>45363</v></c><c s="2"><v>2500000</v></c>)"
      R"(<c s="3"><v>45363</v></c><c s="4"><v>0.085</v></c><c s="5"><v>1.5</v></c>)"
      R"(<c s="6"><v>45363</v></c><c s="7"><v>45363.25</v></c><c s="1"><v>60</v></c>)"
      R"(<c s="1"><v>-3</v></c></row>)";
  BOOST_TEST(cells(book) ==
             "A1 number 45363\nB1 date 2024-03-12\nC1 number 2500000 Rp\nD1 date 2024-03-12\n"
             "E1 number 0.085 %\nF1 text 36:00:00\nG1 number 45363\nH1 date 2024-03-12T06:00:00\n"
             "I1 error 60\nJ1 error -3\n");
}

BOOST_AUTO_TEST_CASE(what_a_date_format_does_not_show_is_not_known) {
  MadeXlsx book;
  book.formats = R"(<numFmt numFmtId="164" formatCode="mmm\ yyyy"/>)"
                 R"(<numFmt numFmtId="165" formatCode="yyyy"/>)";
  book.styles = R"(<xf numFmtId="17"/><xf numFmtId="16"/><xf numFmtId="164"/><xf numFmtId="165"/>)";
  book.rows = R"(<row><c s="0"><v>45352</v></c><c s="1"><v>45363</v></c><c s="2"><v>45352</v></c>)"
              R"(<c s="3"><v>45352</v></c><c s="0" t="d"><v>2024-03-01T00:00:00</v></c></row>)";
  BOOST_TEST(cells(book) ==
             "A1 date 2024-03\nB1 date --03-12\nC1 date 2024-03\nD1 date 2024\n"
             "E1 date 2024-03\n");
}

BOOST_AUTO_TEST_CASE(both_date_systems) {
  MadeXlsx book;
  book.styles = R"(<xf numFmtId="14"/>)";
  book.rows = "<row><c><v>43901</v></c></row>";
  BOOST_TEST(cells(book) == "A1 date 2020-03-11\n");
  book.workbook_properties = "date1904=\"1\"";
  BOOST_TEST(cells(book) == "A1 date 2024-03-12\n");
  book.workbook_properties = "date1904=\"true\"";
  BOOST_TEST(cells(book) == "A1 date 2024-03-12\n");
}

BOOST_AUTO_TEST_CASE(prefixes_and_the_strict_vocabulary_mean_the_same) {
  const std::string rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c></row>";
  auto parts = MadeXlsx{.rows = rows}.parts();
  for (auto& [name, content] : parts) {
    if (name == "xl/worksheets/one.xml") {
      content = replaced(replaced(content, "<", "<x:"), "<x:/", "</x:");
      content = replaced(content, "xmlns=", "xmlns:x=");
    }
  }
  BOOST_TEST(seen(zipped(parts)) == "== S (book)\nA1 text a\n");
  for (auto& [name, content] : parts) {
    if (name.starts_with("xl/") && content.contains("openxmlformats.org/spreadsheetml/2006/main"))
      content = replaced(content, "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                         "http://purl.oclc.org/ooxml/spreadsheetml/main");
    if (content.contains("openxmlformats.org/officeDocument"))
      content = replaced(content, "http://schemas.openxmlformats.org/officeDocument/2006/",
                         "http://purl.oclc.org/ooxml/officeDocument/");
  }
  BOOST_TEST(seen(zipped(parts)) == "== S (book)\nA1 text a\n");
}

BOOST_AUTO_TEST_CASE(elements_of_another_vocabulary_are_no_cells) {
  BOOST_TEST(cells("<row><c><v>1</v></c><o:c xmlns:o=\"urn:o\"><o:v>2</o:v></o:c>"
                   "<c xmlns=\"urn:o\"><v>3</v></c><c><v>4</v><extLst><ext><c><v>5</v></c></ext>"
                   "</extLst></c></row><o:row xmlns:o=\"urn:o\"><c><v>6</v></c></o:row>") ==
             "A1 number 1\nB1 number 4\n");
}

BOOST_AUTO_TEST_CASE(merged_areas_come_at_the_end) {
  MadeXlsx book{.rows = "<row><c><v>1</v></c></row>"};
  book.behind =
      R"(<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="B2:B4"/></mergeCells>)";
  BOOST_TEST(cells(book) == "A1 number 1\nmerged A1:C1\nmerged B2:B4\n");
}

BOOST_AUTO_TEST_CASE(sheets_come_in_the_order_of_the_workbook_and_charts_are_none) {
  auto parts = MadeXlsx{.rows = "<row><c><v>1</v></c></row>"}.parts();
  for (auto& [name, content] : parts) {
    if (name == "xl/workbook.xml")
      content = replaced(content, "<sheets>",
                         "<sheets><sheet name=\"Z\" state=\"veryHidden\" r:id=\"z\"/>"
                         "<sheet name=\"Grafik\" r:id=\"g\"/>");
    if (name == "xl/_rels/workbook.xml.rels")
      content = replaced(content, "</Relationships>",
                         "<Relationship Id=\"z\" Type=\"x/worksheet\" Target=\"../other/z.xml\"/>"
                         "<Relationship Id=\"g\" Type=\"x/chartsheet\" Target=\"no.xml\"/>"
                         "<Relationship Id=\"l\" Type=\"x/externalLink\" Target=\"no.xml\"/>"
                         "</Relationships>");
  }
  parts = with(parts, "Other/Z.xml",
               "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
               "<sheetData/></worksheet>");
  parts = with(parts, "xl/vbaProject.bin", "macros are not looked at");
  BOOST_TEST(seen(zipped(parts)) == "== Z (book) hidden\n== S (book)\nA1 number 1\n");
}

BOOST_AUTO_TEST_CASE(text_that_looks_like_a_formula_is_text) {
  BOOST_TEST(cells("<row><c t=\"inlineStr\"><is><t>=cmd|' /C calc'!A0</t></is></c></row>") ==
             "A1 text =cmd|' /C calc'!A0\n");
}

BOOST_AUTO_TEST_SUITE_END()
