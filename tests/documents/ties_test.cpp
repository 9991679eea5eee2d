// SPDX-License-Identifier: Apache-2.0
// What files do to the facts of a filing: who is raised, who is not, who loses a stated hash.
#include "auditor/base/sha256.h"
#include "tests/documents/paper_folder.h"

using namespace periksa;
using namespace periksa::test;
using facts::Basis;

namespace {

const std::string kPdf = "%PDF-1.4 a receipt";
const std::string kOther(64, 'b');

std::string filing(const std::string& inside) {
  return "<filing format=\"1\" closing=\"2025-06-30\">\n" + inside + "\n</filing>";
}

const std::string kPaid = filing(
    R"(<source id="s1" document="receipt"/>
       <worker id="W1" born_on="2000-01-01"><payment id="b1" source="s1" amount="IDR 500"/>
         <payment id="b2" amount="IDR 900"/></worker>)");

struct Papers : PaperFolder {
  Papers() { write("a.pdf", kPdf); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(document_ties, Papers)

BOOST_AUTO_TEST_CASE(a_source_whose_file_is_there_becomes_a_document) {
  index("a.pdf,s1,,,,,,2024-03-12\n");
  const auto folder = good();
  const TiedReading read(folder, kPaid);
  BOOST_TEST(read.errors == "");
  BOOST_TEST((read.basis(read.amounts[0]) == Basis::document));
  BOOST_TEST((read.basis(read.amounts[1]) == Basis::declared));
  BOOST_TEST(read.source("s1").sha256 == sha256_hex(kPdf));
  BOOST_TEST(read.source("s1").file == "D001");
  BOOST_TEST((read.source("s1").dated == parse_iso_date("2024-03-12")));
  BOOST_TEST(read.ties.is_tied(0));
}

BOOST_AUTO_TEST_CASE(a_record_rests_on_its_file_and_its_neighbour_does_not) {
  index("a.pdf,,W1,payment,b2,receipt,,\n");
  const auto folder = good();
  const TiedReading read(folder, kPaid);
  BOOST_TEST(read.errors == "");
  BOOST_TEST((read.basis(read.amounts[1]) == Basis::document));
  BOOST_TEST((read.basis(read.amounts[0]) == Basis::declared));
  BOOST_TEST((read.basis(read.births[0]) == Basis::declared));
  BOOST_TEST(read.source("indeks:2").document == "receipt");
  BOOST_REQUIRE(read.ties.records_of(0).size() == 1U);
  BOOST_TEST(read.ties.records_of(0)[0].id == "b2");
}

BOOST_AUTO_TEST_CASE(what_a_paper_of_its_own_says_is_not_taken_from_it) {
  index("a.pdf,,W1,payment,b1,receipt,,\n");
  const auto folder = good();
  const TiedReading read(folder, kPaid);
  BOOST_TEST(read.header.sources[read.amounts[0].source].id == "s1");
}

BOOST_AUTO_TEST_CASE(a_statement_stays_a_statement_whatever_is_scanned) {
  index("a.pdf,,W1,payment,b2,worker_statement,worker,\n");
  const auto folder = good();
  const TiedReading read(folder, kPaid);
  BOOST_TEST(read.errors == "");
  BOOST_TEST((read.basis(read.amounts[1]) == Basis::statement));
}

BOOST_AUTO_TEST_CASE(missing_and_empty_files_prove_nothing) {
  write("empty.pdf", "");
  for (const auto* name : {"missing.pdf", "empty.pdf"}) {
    index(std::string(name) + ",s1,,,,,,\n" + name + ",,W1,payment,b2,receipt,,\n");
    const auto folder = good();
    const TiedReading read(folder, kPaid);
    BOOST_TEST(read.errors == "");
    for (const auto& cell : read.amounts) BOOST_TEST((read.basis(cell) == Basis::declared));
    BOOST_TEST(read.header.sources.size() == 2U);
  }
}

BOOST_AUTO_TEST_CASE(a_stated_hash_counts_only_when_a_file_has_it) {
  const auto with_hash = [](const std::string& hash) {
    return replaced(kPaid, "document=\"receipt\"", "document=\"receipt\" sha256=\"" + hash + '"');
  };
  index("a.pdf,,W1,payment,b2,receipt,,\n");
  const auto unnamed = good();
  const TiedReading by_hash(unnamed, with_hash(sha256_hex(kPdf)));
  BOOST_TEST((by_hash.basis(by_hash.amounts[0]) == Basis::document));
  BOOST_TEST(by_hash.ties.sources_of(0) == std::vector<std::string>{"s1"},
             boost::test_tools::per_element());
  const TiedReading nowhere(unnamed, with_hash(kOther));
  BOOST_TEST((nowhere.basis(nowhere.amounts[0]) == Basis::declared));
  BOOST_TEST(nowhere.ties.unfound() == std::vector<std::string>{"s1"},
             boost::test_tools::per_element());
  index("a.pdf,s1,,,,,,\n");
  const auto named = good();
  const TiedReading differs(named, with_hash(kOther));
  BOOST_TEST((differs.basis(differs.amounts[0]) == Basis::declared));
  BOOST_TEST(differs.source("s1").sha256 == "");
  BOOST_TEST(!differs.ties.is_tied(0));
  BOOST_TEST(differs.ties.differing() == std::vector<std::string>{"s1"},
             boost::test_tools::per_element());
  const TiedReading fits(named, with_hash(sha256_hex(kPdf)));
  BOOST_TEST(fits.ties.is_tied(0));
  index("gone.pdf,s1,,,,,,\n");
  const auto gone = good();
  const TiedReading cleared(gone, with_hash(sha256_hex(kPdf)));
  BOOST_TEST((cleared.basis(cleared.amounts[0]) == Basis::declared));
}

BOOST_AUTO_TEST_CASE(of_the_same_value_in_two_papers_the_tied_one_is_rested_on) {
  index("a.pdf,s2,,,,,,\n");
  const auto folder = good();
  const TiedReading read(folder,
                         filing(R"(<source id="s1" document="receipt" sha256=")" + kOther + R"("/>
        <source id="s2" document="ledger"/>
        <worker id="W1"><payment id="b1" source="s1" amount="IDR 500">
          <amount source="s2">IDR 500</amount></payment></worker>)"));
  BOOST_TEST(read.header.sources[read.amounts[0].source].id == "s2");
}

BOOST_AUTO_TEST_CASE(of_two_readings_only_the_filers_own_moves_to_the_paper) {
  index("a.pdf,,W1,,,ktp,,\n");
  const auto folder = good();
  const TiedReading read(folder, filing(R"(<source id="s1" document="passport"/>
      <worker id="W1" born_on="2000-01-01"><born_on source="s1">2001-01-01</born_on></worker>)"));
  BOOST_TEST((read.births[0].state == facts::State::contradictory));
  BOOST_TEST(read.birth_sources == (std::vector<std::uint32_t>{1, 2}),
             boost::test_tools::per_element());
  BOOST_TEST(read.header.sources[2].id == "indeks:2");
}

BOOST_AUTO_TEST_CASE(shared_records_are_tied_too) {
  write("index.csv",
        "file,record kind,record,document\na.pdf,permit,P1,permit\n"
        "a.pdf,agency,,permit\n");
  const auto folder = good();
  const TiedReading read(folder, filing("<agency id=\"A1\" name=\"PT Contoh\"/>"
                                        "<permit id=\"P1\" number=\"1\"/>"));
  BOOST_TEST(read.errors == "");
  BOOST_TEST(read.ties.records_of(0).size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_second_file_of_a_record_is_listed_and_warned_about) {
  write("b.pdf", "%PDF-1.4 another");
  index(
      "a.pdf,,W1,payment,b2,receipt,,\nb.pdf,,W1,payment,b2,receipt,,\n"
      "a.pdf,,W1,payment,b2,receipt,,\n");
  const auto folder = good();
  const TiedReading read(folder, kPaid);
  BOOST_TEST(read.header.sources[read.amounts[1].source].file == "D001");
  BOOST_REQUIRE(read.ties.warnings().size() == 1U);
  BOOST_TEST(holds(render(read.ties.warnings()[0], Language::en), "index.csv A3"));
}

BOOST_AUTO_TEST_CASE(what_the_filing_has_not_is_an_error_with_the_nearest_name) {
  const std::vector<std::pair<std::string, std::string>> wrong{
      {"a.pdf,s11,,,,,,\n", "index.csv B2: error: the filing has no source \"s11\""},
      {"a.pdf,s11,,,,,,\n", "did you mean \"s1\"?"},
      {"a.pdf,,W11,,,ktp,,\n", "index.csv C2: error: the filing has no worker \"W11\""},
      {"a.pdf,,W11,,,ktp,,\n", "did you mean \"W1\"?"},
      {"a.pdf,,W1,payment,b22,receipt,,\n", "index.csv E2: error: the filing has no payment"},
      {"missing.pdf,,W1,payment,b22,receipt,,\n", "did you mean \"b2\"?"},
      {"a.pdf,,,permit,P1,permit,,\n", "index.csv E2: error: the filing has no"},
      {"a.pdf,,,agency,,permit,,\n", "delete this row"},
      {"a.pdf,s1,,,,ktp,,\n",
       "index.csv F2: error: the filing says that the source \"s1\" is a paper"},
      {"a.pdf,s1,,,,,registry,\n", "index.csv G2: error: the filing says that agency asserts"}};
  for (const auto& [row, told] : wrong) {
    index(row);
    const auto folder = good();
    const TiedReading read(folder, kPaid);
    BOOST_TEST(holds(read.errors, told), row << read.errors);
  }
}

BOOST_AUTO_TEST_CASE(an_id_that_the_index_would_make_is_left_to_the_filing) {
  index("a.pdf,,W1,payment,b2,receipt,,\n");
  const auto folder = good();
  const TiedReading read(folder, replaced(replaced(kPaid, "id=\"s1\"", "id=\"indeks:2\""),
                                          "source=\"s1\"", "source=\"indeks:2\""));
  BOOST_TEST(read.errors == "");
  BOOST_TEST(read.header.sources[read.amounts[1].source].id == "indeks:2+");
}

BOOST_AUTO_TEST_SUITE_END()
