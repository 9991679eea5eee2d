// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/mapping.h"

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>

#include "tests/forms/tables_reading.h"
#include "tests/ruleset/mini/temp_folder.h"

using namespace periksa;
using namespace periksa::test;

namespace {

/// What is told of a mapping with this inside; "" where it is taken.
std::string told(const std::string& inside) {
  const auto mapping =
      forms::parse_mapping("<map format=\"1\">" + inside + "</map>", "map.xml", the_vocabulary());
  return mapping ? std::string() : mapping.error().front().text.en;
}

std::string of_worker(const std::string& inside) {
  return told("<sheet name=\"pmi\"><record entity=\"worker\">" + inside + "</record></sheet>");
}

struct Mapped : TempFolder {
  ReadTables read(const std::string& rows, const std::string& map) const {
    const auto file = write("pmi.csv", rows);
    const auto mapping = forms::parse_mapping(map, "map.xml", the_vocabulary());
    if (!mapping) BOOST_FAIL(mapping.error().front().text.en);
    return read_tables(file, &*mapping);
  }
};

const std::string kOpen = R"(<map format="1"><filing closing="2025-06-30"/>)";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(mapping, Mapped)

BOOST_AUTO_TEST_CASE(mistakes_are_told_with_the_way_out) {
  BOOST_TEST(of_worker("<column heading=\"a\" field=\"born_on\"/>").empty());
  BOOST_TEST(of_worker("<column heading=\"a\" field=\"born_onn\"/>").contains("\"born_on\""));
  BOOST_TEST(of_worker("<column field=\"name\"/>").contains("heading"));
  BOOST_TEST(
      of_worker("<column heading=\"a\" field=\"name\" dates=\"dmy\"/>").contains("day-first"));
  BOOST_TEST(
      of_worker("<column heading=\"a\" field=\"name\" currency=\"Rupee?\"/>").contains("like IDR"));
  BOOST_TEST(of_worker("<column heading=\"a\" field=\"sex\"><word is=\"x\" means=\"male\"/>"
                       "<word is=\"X\" means=\"female\"/></column>")
                 .contains("translated twice"));
  BOOST_TEST(told("<sheet name=\"pmi\"/>").contains("read=\"no\""));
  BOOST_TEST(told("<sheet name=\"pmi\" read=\"no\"/>").empty());
  BOOST_TEST(told("<sheet name=\"x\"><record entity=\"wroker\"/></sheet>").contains("\"worker\""));
  BOOST_TEST(told("<sheet name=\"x\" heading-row=\"0\"><record entity=\"worker\"/></sheet>")
                 .contains("from 1"));
  BOOST_TEST(
      told("<sheet name=\"x\"><record entity=\"custody\"/><record entity=\"custody\"/></sheet>")
          .contains("name="));
  BOOST_TEST(told("<sheet name=\"x\" read=\"no\"/><sheet name=\"X\" read=\"no\"/>")
                 .contains("named twice"));
}

BOOST_AUTO_TEST_CASE(what_a_word_means_must_be_readable_itself) {
  const auto word = [](const std::string& column, const std::string& means) {
    return of_worker("<column heading=\"a\" " + column + "><word is=\"x\" means=\"" + means +
                     "\"/></column>");
  };
  BOOST_TEST(word("field=\"status\"", "withdrawn") == "");
  BOOST_TEST(word("field=\"status\"", "tidak terbaca") == "");
  BOOST_TEST(word("field=\"status\"", "withdrawm").contains("did you mean \"withdrawn\"?"));
  BOOST_TEST(word("field=\"born_on\"", "2001-02-30").contains("cannot be read as"));
  BOOST_TEST(word("field=\"born_on\"", "03/04/2001").contains("cannot be read as"));
  BOOST_TEST(word("field=\"born_on\" dates=\"day-first\"", "03/04/2001") == "");
  BOOST_TEST(word("field=\"worker\"", "W1").contains("<word> is not for \"worker\""));
}

BOOST_AUTO_TEST_CASE(a_record_is_filled_field_by_field_once) {
  const std::string id = "<column heading=\"a\" field=\"id\"/>";
  BOOST_TEST(of_worker(id + "<set field=\"name\" value=\"x\"/>") == "");
  BOOST_TEST(of_worker(id + "<column heading=\"b\" field=\"id\"/>").contains("filled twice"));
  BOOST_TEST(of_worker("<column heading=\"b\" field=\"name\"/><set field=\"name\" value=\"x\"/>")
                 .contains("filled twice"));
  BOOST_TEST(of_worker("<set field=\"name\" value=\"x\"/><set field=\"name\" value=\"y\"/>")
                 .contains("filled twice"));
  for (const auto* field : {"id", "worker"})
    BOOST_TEST(of_worker(fmt::format("<set field=\"{}\" value=\"x\"/>", field))
                   .contains("another one in each record"));
}

BOOST_AUTO_TEST_CASE(a_word_means_what_its_column_would) {
  const auto tables = read("kode;nama;biaya;lahir\nW1;Siti;lunas;awal\n",
                           kOpen + R"(<sheet name="pmi"><record entity="worker">
      <column heading="kode" field="id"/><column heading="nama" field="name"/>
      <column heading="lahir" field="born_on" dates="month-first">
        <word is="awal" means="03/04/2001"/></column></record>
      <record entity="payment"><column heading="biaya" field="amount" currency="IDR">
        <word is="lunas" means="2.500.000"/></column></record></sheet></map>)");
  BOOST_TEST(tables.errors.empty());
  BOOST_TEST(tables.at("W1 worker.born_on") == "2001-03-04");
  BOOST_TEST(tables.at("W1/pmi:2 payment.amount") == "IDR 2500000");
}

BOOST_AUTO_TEST_CASE(one_row_holds_records_of_several_kinds) {
  const auto tables =
      read("kode;nama;ktp masuk;kk masuk\nW1;Siti;2024-01-02;\n", kOpen + R"(<sheet name="pmi">
      <record entity="worker"><column heading="KODE" field="id"/>
        <column heading="nama" field="name"/></record>
      <record entity="custody" name="ktp"><column heading="ktp masuk" field="taken_on"/>
        <set field="document" value="ktp"/></record>
      <record entity="custody" name="kk"><column heading="kk masuk" field="taken_on"/>
        <set field="document" value="family_card"/></record></sheet></map>)");
  BOOST_TEST(tables.errors.empty());
  BOOST_TEST(tables.warnings.empty());
  BOOST_TEST(tables.records.at("custody") == 1U);
  BOOST_TEST(tables.at("W1/pmi:2:ktp custody.document") == "ktp");
}

BOOST_AUTO_TEST_CASE(words_mean_what_the_mapping_says_and_nothing_else) {
  const auto tables = read("kode;nama;status\nW1;Siti;MD\nW2;Dewi;mdx\n",
                           kOpen + R"(<sheet name="pmi"><record entity="worker">
      <column heading="kode" field="id"/><column heading="nama" field="name"/>
      <column heading="status" field="status"><word is="md" means="withdrawn"/></column>
      </record></sheet></map>)");
  BOOST_TEST(tables.at("W1 worker.status") == "withdrawn");
  BOOST_TEST(tables.at("W2 worker.status") == "unreadable");
  BOOST_TEST(tables.warnings.size() == 1U);
}

BOOST_AUTO_TEST_CASE(the_order_of_dates_is_that_of_the_mapping) {
  const std::string rows = "kode;lahir\nW1;03/04/1998\n";
  const auto born = [&](const std::string& order) {
    return read(rows, kOpen + R"(<sheet name="pmi"><record entity="worker">
      <column heading="kode" field="id"/><column heading="lahir" field="born_on")" +
                          order + "/></record></sheet></map>")
        .at("W1 worker.born_on");
  };
  BOOST_TEST(born("") == "unreadable");
  BOOST_TEST(born(" dates=\"day-first\"") == "1998-04-03");
  BOOST_TEST(born(" dates=\"month-first\"") == "1998-03-04");
}

BOOST_AUTO_TEST_CASE(another_currency_than_the_mapping_s_is_an_error) {
  const std::string map = kOpen + R"(<sheet name="pmi"><record entity="worker">
      <column heading="kode" field="id"/><column heading="nama" field="name"/></record>
      <record entity="payment"><column heading="biaya" field="amount" currency="IDR"/></record>
      </sheet></map>)";
  const auto rupiah = read("kode;nama;biaya\nW1;Siti;500000\n", map);
  BOOST_TEST(rupiah.at("W1/pmi:2 payment.amount") == "IDR 500000");
  const auto dollars = read("kode;nama;biaya\nW1;Siti;HK$500\n", map);
  BOOST_REQUIRE(dollars.errors.size() == 1U);
  BOOST_TEST(dollars.errors.front().contains("HKD"), dollars.errors.front());
}

BOOST_AUTO_TEST_CASE(a_heading_named_and_not_there_is_an_error_the_reverse_a_warning) {
  const std::string map = kOpen + R"(<sheet name="pmi"><record entity="worker">
      <column heading="kode" field="id"/><column heading="nama" field="name"/></record>
      <ignore heading="lemari"/></sheet></map>)";
  const auto missing = read("kode;nma\nW1;Siti\n", map);
  BOOST_REQUIRE(!missing.errors.empty());
  BOOST_TEST(missing.errors.front().contains("\"nma\""), missing.errors.front());
  const auto further = read("kode;nama;lemari;hobi\nW1;Siti;A1;x\n", map);
  BOOST_TEST(further.errors.empty());
  BOOST_REQUIRE(further.warnings.size() == 1U);
  BOOST_TEST(further.warnings.front().contains("\"hobi\""));
}

BOOST_AUTO_TEST_CASE(a_sheet_that_is_to_be_read_must_be_there) {
  const std::string map = kOpen + R"(<sheet name="pmi"><record entity="worker">
      <column heading="kode" field="id"/><column heading="nama" field="name"/></record></sheet>
      <sheet name="buku kas")";
  const auto missing = read("kode;nama\nW1;Siti\n", map + R"(><record entity="cash_entry">
      <column heading="jumlah" field="amount"/></record></sheet></map>)");
  BOOST_REQUIRE(missing.errors.size() == 1U);
  BOOST_TEST(missing.errors.front().contains("a sheet \"buku kas\", which is not there"));
  // What is not to be read is not missed.
  BOOST_TEST(read("kode;nama\nW1;Siti\n", map + R"( read="no"/></map>)").errors.empty());
  // An empty sheet has no headings.
  BOOST_TEST(!read("\n", map + R"( read="no"/></map>)").errors.empty());
}

BOOST_AUTO_TEST_CASE(two_equal_headings_are_told_apart_by_nobody) {
  const std::string map = kOpen + R"(<sheet name="pmi"><record entity="worker">
      <column heading="kode" field="id"/><column heading="nama" field="name"/></record>
      <ignore heading="lemari"/></sheet></map>)";
  const auto twice = read("kode;nama;NAMA\nW1;Siti;Dewi\n", map);
  BOOST_REQUIRE(twice.errors.size() == 1U);
  BOOST_TEST(twice.errors.front().contains("pmi.csv C1: "), twice.errors.front());
  BOOST_TEST(twice.errors.front().contains("\"nama\""), twice.errors.front());
  BOOST_TEST(twice.errors.front().contains("also at B1"), twice.errors.front());
  BOOST_TEST(read("kode;nama;lemari;lemari\nW1;Siti;1;2\n", map).errors.empty());
}

BOOST_AUTO_TEST_CASE(a_mapping_beside_an_xml_filing_is_refused) {
  const auto file = write("filing.xml", "<filing format=\"1\" closing=\"2025-06-30\"/>");
  const forms::Mapping mapping;
  const auto tables = read_tables(file, &mapping);
  BOOST_REQUIRE(tables.errors.size() == 1U);
  BOOST_TEST(tables.errors.front().contains("--map"));
}

BOOST_AUTO_TEST_SUITE_END()
