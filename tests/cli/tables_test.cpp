// SPDX-License-Identifier: Apache-2.0
// template, convert, map, --map: what the program does with workbooks and CSV (docs/tables.md).
#include <boost/test/unit_test.hpp>

#include "tests/audit/help/filings.h"
#include "tests/cli/help/desk.h"

using namespace periksa;
using namespace periksa::test;
namespace fs = std::filesystem;

namespace {

const std::string kMap = R"(<map format="1"><filing closing="2025-06-30"/>
<sheet name="pmi"><record entity="worker"><column heading="KODE" field="id"/>
<column heading="NAMA" field="name"/></record></sheet></map>)";

struct Tables : Desk {
  Tables() {
    write("filing.xml", base("clean-worker"));
    write("pmi.csv", "KODE;NAMA\nW1;Siti Contoh\n");
    write("map.xml", kMap);
  }

  /// A filing written as JSON, without the word that keeps a table from reading a raw text.
  std::string facts_in(const std::string& json) const {
    std::string text = read(json);
    const std::string word = "unreadable: ";
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word))
      text.erase(at, word.size());
    return text;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(tables, Tables)

BOOST_AUTO_TEST_CASE(a_template_is_written_in_the_language_asked_for) {
  for (const auto* purpose : {"agency", "union", "crew", "all"}) {
    const std::string book = std::string(purpose) + ".xlsx";
    const auto ran = periksa({"template", "--out", book, "--for", purpose});
    BOOST_TEST(ran.code == 0, ran.err);
    BOOST_TEST(ran.out.empty());
    BOOST_TEST(read(book).starts_with("PK"));
    // It lacks nothing but the closing date.
    const auto facts = periksa({"facts", book});
    BOOST_TEST(facts.code == 5);
    BOOST_TEST(says(facts.err, "Filing!B3: error: the filing's closing date"), facts.err);
  }
  // What may have been filled in is never taken the place of.
  const auto before = read("agency.xlsx");
  BOOST_TEST(periksa({"template", "--out", "agency.xlsx"}).code == 64);
  BOOST_TEST(read("agency.xlsx") == before);
  BOOST_TEST(periksa({"template", "--out", "book.xlsx", "--for", "nobody"}).code == 64);
  BOOST_TEST(periksa({"template"}).code == 64);
  BOOST_TEST(periksa({"template", "--out", "book.ods"}).code == 64);
  BOOST_TEST(periksa({"template", "--out", "none/book.xlsx"}).code == 74);
}

BOOST_AUTO_TEST_CASE(a_filing_becomes_a_workbook_or_a_folder_with_the_same_facts) {
  // Of JSON the same facts are the same bytes; it names no places.
  BOOST_TEST(periksa({"convert", "filing.xml", "--out", "first.json"}).code == 0);
  const auto first = read("first.json");
  BOOST_TEST(says(first, "Contoh Melati"));
  for (const auto* out : {"book.xlsx", "folder"}) {
    const auto ran = periksa({"convert", "filing.xml", "--out", out});
    BOOST_TEST(ran.code == 0, ran.err);
    const auto back = periksa({"convert", out, "--out", std::string(out) + ".json"});
    BOOST_TEST(back.code == 0, back.err);
    BOOST_TEST(back.err == "");
    BOOST_TEST(read(std::string(out) + ".json") == first);
  }
}

BOOST_AUTO_TEST_CASE(the_example_of_the_page_keeps_its_facts_in_tables) {
  const auto page = slurp(PERIKSA_SOURCE_DIR "/docs/filing-format.md");
  const std::string begin = "```xml\n";
  const auto from = page.find(begin) + begin.size();
  write("doc.xml", page.substr(from, page.find("```", from) - from));
  BOOST_TEST(periksa({"convert", "doc.xml", "--out", "doc.json"}).code == 0);
  for (const auto* out : {"doc.xlsx", "doc"}) {
    BOOST_TEST(periksa({"convert", "doc.xml", "--out", out}).code == 0);
    BOOST_TEST(periksa({"convert", out, "--out", "back.json"}).code == 0);
    BOOST_TEST(facts_in("back.json") == facts_in("doc.json"));
  }
}

BOOST_AUTO_TEST_CASE(what_is_empty_everywhere_or_by_another_source_stays_absent) {
  write("empty.xml", R"(<filing format="1" closing="2025-06-30">
<source id="s1" document="ktp"/>
<worker id="W1" name="" born_on="12-Mar-24" departed_on="03/04/24">
<nik source="s1" state="absent"/></worker>
<worker id="W2" name="" nik="0012345203980001">
<departed_on state="unreadable"
 from="2024-01-01" to="2024-01-31">Jan 2024</departed_on></worker></filing>)");
  BOOST_TEST(periksa({"convert", "empty.xml", "--out", "empty.json"}).code == 0);
  BOOST_TEST(says(read("empty.json"), "\"name\":null"), read("empty.json"));
  BOOST_TEST(says(read("empty.json"), "\"state\":\"absent\""), read("empty.json"));
  for (const auto* out : {"empty.xlsx", "empty"}) {
    BOOST_TEST(periksa({"convert", "empty.xml", "--out", out}).code == 0);
    BOOST_TEST(periksa({"convert", out, "--out", "back.json"}).code == 0);
    BOOST_TEST(facts_in("back.json") == facts_in("empty.json"));
  }
}

BOOST_AUTO_TEST_CASE(a_workbook_is_converted_to_the_same_workbook) {
  periksa({"convert", "filing.xml", "--out", "once.xlsx"});
  periksa({"convert", "once.xlsx", "--out", "twice.xlsx"});
  BOOST_TEST((read("once.xlsx") == read("twice.xlsx")));
}

BOOST_AUTO_TEST_CASE(an_output_never_takes_the_place_of_what_is_read) {
  const std::string before = read("filing.xml");
  const auto ran = periksa({"convert", "filing.xml", "--out", "filing.xml"});
  BOOST_TEST(ran.code == 64);
  BOOST_TEST((read("filing.xml") == before));
}

BOOST_AUTO_TEST_CASE(a_kind_of_file_that_is_not_written_is_no_folder) {
  for (const auto* out : {"book.ods", "book.csv", "book.xml"}) {
    BOOST_TEST(periksa({"convert", "filing.xml", "--out", out}).code == 64);
    BOOST_TEST(!has(out));
  }
}

BOOST_AUTO_TEST_CASE(a_folder_of_csv_files_takes_no_second_filing) {
  BOOST_TEST(periksa({"convert", "filing.xml", "--out", "folder"}).code == 0);
  const auto before = read("folder/workers.csv");
  for (const auto* in : {"filing.xml", "folder"}) {
    BOOST_TEST(periksa({"convert", in, "--out", "folder"}).code == 64);
    BOOST_TEST(read("folder/workers.csv") == before);
  }
  write("own/Notes.CSV", "a,b\n");
  const auto ran = periksa({"convert", "filing.xml", "--out", "own"});
  BOOST_TEST(ran.code == 64);
  BOOST_TEST(says(ran.err, "holds CSV files already"), ran.err);
  write("other/notes.txt", "");
  BOOST_TEST(periksa({"convert", "filing.xml", "--out", "other"}).code == 0);
}

BOOST_AUTO_TEST_CASE(a_broken_filing_becomes_nothing) {
  write("broken.xml", read("filing.xml").substr(0, 2000));
  const auto before = listing().size();
  BOOST_TEST(periksa({"convert", "broken.xml", "--out", "book.xlsx"}).code == 5);
  BOOST_TEST(listing().size() == before);
}

BOOST_AUTO_TEST_CASE(a_mapping_is_taken_by_every_verb_that_reads_a_filing) {
  const auto facts = periksa({"facts", "pmi.csv", "--map", "map.xml", "--unmask"});
  BOOST_TEST(facts.code == 0, facts.err);
  BOOST_TEST(says(facts.out, "Siti Contoh"));
  const auto audit = periksa({"audit", "pmi.csv", "--map", "map.xml", "--rule", "uu-18-2017/66/1"});
  BOOST_TEST(audit.code == 2, audit.err);
  BOOST_TEST(periksa({"convert", "pmi.csv", "--map", "map.xml", "--out", "book.xlsx"}).code == 0);
  BOOST_TEST(says(periksa({"facts", "book.xlsx", "--unmask"}).out, "Siti Contoh"));
}

BOOST_AUTO_TEST_CASE(a_folder_with_a_mapping_is_one_filing) {
  write("export/pmi.csv", read("pmi.csv"));
  const auto ran = periksa({"audit", "export", "--map", "map.xml", "-o", "json:results.json"});
  BOOST_TEST(ran.code == 2, ran.err);
  BOOST_TEST(read("results.json").starts_with("{\"format\":\"periksa-results/1\""));
}

BOOST_AUTO_TEST_CASE(a_mapping_that_is_refused_refuses_the_filing) {
  write("map.xml", replaced(kMap, "field=\"name\"", "field=\"nome\""));
  for (const auto* verb : {"facts", "audit"}) {
    const auto ran = periksa({verb, "pmi.csv", "--map", "map.xml"});
    BOOST_TEST(ran.code == 5);
    BOOST_TEST(says(ran.err, "map.xml:3:"), ran.err);
    BOOST_TEST(says(ran.err, "\"nome\" is no field of worker; did you mean \"name\"?"), ran.err);
  }
  BOOST_TEST(periksa({"facts", "pmi.csv", "--map", "nowhere.xml"}).code == 5);
  BOOST_TEST(periksa({"facts", "filing.xml", "--map", "map.xml"}).code == 5);
}

BOOST_AUTO_TEST_CASE(a_proposed_mapping_is_printed_or_written_and_taken) {
  write("pmi.csv", "ID;NAMA LENGKAP;NIK;TGL LAHIR\nW1;Siti Contoh;0012345203980001;1998-03-12\n");
  const auto printed = periksa({"map", "pmi.csv"});
  BOOST_TEST(printed.code == 0, printed.err);
  BOOST_TEST(says(printed.out, "<column heading=\"TGL LAHIR\" field=\"born_on\"/>"), printed.out);
  BOOST_TEST(says(printed.err, "closing date"), printed.err);
  BOOST_TEST(periksa({"map", "pmi.csv", "--out", "peta.xml"}).code == 0);
  BOOST_TEST(read("peta.xml") == printed.out);
  // What may have been worked over is never taken the place of.
  const auto again = periksa({"map", "pmi.csv", "--out", "peta.xml"});
  BOOST_TEST(again.code == 64);
  BOOST_TEST(says(again.err, "is there already"), again.err);
  BOOST_TEST(periksa({"map", "pmi.csv", "--out", "pmi.csv"}).code == 64);
  BOOST_TEST(read("peta.xml") == printed.out);
  write("peta.xml", replaced(printed.out, "<map format=\"1\">",
                             "<map format=\"1\"><filing closing=\"2025-06-30\"/>"));
  const auto facts = periksa({"facts", "pmi.csv", "--map", "peta.xml", "--unmask"});
  BOOST_TEST(says(facts.out, "1998-03-12"), facts.err);
  BOOST_TEST(!says(bare({"map", "pmi.csv"}).out, "A proposed mapping"));
  BOOST_TEST(periksa({"map", "nowhere.csv"}).code == 5);
  BOOST_TEST(periksa({"map", "pmi.csv", "--out", "none/peta.xml"}).code == 74);
}

BOOST_AUTO_TEST_SUITE_END()
