// SPDX-License-Identifier: Apache-2.0
// What the rows of an index may say, and how a wrong one is told.
#include "tests/documents/paper_folder.h"

using namespace periksa;
using namespace periksa::test;

BOOST_FIXTURE_TEST_SUITE(document_index, PaperFolder)

BOOST_AUTO_TEST_CASE(headings_are_known_in_both_languages_and_others_are_told) {
  write("indeks.csv",
        "Nama Berkas;SUMBER;ID Pekerja;jenis catatan;ID catatan;jns dokumen;yang menyatakan;"
        "tanggal;rak\na.pdf;;W1;pembayaran;b1;kuitansi;perusahaan;12 Maret 2024;3\n");
  const auto folder = good();
  const auto& row = folder.index.rows.at(0);
  const auto& vocabulary = shipped_rules().vocabulary();
  BOOST_TEST(row.file == "a.pdf");
  BOOST_TEST(row.worker == "W1");
  BOOST_TEST(row.record == "b1");
  BOOST_TEST(row.document == "receipt");
  BOOST_TEST(vocabulary.entity(row.entity).name == "payment");
  BOOST_TEST((row.asserter == facts::Asserter::agency));
  BOOST_TEST((row.dated == parse_iso_date("2024-03-12")));
  BOOST_REQUIRE(folder.index.warnings.size() == 1U);
  BOOST_TEST(render(folder.index.warnings[0], Language::en) ==
             "indeks.csv I1: warning: the column \"rak\" is not recognised and was not read");
}

BOOST_AUTO_TEST_CASE(a_wrong_row_is_an_error_with_its_cell_and_the_way_out) {
  const std::vector<std::pair<std::string, std::string>> wrong{
      {",s1,,,,,,\n", "index.csv A2: error: this row names no file"},
      {"a.pdf,,,,,,,\n", "index.csv B2: error: this row names neither a source nor a record"},
      {"a.pdf,s1,W1,,,,,\n", "index.csv B2: error: this row names a source and a record"},
      {"a.pdf,,W1,paymnt,b1,receipt,,\n", "index.csv D2: error: \"paymnt\" is no kind of record"},
      {"a.pdf,,W1,paymnt,b1,receipt,,\n", "did you mean \"payment\"?"},
      {"a.pdf,,,payment,b1,receipt,,\n",
       "index.csv C2: error: records of this kind (payment) belong to a worker"},
      {"a.pdf,,W1,payment,,receipt,,\n", "index.csv E2: error: which payment? Fill in \"record\""},
      {"a.pdf,,W1,employer,E1,ktp,,\n",
       "index.csv C2: error: records of this kind (employer) belong to no"},
      {"a.pdf,,W1,,b1,receipt,,\n", "index.csv D2: error: a record's id without its kind"},
      {"a.pdf,,W1,payment,b1,,,\n", "index.csv F2: error: a row for a record needs the kind"},
      {"a.pdf,,W1,payment,b1,reciept,,\n", "index.csv F2: error: \"reciept\" is no kind of"},
      {"a.pdf,,W1,payment,b1,reciept,,\n", "did you mean \"receipt\"?"},
      {"a.pdf,s1,,,,,somebody,\n", "index.csv G2: error: \"somebody\" is nobody who asserts"},
      {"a.pdf,s1,,,,,,03/04/2024\n", "index.csv H2: error: \"03/04/2024\" is not one certain day"},
      {"a.pdf,s1,,,,,,\nb.pdf,s1,,,,,,\n",
       "index.csv B3: error: the source \"s1\" is tied to another file in row 2"}};
  for (const auto& [row, told] : wrong) {
    index(row);
    BOOST_TEST(holds(refused(), told), row << refused());
  }
}

BOOST_AUTO_TEST_CASE(all_wrong_rows_are_told_at_once) {
  index(",s1,,,,,,\na.pdf,,,,,,,\na.pdf,s1,,,,,,\n");
  const auto folder = read();
  BOOST_REQUIRE(!folder);
  BOOST_TEST(folder.error().size() == 2U);
}

BOOST_AUTO_TEST_CASE(headings_must_be_there_once) {
  write("index.csv", "name,source\na,b\n");
  BOOST_TEST(holds(refused(), "no row of headings with a column \"file\""));
  write("index.csv", "file,source,berkas\na,b,c\n");
  BOOST_TEST(holds(refused(), "index.csv C1: error: the column \"berkas\" means the same"));
}

BOOST_AUTO_TEST_CASE(one_file_may_prove_several_things) {
  write("a.pdf", "%PDF-1.4");
  index("a.pdf,s1,,,,,,\na.pdf,s2,,,,,,\na.pdf,,W1,payment,b1,receipt,,\na.pdf,s1,,,,,,\n");
  BOOST_TEST(good().ties.size() == 4U);
}

BOOST_AUTO_TEST_CASE(the_workers_own_record_is_named_by_either_column) {
  index("a.pdf,,W1,,,ktp,,\nb.pdf,,,worker,W1,ktp,,\nc.pdf,,W1,pekerja,W1,ktp,,\n");
  for (const auto& row : good().index.rows) {
    BOOST_TEST(row.worker == "W1");
    BOOST_TEST(row.record == "");
  }
}

BOOST_AUTO_TEST_SUITE_END()
