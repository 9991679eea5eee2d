// SPDX-License-Identifier: Apache-2.0
// Tables as filings: which sheet and column mean what, whose a row is, and what is refused.
#include <boost/test/unit_test.hpp>

#include "tests/forms/form_reading.h"
#include "tests/ruleset/mini/temp_folder.h"

using namespace periksa::test;

BOOST_AUTO_TEST_SUITE(sheet_filings)

BOOST_AUTO_TEST_CASE(headings_are_known_in_both_languages_in_any_order_and_case) {
  const auto indonesian = read_files(
      {filing_csv(),
       {"Pekerja.csv", "NIK,ID,Nama Pekerja,TGL LAHIR\n0001,W1,Siti Contoh,1999-04-05\n"}});
  BOOST_TEST(indonesian.errors == "");
  BOOST_TEST(indonesian.warnings == "");
  const auto english = read_files(
      {filing_csv(),
       {"workers.csv", "ID,worker's name,NIK,date of birth\nW1,Siti Contoh,0001,1999-04-05\n"}});
  BOOST_TEST(english.errors == "");
  for (const auto* const reading : {&indonesian, &english}) {
    BOOST_TEST(reading->says("\"Siti Contoh\"  known"));
    BOOST_TEST(reading->says("\"1999-04-05\"  known"));
    BOOST_TEST(reading->says("\"0001\"  known"));
  }
  BOOST_TEST(indonesian.says("Pekerja.csv D2"));
}

BOOST_AUTO_TEST_CASE(records_are_their_workers_whatever_the_order_of_the_rows) {
  const auto read = read_files({filing_csv(),
                                {"workers.csv", "ID,NIK\nW1,11\nW2,22\n"},
                                {"payments.csv",
                                 "ID,worker ID,amount paid\nb1,W2,Rp2.500.000\nb1,W1,IDR 100\n"
                                 "b2,W2,\"RM 1,200.50\"\n"}});
  BOOST_TEST(read.errors == "");
  const auto first = read.text.find("<worker> W1");
  const auto second = read.text.find("<worker> W2");
  BOOST_REQUIRE(first < second);
  BOOST_TEST(read.text.find("\"IDR 100\"") < second);
  BOOST_TEST(read.text.find("\"Rp2.500.000\"  known  payments.csv C2") > second);
  BOOST_TEST(read.says("\"RM 1,200.50\"  known  payments.csv C4"));
}

BOOST_AUTO_TEST_CASE(an_empty_cell_is_absent_and_an_empty_column_is_not_there) {
  const auto read = read_files(
      {filing_csv(), {"workers.csv", "ID,NIK,worker's name,address\nW1,11,,\nW2,,Siti,\n"}});
  BOOST_TEST(read.errors == "");
  BOOST_TEST(read.says("nik (national identity number (NIK)): absent"));
  BOOST_TEST(!read.says("address"));
}

BOOST_AUTO_TEST_CASE(a_further_source_is_a_further_row_of_the_same_id) {
  const auto read = read_files(
      {filing_csv(),
       {"sources.csv",
        "ID,kind of document,asserted by\nktp1,KTP,agency\nket,worker_statement,worker\n"},
       {"workers.csv",
        "ID,source,date of "
        "birth,NIK\nW1,,1999-04-05,11\nW1,ktp1,1999-05-04,\nW1,ket,1999-04-05,\n"}});
  BOOST_TEST(read.errors == "");
  BOOST_TEST(read.says("contradictory"));
  BOOST_TEST(read.says("\"1999-05-04\"  known  workers.csv C3  ktp1"));
  BOOST_TEST(read.says("nik (national identity number (NIK)): \"11\"  known"));
}

BOOST_AUTO_TEST_CASE(one_id_for_two_is_an_error_with_both_places) {
  const auto read = read_files({filing_csv(), {"workers.csv", "ID,NIK\nW1,11\nW2,22\nW1,33\n"}});
  BOOST_TEST(
      read.errors ==
      "workers.csv A4: the ID \"W1\" of the worker (candidate or migrant worker) is taken at "
      "workers.csv A2; "
      "use another one or, if this row is another reading of the same record, name its other "
      "source\n");
}

BOOST_AUTO_TEST_CASE(a_row_without_a_source_is_no_further_reading) {
  const auto read =
      read_files({filing_csv(),
                  {"sources.csv", "ID,kind of document,asserted by\nktp1,KTP,agency\n"},
                  {"workers.csv", "ID,source,NIK\nW1,ktp1,11\nW1,,22\n"}});
  BOOST_TEST(read.errors.find("workers.csv A3: the ID \"W1\"") == 0U);
}

BOOST_AUTO_TEST_CASE(a_row_must_name_a_worker_who_is_there) {
  const auto read =
      read_files({filing_csv(),
                  {"workers.csv", "ID,NIK\nW1,11\n"},
                  {"payments.csv", "ID,worker ID,amount paid\nb1,W9,Rp1\nb2,,Rp2\n"}});
  BOOST_TEST(read.errors ==
             "payments.csv B2: worker \"W9\" is not in the sheet of workers; correct the ID or add "
             "the worker\n"
             "payments.csv B3: this row of payment does not say whose it is; fill the column "
             "worker ID\n");
}

BOOST_AUTO_TEST_CASE(two_headings_of_one_meaning_are_an_error) {
  const auto read = read_files(
      {filing_csv(), {"workers.csv", "ID,NIK,nik,date of birth\nW1,11,12,1999-01-01\n"}});
  BOOST_TEST(read.errors.find(
                 "workers.csv C1: the column \"nik\" means \"nik\", as does the one at B1") == 0U);
}

BOOST_AUTO_TEST_CASE(what_has_no_meaning_is_told_and_kept_out) {
  const auto read = read_files({filing_csv(),
                                {"workers.csv", "ID,NIK,shoe size,\nW1,11,38,x\n"},
                                {"lunch.csv", "a,b\n1,2\n"}});
  BOOST_TEST(read.errors == "");
  BOOST_TEST(read.warnings.find("lunch.csv A1: the sheet \"lunch\" is not recognised") !=
             std::string::npos);
  BOOST_TEST(read.warnings.find("workers.csv C1: the column \"shoe size\" is not recognised") !=
             std::string::npos);
  BOOST_TEST(read.warnings.find("workers.csv D2: this column has content but no heading") !=
             std::string::npos);
  BOOST_TEST(!read.says("\"38\""));
}

BOOST_AUTO_TEST_CASE(a_row_that_begins_with_total_is_no_record_whatever_follows) {
  for (const std::string total : {"Total pekerja", "JUMLAH: 2", "Grand Total", "Sub total PMI"}) {
    const auto read =
        read_files({filing_csv(), {"workers.csv", "ID,NIK\nW1,11\n" + total + ",12\n"}});
    BOOST_TEST(read.errors == "");
    BOOST_TEST(!read.says("\"12\"  known"), total);
    BOOST_TEST(read.warnings.find("a row of totals was not read") != std::string::npos, total);
  }
  const auto other = read_files({filing_csv(), {"workers.csv", "ID,NIK\nTotalindo,12\n"}});
  BOOST_TEST(other.says("\"12\"  known"));
}

BOOST_AUTO_TEST_CASE(a_value_in_a_message_is_cut_and_keeps_its_quotes) {
  const std::string id = "x\"\"3201015505900001\"\"" + std::string(100, 'y');
  const auto read =
      read_files({filing_csv(),
                  {"workers.csv", "ID,NIK\nW1,11\n"},
                  {"payments.csv", "ID,worker ID,amount paid\nb1,\"" + id + "\",Rp1\n"}});
  BOOST_TEST(read.errors.find("worker \"x'3201015505900001'yyy") != std::string::npos, read.errors);
  BOOST_TEST(read.errors.find(std::string(61, 'y')) == std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_ending_is_known_in_any_case) {
  const auto read =
      read_files({{"FILING.CSV", filing_csv().second}, {"workers.CSV", "ID,NIK\nW1,11\n"}});
  BOOST_TEST(read.errors == "");
  BOOST_TEST(read.says("\"11\"  known  workers.CSV B2"));
  const auto alone = read_files({{"X.CSV", "ID,NIK\nW1,11\n"}}, "X.CSV");
  BOOST_TEST(alone.errors.find("X.CSV") == 0U);
  BOOST_TEST(alone.errors.find("filing.csv") == std::string::npos);
  BOOST_TEST(alone.errors.find("no sheet \"Filing\"") != std::string::npos, alone.errors);
}

BOOST_AUTO_TEST_CASE(titles_above_the_headings_totals_and_examples_are_no_records) {
  const auto read =
      read_files({filing_csv(),
                  {"workers.csv",
                   "Daftar pekerja PT Contoh,,\n,,\nID,NIK,date of "
                   "birth\n#contoh-1,1,1999-01-01\nW1,11,1999-04-05\n"},
                  {"payments.csv", "ID,worker ID,amount paid\nb1,W1,Rp5\nTOTAL,,Rp5\n"}});
  BOOST_TEST(read.errors == "");
  BOOST_TEST(read.warnings.find("example row was not read") != std::string::npos);
  BOOST_TEST(read.warnings.find("a row of totals was not read") != std::string::npos);
  BOOST_TEST(!read.says("#contoh"));
  BOOST_TEST(!read.says("TOTAL"));
}

BOOST_AUTO_TEST_CASE(one_certain_date_proves_the_order_of_the_others) {
  const auto row = [](const std::string& more) {
    return read_files({filing_csv(), {"workers.csv", "ID,date of birth\nW1,03/04/1999\n" + more}});
  };
  BOOST_TEST(row("").says("\"03/04/1999\"  unreadable"));
  BOOST_TEST(row("W2,13/04/1999\n").says("\"03/04/1999\"  known"));
  BOOST_TEST(row("W2,13/04/1999\nW3,04/13/1999\n").says("\"03/04/1999\"  unreadable"));
}

BOOST_AUTO_TEST_CASE(a_date_proves_nothing_for_other_columns_nor_does_an_example) {
  const auto read = read_files(
      {filing_csv(),
       {"workers.csv",
        "ID,date of birth,departure date\n#example,13/04/1999,\nW1,03/04/1999,03/05/2024\n"
        "W2,,13/05/2024\n"},
       {"complaints.csv", "ID,filed_on\nc1,05/04/2024\n"}});
  BOOST_TEST(read.errors == "");
  BOOST_TEST(read.says("\"03/05/2024\"  known"));
  BOOST_TEST(read.says("\"03/04/1999\"  unreadable"));
  BOOST_TEST(read.says("\"05/04/2024\"  unreadable"));
}

BOOST_AUTO_TEST_CASE(a_title_that_is_called_like_a_heading_is_none) {
  const auto titled = [](const char* name, const std::string& title, const std::string& rows) {
    return read_files(
        {filing_csv(), {"workers.csv", "ID,NIK\nW1,11\n"}, {name, title + "\n,\n" + rows}});
  };
  const auto shelters =
      titled("shelters.csv", "Penampungan,", "ID,name,address\ns1,Melati,Jalan\n");
  BOOST_TEST(shelters.errors == "");
  BOOST_TEST(shelters.says("<shelter> s1"), shelters.warnings);
  const auto workers = read_files(
      {filing_csv(), {"pekerja.csv", "Pekerja,,\nID,NIK,nama pekerja\nW1,11,Siti Contoh\n"}});
  BOOST_TEST(workers.says("\"Siti Contoh\"  known  pekerja.csv C3"), workers.errors);
  const auto jobs =
      titled("job_orders.csv", "job order,employer", "ID,number,employer,country\nj1,J-1,,HK\n");
  BOOST_TEST(jobs.errors == "");
  BOOST_TEST(jobs.says("<job_order> j1"), jobs.warnings);
}

BOOST_AUTO_TEST_CASE(a_currency_in_the_heading_is_for_bare_numbers) {
  const auto read = [](const std::string& rows) {
    return read_files({filing_csv(),
                       {"workers.csv", "ID,NIK\nW1,11\n"},
                       {"payments.csv", "ID,worker ID,amount paid (Rp)\n" + rows}});
  };
  BOOST_TEST(read("b1,W1,2.500.000\n").says("\"2.500.000\"  known"));
  BOOST_TEST(read("b1,W1,Rp 500\n").says("\"Rp 500\"  known"));
  BOOST_TEST(read("b1,W1,RM 500\n").errors.find("payments.csv C2: this amount is in MYR") == 0U);
}

BOOST_AUTO_TEST_CASE(the_filing_must_say_when_it_was_closed) {
  BOOST_TEST(read_files({{"workers.csv", "ID,NIK\nW1,11\n"}})
                 .errors.find("there is no sheet \"Filing\"") != std::string::npos);
  BOOST_TEST(read_files({{"filing.csv", "item,value\nclosing date,03/04/2025\n"},
                         {"workers.csv", "ID,NIK\nW1,11\n"}})
                 .errors.find("filing.csv B2: \"03/04/2025\" is not one certain date") == 0U);
}

BOOST_AUTO_TEST_CASE(what_the_filing_says_of_itself_is_of_our_format_and_known_by_name) {
  const auto read = [](const std::string& first, const std::string& more) {
    return read_files(
        {{"filing.csv", first + "\nclosing date,2025-06-30\n" + more}, {"workers.csv", "ID\n"}});
  };
  BOOST_TEST(read("item,value", "format,1\n").errors == "");
  BOOST_TEST(read("Uraian,Keterangan", "").errors == "");
  BOOST_TEST(read("item,value", "format,2\n").errors.find("filing.csv B3: this version cannot") ==
             0U);
  // A name in the first row is no heading where a value stands beside it.
  for (const auto* first : {"ficttious,yes", "closng,2025-06-30", "sent by,union", "formt,2"})
    BOOST_TEST(read(first, "").errors.find("is not known in this sheet") != std::string::npos,
               first);
}

BOOST_AUTO_TEST_CASE(completeness_is_stated_in_a_table_of_its_own) {
  const auto read = read_files({filing_csv(),
                                {"workers.csv", "ID,NIK\nW1,11\n"},
                                {"payments.csv", "ID,worker ID,amount paid\nb1,W1,Rp1\n"},
                                {"kelengkapan.csv",
                                 "daftar,ID pekerja,kelengkapan,jumlah\npembayaran,W1,lengkap,1\n"
                                 "pekerja,,lengkap,2\n"}});
  BOOST_TEST(read.errors == "");
  BOOST_TEST(read.says("[payments] complete (1)"));
  BOOST_TEST(read.warnings.find("kelengkapan.csv C3: ") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_told_of_a_cell_speaks_of_no_xml) {
  const auto source = read_files({filing_csv(), {"workers.csv", "ID,source\nW1,s9\n"}});
  BOOST_TEST(source.errors ==
             "workers.csv B2: source \"s9\" is not declared; declare it among the filing's "
             "sources\n");
  const auto record = read_files({filing_csv(), {"workers.csv", "ID,employer\nW1,Tuan\n"}});
  BOOST_TEST(record.warnings ==
             "workers.csv B2: \"Tuan\" (employer): this employer is not in the filing; add it or "
             "correct its ID\n");
  const auto count =
      read_files({filing_csv(), {"completeness.csv", "list,completeness\nworkers,complete\n"}});
  BOOST_TEST(count.errors ==
             "completeness.csv B2: \"workers\" is said to be complete without a count; state how "
             "many there are\n");
}

BOOST_AUTO_TEST_CASE(a_text_that_no_filing_can_hold_is_refused_where_it_stands) {
  const std::string ampersands(8'000, '&');  // five times as long where they are written
  for (const auto* name : {"permits", "workers"}) {
    const auto read = [&](const std::string& number) {
      return read_files({filing_csv(),
                         {std::string(name) + ".csv", "ID,note,nik,number\np1," + number + ',' +
                                                          number + ',' + number + "\n"}});
    };
    const std::string at = std::string(name) + (name[0] == 'p' ? ".csv D2: " : ".csv C2: ");
    for (const auto* control : {"B.1\v", "B\f1"})
      BOOST_TEST(read(control).errors.find(at + "this text holds a character") == 0U);
    BOOST_TEST(read(ampersands).errors.find(at + "this text is longer than the cap") == 0U);
  }
}

BOOST_AUTO_TEST_CASE(shared_records_beyond_the_cap_are_refused) {
  const TempFolder folder;
  for (const auto& [name, text] :
       {filing_csv(), {"permits.csv", "ID,number\np1,B.1\np2,B.2\np3,B.3\n"}})
    folder.write("f/" + name, text);
  periksa::intake::ReadOptions options;
  options.caps.shared = 40;
  const auto read = periksa::forms::read_any_filing(
      folder.path() / "f", the_vocabulary(), options, {}, [](const auto&) {},
      [](unsigned, std::uint32_t, const auto&) {});
  BOOST_REQUIRE(!read);
  BOOST_REQUIRE(read.error().size() == 1U);
  BOOST_TEST(read.error().front().text.en.contains("exceed the cap of 40 bytes"));
}

BOOST_AUTO_TEST_CASE(a_mapping_puts_several_records_of_a_row_in_their_places) {
  const auto read = read_files({{"ekspor.csv",
                                 "DATA PMI;;;;\nKODE;NAMA;NO PASPOR;KTP MASUK;BAYAR\nTS 6317;Siti "
                                 "Contoh;X000;01/02/2024;2.500.000\n"
                                 "TS 6318;Rina Contoh;;;\n"}},
                               {}, R"(<map format="1"><filing closing="2025-06-30"/>
        <sheet name="ekspor" heading-row="2">
          <record entity="worker"><column heading="Kode" field="id"/><column heading="nama" field="name"/></record>
          <record entity="passport"><column heading="No Paspor" field="number"/></record>
          <record entity="custody" name="ktp"><set field="document" value="ktp"/>
            <column heading="KTP masuk" field="taken_on" dates="day-first"/></record>
          <record entity="payment"><column heading="bayar" field="amount" currency="IDR"/></record>
        </sheet></map>)");
  BOOST_TEST(read.errors == "");
  BOOST_TEST(read.says("<passport> ekspor:3"));
  BOOST_TEST(!read.says("<passport> ekspor:4"));
  BOOST_TEST(read.says("<custody> ekspor:3:ktp"));
  BOOST_TEST(read.says("\"01/02/2024\"  known  ekspor.csv D3"));
  BOOST_TEST(read.says("\"2.500.000\"  known  ekspor.csv E3"));
}

BOOST_AUTO_TEST_SUITE_END()
