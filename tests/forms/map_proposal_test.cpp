// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/map_proposal.h"

#include <boost/test/unit_test.hpp>

#include "auditor/forms/mapping.h"
#include "tests/forms/tables_reading.h"
#include "tests/ruleset/mini/temp_folder.h"

using namespace periksa;
using namespace periksa::test;

namespace {

struct Proposals : TempFolder {
  forms::Proposal propose(const std::string& name, const std::string& text) const {
    const auto proposal =
        forms::propose_mapping(TempFolder::write(name, text), the_vocabulary(), {}, Language::en);
    BOOST_REQUIRE(proposal.has_value());
    return *proposal;
  }

  static forms::Mapping read(const forms::Proposal& proposal) {
    const auto mapping = forms::parse_mapping(proposal.xml, "map.xml", the_vocabulary());
    if (!mapping) BOOST_FAIL(mapping.error().front().text.en + '\n' + proposal.xml);
    return *mapping;
  }

  static bool told(const forms::Proposal& proposal, std::string_view phrase) {
    return std::ranges::any_of(proposal.unsure,
                               [&](const auto& one) { return one.text.en.contains(phrase); });
  }
};

const std::string kWorkers =
    "Data PMI;;;;;\n"
    "ID;Nama Lengkap;Tgl Lahir;Status Nikah;Paspor Expiry;Lemari\n"
    "TS 1;Siti Contoh;03/04/1998;KAWIN;2034-02-26;A1\n"
    "TS 2;Dewi Misal;05/06/1999;JANDA;2034-03-26;A2\n";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(map_proposal, Proposals)

BOOST_AUTO_TEST_CASE(headings_find_their_entity_and_a_row_may_hold_several) {
  const auto mapping = read(propose("pmi.csv", kWorkers));
  BOOST_REQUIRE(mapping.sheets.size() == 1U);
  const auto& sheet = mapping.sheets.front();
  BOOST_TEST(sheet.name == "pmi");
  BOOST_TEST(sheet.heading_row == 2U);
  BOOST_REQUIRE(sheet.records.size() == 2U);
  BOOST_TEST(sheet.records[0].entity == "worker");
  BOOST_TEST(sheet.records[0].columns.size() == 4U);
  BOOST_TEST(sheet.records[0].columns[0].field == "id");
  BOOST_TEST(sheet.records[0].columns[2].heading == "Tgl Lahir");
  BOOST_TEST(sheet.records[0].columns[2].field == "born_on");
  BOOST_TEST(sheet.records[1].entity == "passport");
  BOOST_TEST(sheet.records[1].columns.front().field == "expires_on");
}

BOOST_AUTO_TEST_CASE(what_is_not_certain_is_a_comment_and_told) {
  const auto proposal = propose("pmi.csv", kWorkers);
  BOOST_TEST(told(proposal, "the column \"Lemari\" is not known"));
  BOOST_TEST(told(proposal, "2 dates of the column \"Tgl Lahir\" may mean more than one day"));
  BOOST_TEST(told(proposal, "1 words of the column \"Status Nikah\" are not known"));
  BOOST_TEST(proposal.xml.contains("<!-- <word is=\"janda\" means=\"\"/> -->"), proposal.xml);
  BOOST_TEST(proposal.xml.contains("<column heading=\"Lemari\" field=\"\"/> -->"));
  for (const auto& record : read(proposal).sheets.front().records) {
    for (const auto& column : record.columns) BOOST_TEST(column.words.empty());
  }
}

BOOST_AUTO_TEST_CASE(a_date_that_proves_the_order_leaves_nothing_to_ask) {
  const auto proposal = propose("pmi.csv", kWorkers + "TS 3;Rina;13/06/1999;KAWIN;;\n");
  BOOST_TEST(!told(proposal, "may mean more than one day"));
}

BOOST_AUTO_TEST_CASE(a_proven_order_reads_no_other_dates) {
  const std::string proof = "TS 3;Rina;13/06/1999;KAWIN;;\n";
  const auto odd = propose("pmi.csv", kWorkers + proof + "TS 4;Tri;Maret 1999;KAWIN;;\n");
  BOOST_TEST(told(odd, "1 of 4 values of the column \"Tgl Lahir\" cannot be read"));
  // Of what century the year is will be known.
  const auto century = propose("pmi.csv", kWorkers + proof + "TS 4;Tri;12-Mar-99;KAWIN;;\n");
  BOOST_TEST(!told(century, "Tgl Lahir"));
  // Two orders in one column prove nothing.
  const auto both = propose("pmi.csv", kWorkers + proof + "TS 4;Tri;06/13/1999;KAWIN;;\n");
  BOOST_TEST(told(both, "2 dates of the column \"Tgl Lahir\" may mean more than one day"));
}

BOOST_AUTO_TEST_CASE(two_columns_that_mean_the_same_are_both_left_open) {
  const auto proposal = propose("pmi.csv", "ID,Nama,Nama Lengkap,NIK\nTS 1,Siti,Siti C,0012\n");
  const auto mapping = read(proposal);
  BOOST_TEST(mapping.sheets.front().records.front().columns.size() == 2U);
  BOOST_TEST(told(proposal, "the column \"Nama\" was not placed"));
  BOOST_TEST(told(proposal, "the column \"Nama Lengkap\" was not placed"));
}

BOOST_AUTO_TEST_CASE(an_id_in_a_sheet_that_names_no_worker_may_be_the_worker_s) {
  const auto proposal = propose("proses.csv", "ID,Tahap,Selesai\nTS 1,blk,ya\n");
  const auto mapping = read(proposal);
  BOOST_TEST(mapping.sheets.front().records.front().entity == "process_step");
  BOOST_TEST(mapping.sheets.front().records.front().columns.size() == 2U);
  BOOST_TEST(proposal.xml.contains("process_step.id, process_step.worker"), proposal.xml);
  BOOST_TEST(told(proposal, "no column certainly says whose"));
}

BOOST_AUTO_TEST_CASE(amounts_without_a_currency_are_told) {
  const auto proposal = propose(
      "kas.csv", "tanggal,kategori,arah,jumlah,no_reff\n2024-01-02,Royalti,masuk,500000,1\n");
  BOOST_TEST(read(proposal).sheets.front().records.front().entity == "cash_entry");
  BOOST_TEST(told(proposal, "1 amounts of the column \"jumlah\" name no currency"));
}

BOOST_AUTO_TEST_CASE(a_sheet_that_fits_nothing_is_left_out_by_name) {
  const auto proposal = propose("catatan.csv", "satu,dua\n1,2\n");
  const auto mapping = read(proposal);
  BOOST_REQUIRE(mapping.sheets.size() == 1U);
  BOOST_TEST(mapping.sheets.front().skipped);
  BOOST_TEST(told(proposal, "cannot be told from its headings"));
}

BOOST_AUTO_TEST_CASE(names_that_are_hard_to_write_stay_a_mapping) {
  const auto proposal =
      propose("pmi.csv", "ID,Nama,NIK,Status,\"a & b -- <c> \"\"d\"\"\"\nTS 1,Siti,001,x--y>,1\n");
  read(proposal);
  BOOST_TEST(told(proposal, "a & b -- <c> \"d\""));
}

BOOST_AUTO_TEST_CASE(what_is_proposed_for_the_office_s_export_can_be_read) {
  const auto folder = std::filesystem::path(PERIKSA_SOURCE_DIR) / "fixtures/back-office-export";
  for (const auto language : {Language::id, Language::en}) {
    const auto proposal = forms::propose_mapping(folder, the_vocabulary(), {}, language);
    BOOST_REQUIRE(proposal.has_value());
    auto mapping = read(*proposal);
    mapping.filing["closing"] = "2025-06-30";
    std::erase_if(mapping.sheets, [](const auto& sheet) { return sheet.name == "proses"; });
    mapping.sheets.push_back({.name = "proses", .records = {}, .ignored = {}, .skipped = true});
    const auto tables = read_tables(folder, &mapping);
    BOOST_TEST(tables.errors.empty());
    BOOST_TEST(tables.records.at("worker") == 8U);
    BOOST_TEST(tables.at("TS 6317 worker.born_on") == "1998-03-12");
  }
}

BOOST_AUTO_TEST_SUITE_END()
