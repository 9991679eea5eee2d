// SPDX-License-Identifier: Apache-2.0
// The scanner of rows never changes what is read: the XML parser alone is the oracle.
#include "auditor/sheets/row_scanner.h"

#include <boost/test/unit_test.hpp>

#include "tests/sheets/two_ways.h"

using namespace periksa;
using namespace periksa::test;

BOOST_AUTO_TEST_SUITE(row_scanner)
namespace {

std::string sheet(const std::string& rows, const std::string& begin = "<sheetData>") {
  return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" + begin +
         rows + "</sheetData></worksheet>";
}

const std::string kPlain =
    "<row r=\"4\" spans=\"1:3\"><c r=\"A4\" t=\"s\"><v>1</v></c>"
    "<c r=\"B4\" s=\"1\"><v>45363</v></c></row>";

/// Whether the scanner takes exactly these bytes as a row.
sheets::RowScanner::Outcome scanned(const std::string& row) {
  const auto ground = small_ground();
  const sheets::Caps caps;
  Seen seen;
  sheets::SheetRows::Total total;
  seen.sheet({"S", "f", false});
  sheets::SheetRows rows(seen, caps, total);
  sheets::XlsxRows cells("S", ground, caps, rows);
  const auto scan = sheets::RowScanner(cells).scan(row);
  if (scan.outcome == sheets::RowScanner::Outcome::taken) BOOST_TEST(scan.length == row.size());
  return scan.outcome;
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_programs_write_is_taken) {
  using enum sheets::RowScanner::Outcome;
  for (const std::string row : {
           "<row/>",
           "<row r=\"1\" ht=\"15\" x14ac:dyDescent=\"0.25\"></row>",
           "<row r=\"1\"><c r=\"A1\" s=\"1\"/><c r=\"B1\"><v>2</v></c></row>",
           "<row r=\"1\">\n <c r=\"A1\"><f>SUM(B1:C1)</f><v>2</v></c>\n</row>",
           "<row><c t=\"str\"><f t=\"shared\" si=\"0\"/><v/></c></row>",
           "<row><c t=\"inlineStr\"><is><t xml:space=\"preserve\"> a \n b </t></is></c></row>",
       })
    BOOST_TEST((scanned(row) == taken), row);
  BOOST_TEST((scanned(kPlain) == taken));
  for (std::size_t size = 4; size < kPlain.size(); ++size)
    BOOST_TEST((scanned(kPlain.substr(0, size)) == incomplete), size);
}

BOOST_AUTO_TEST_CASE(what_is_written_otherwise_is_declined) {
  for (const std::string row : {
           "<row r='1'/>",
           "<row r = \"1\"/>",
           "<rows/>",
           "<row r=\"1\" r=\"2\"/>",
           "<row ht=\"1\" ht=\"2\"/>",
           "<row xmlns=\"u\"/>",
           "<row r=\"1\"s=\"2\"/>",
           "<row><x/></row>",
           "<row><c><v>&#49;</v></c></row>",
           "<row><c><v>\xC3\xA9</v></c></row>",
           "<row><c><v>1]]></v></c></row>",
           "<row><c><v>1</v><v>2</v></c></row>",
           "<row><c><v><![CDATA[1]]></v></c></row>",
           "<row><c><v>1</v><!-- --></c></row>",
           "<row><c><is><r><t>a</t></r></is></c></row>",
           "<row><c a=\"&lt;\"/></row>",
           "<row>text</row>",
           "<row></row ><row/>",
       })
    BOOST_TEST((scanned(row) == sheets::RowScanner::Outcome::declined), row);
}

BOOST_AUTO_TEST_CASE(the_parser_alone_sees_the_same_in_pieces_of_any_size) {
  const auto ground = small_ground();
  const std::string odd =
      "<row r=\"5\"><c r=\"A5\" t=\"inlineStr\"><is><t>\xC3\xA9 &amp;</t></is></c></row>";
  const std::string sheets[]{
      sheet(kPlain + odd + "<row><c><v>6</v></c></row>"),
      sheet("\n" + kPlain + "\n<!-- <row/> </row> -->\n<row r=\"7\"/>\n"),
      sheet("<!-- </row><row r=\"9\"><c><v>9</v></c></row> -->" + kPlain),
      sheet("<![CDATA[<row r=\"9\"><c><v>9</v></c></row>]]>" + kPlain),
      sheet("<?pi </row><row r=\"9\"/> ?>" + kPlain),
      sheet("<!-- <sheetData>" + kPlain + " --><row><c><v>1</v></c></row>"),
      sheet(kPlain, "<!-- <sheetData> --><sheetData>"),
      sheet(kPlain, "<![CDATA[<sheetData>]]><sheetData>"),
      sheet(kPlain, "<sheetData a=\"b\">"),
      sheet(kPlain, "<x><sheetData>" + kPlain + "</sheetData></x><sheetData>"),
      sheet(kPlain, "<sheetData xmlns=\"u\"/><sheetData>"),
      sheet("<row xmlns=\"u\"><c><v>1</v></c></row>" + kPlain),
      sheet("<x xmlns=\"u\"><row><c><v>1</v></c></row></x>" + kPlain),
      sheet("<row><c><v>1</v></c>" + kPlain + "</row>"),
      sheet(kPlain + kPlain),
      sheet(kPlain + "<row><c><v>x</v></c></row><row>"),
      sheet(kPlain + "<row><c></v></c></row>"),
      sheet(kPlain + "<row><c r=\"B1\" r=\"B1\"/></row>"),
      sheet(kPlain) + "<row><c/></row>",
      sheet(kPlain + "</sheetData><sheetData>" + odd),
      sheet(kPlain + "<row r=\"1\"/x>"),
      sheet(kPlain + "<row r=\"9\"><c r=\"A1\"/c></row>"),
      sheet(kPlain + "<row><c><f>1</f></c></row>"),
      sheet("<row><c t=\"inlineStr\"><is><t>" + std::string(40000, 'x') + "</t></is></c></row>"),
      "<worksheet><sheetData>" + kPlain + "</sheetData></worksheet>",
      kPlain,
      "",
  };
  for (const auto& xml : sheets) {
    const auto oracle = sheet_seen(xml, ground, false, 1U << 16);
    for (const std::size_t piece : {1U, 2U, 7U, 61U, 1U << 16}) {
      BOOST_TEST(sheet_seen(xml, ground, true, piece) == oracle, xml << " by " << piece);
      BOOST_TEST(sheet_seen(xml, ground, false, piece) == oracle, xml << " by " << piece);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_row_longer_than_a_tag_may_be_is_still_read) {
  std::string row = "<row r=\"1\">";
  for (std::uint32_t column = 1; column <= 3000; ++column)
    row +=
        "<c r=\"" + periksa::cell_name(1, column) + "\"><v>" + std::to_string(column) + "</v></c>";
  const auto ground = small_ground();
  const sheets::Caps caps{.token = 1U << 12};
  const auto xml = sheet(row + "</row>" + kPlain);
  const auto oracle = sheet_seen(xml, ground, false, 1U << 16, caps);
  BOOST_TEST(oracle.contains("A4 text satu\n"));
  for (const std::size_t piece : {100U, 1U << 16})
    BOOST_TEST(sheet_seen(xml, ground, true, piece, caps) == oracle);
}

BOOST_AUTO_TEST_SUITE_END()
