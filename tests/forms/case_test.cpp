// SPDX-License-Identifier: Apache-2.0
// Several sources in one case: what is one record, what stays apart, who says what.
#include <boost/test/unit_test.hpp>

#include "tests/forms/form_reading.h"

using namespace periksa::test;

namespace {

const std::string kTwoParts = R"(<case format="1" closing="2025-06-30">
  <part name="pt" asserter="agency" file="pt.xml"/>
  <part name="w" asserter="worker" file="w.xml"/>
</case>)";

std::string filing(const std::string& inside) {
  return "<filing format=\"1\" closing=\"2025-06-30\">\n" + inside + "\n</filing>";
}

FormReading read_case(const std::string& agency, const std::string& worker,
                      const std::string& sheet = kTwoParts) {
  return read_files({{"case.xml", sheet}, {"pt.xml", filing(agency)}, {"w.xml", filing(worker)}},
                    "case.xml");
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t n = 0;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++n;
  return n;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cases)

BOOST_AUTO_TEST_CASE(whoever_is_named_in_a_message_is_quoted) {
  const auto read = read_case("<worker id=\"W-01\"/>", "<worker id=\"W-01\"/>",
                              R"(<case format="1" closing="2025-06-30" asserter="inspector">
  <part name="pt" asserter="agency" file="pt.xml"/>
  <part name="w" asserter="worker" file="w.xml"/>
  <not-produced part="pt" worker="Rahasia" entity="payment" id="b" field="amount"
    asked="2025-01-01" until="2025-01-02"/>
</case>)");
  BOOST_TEST(read.errors.find(" of \"Rahasia\"; check") != std::string::npos, read.errors);
}

BOOST_AUTO_TEST_CASE(a_worker_is_one_by_nik_or_passport_and_contradictions_show_both) {
  const auto read = read_case(
      R"(<worker id="W-01" nik="0001 0255" name="Siti Contoh" departed_on="2025-01-02"/>
         <worker id="W-02" name="Rina"><passport id="p" number="X-0001"/></worker>
         <worker id="W-03" nik="0009" name="Tri"/>)",
      R"(<worker id="1" nik="00010255" departed_on="2025-02-02"/>
         <worker id="2" name="Rina"><passport id="mine" number="x0001"/></worker>
         <worker id="3" nik="0008" name="Yuni"/>)");
  BOOST_TEST(read.errors == "");
  BOOST_TEST(count(read.text, "<worker>") == 4U);
  BOOST_TEST(read.says("<worker> W-01"));
  BOOST_TEST(read.says("<worker> w:3"));
  BOOST_TEST(read.says("\"2025-01-02\"  known  pt.xml:2:"));
  BOOST_TEST(read.says("\"2025-02-02\"  known  w.xml:2:"));
  BOOST_TEST(count(read.text, "<passport>") == 1U);
}

BOOST_AUTO_TEST_CASE(a_payment_is_one_by_its_receipt_and_stays_apart_without) {
  const auto read = read_case(
      R"(<worker id="W-01" nik="000102"><payment id="b1" receipt_number="K-7" amount="IDR 500"/></worker>)",
      R"(<worker id="1" nik="000102"><payment id="b1" receipt_number="k7" amount="IDR 900"/>
         <payment id="b2" amount="IDR 500"/></worker>)");
  BOOST_TEST(read.errors == "");
  BOOST_TEST(count(read.text, "<payment>") == 2U);
  BOOST_TEST(read.says("<payment> b1"));
  BOOST_TEST(read.says("<payment> w:b2"));
  BOOST_TEST(read.says("amount (amount paid): contradictory"));
}

BOOST_AUTO_TEST_CASE(references_follow_their_records) {
  const auto read = read_case(
      R"(<permit id="S1" number="B.1/2024"/><complaint id="c1" worker="W-01"/>
         <worker id="W-01" nik="000102" permit="S1"/>)",
      R"(<permit id="izin" number="b 1 2024"/><permit id="lain" number="B.9/2024"/>
         <complaint id="c1" worker="2"/>
         <worker id="1" nik="000102"><permit>izin</permit></worker>
         <worker id="2" nik="000103" permit="lain"/>)");
  BOOST_TEST(read.errors == "");
  BOOST_TEST(read.warnings == "");
  BOOST_TEST(count(read.text, "<permit>") == 2U);
  BOOST_TEST(!read.says("contradictory"));
}

BOOST_AUTO_TEST_CASE(a_list_called_complete_is_not_when_another_side_knows_more) {
  const auto read = read_case(
      R"(<worker id="W-01" nik="000102"><collection of="payments" completeness="complete" count="1"/>
         <payment id="b1" amount="IDR 500"/></worker>)",
      R"(<worker id="1" nik="000102"><payment id="b1" amount="IDR 900"/></worker>)");
  BOOST_TEST(read.errors == "");
  BOOST_TEST(read.says("[payments] contradictory (1)"));
}

BOOST_AUTO_TEST_CASE(a_list_is_complete_only_where_no_part_says_otherwise) {
  const auto list = [](const std::string& id, const std::string& count) {
    return "<worker id=\"" + id +
           "\" nik=\"000102\"><collection of=\"payments\" completeness=\"complete\" "
           "count=\"" +
           count + "\"/><payment id=\"b1\" receipt_number=\"K-7\" amount=\"IDR 5\"/></worker>";
  };
  BOOST_TEST(read_case(list("W-01", "1"), list("1", "1")).says("[payments] complete (1)"));
  // The agency's own list contradicts itself: that another side's does not changes nothing.
  BOOST_TEST(!read_case(list("W-01", "2"), list("1", "1")).says("[payments]"));
  BOOST_TEST(!read_case(list("W-01", "1"), list("1", "2")).says("[payments]"));
  // Two lists of two, one record of each: together two, and yet not what either says.
  const auto other = [](const std::string& id, const std::string& receipt) {
    return "<worker id=\"" + id +
           "\" nik=\"000102\"><collection of=\"payments\" completeness=\"complete\" "
           "count=\"2\"/><payment id=\"b1\" receipt_number=\"" +
           receipt + "\" amount=\"IDR 5\"/></worker>";
  };
  BOOST_TEST(!read_case(other("W-01", "K-7"), other("1", "K-8")).says("[payments] complete"));
}

BOOST_AUTO_TEST_CASE(a_key_that_is_spelt_otherwise_still_tells_who_says_it) {
  const auto read = read_case(
      R"(<worker id="W-01" nik="000102"><payment id="b1" receipt_number="K-7"/></worker>)",
      R"(<worker id="1" nik="000102"><payment id="b1" receipt_number="k 7" amount="IDR 5"/></worker>)");
  BOOST_TEST(read.says("receipt_number (receipt number): \"K-7\"  known"));
  BOOST_TEST(!read.says("contradictory"));
}

BOOST_AUTO_TEST_CASE(what_an_inspector_asked_for_in_vain_is_stated_none) {
  const std::string missing =
      R"(<not-produced part="pt" worker="W-01" entity="payment" id="b1" field="receipt_number"
         asked="2025-05-01" until="2025-05-15"/></case>)";
  std::string sheet = kTwoParts;
  sheet.replace(sheet.find("</case>"), 7, missing);
  const std::string agency =
      R"(<worker id="W-01" nik="000102"><payment id="b1" amount="IDR 500"/></worker>)";
  const auto read = read_case(agency, R"(<worker id="1" nik="000102"/>)", sheet);
  BOOST_TEST(read.errors == "");
  BOOST_TEST(read.says("receipt_number (receipt number): stated none  case.xml:4:"));
  std::string mistyped = sheet;
  mistyped.replace(mistyped.find("id=\"b1\""), 7, "id=\"b9\"");
  BOOST_TEST(read_case(agency, R"(<worker id="1" nik="000102"/>)", mistyped)
                 .errors.find("part \"pt\" holds no payment \"b9\" of \"W-01\"") !=
             std::string::npos);
  sheet.replace(sheet.find("closing="), 0, "asserter=\"union\" ");
  BOOST_TEST(read_case(agency, R"(<worker id="1"/>)", sheet)
                 .errors.find("<not-produced> is an inspector's word") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_broken_part_or_a_path_is_refused) {
  BOOST_TEST(read_case("<permit id=\"S1\"", "").errors.find("pt.xml:") == 0U);
  std::string sheet = kTwoParts;
  sheet.replace(sheet.find("w.xml"), 5, "../w.xml");
  BOOST_TEST(read_case("", "", sheet).errors.find("not a path") != std::string::npos);
  sheet = kTwoParts;
  sheet.replace(sheet.find("pt.xml"), 6, "case.xml");
  BOOST_TEST(read_case("", "", sheet).errors.find("may not be another case sheet") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(nobody_makes_anothers_admission_by_naming_it) {
  periksa::facts::Source source;
  source.document = "receipt";
  source.filer = periksa::facts::Asserter::union_;
  source.asserter = periksa::facts::Asserter::agency;
  BOOST_TEST((basis_of(source) == periksa::facts::Basis::statement));
  source.asserter = periksa::facts::Asserter::registry;
  BOOST_TEST((basis_of(source) == periksa::facts::Basis::statement));
  source.sha256 = std::string(64, 'a');
  BOOST_TEST((basis_of(source) == periksa::facts::Basis::registry));
  source.asserter = periksa::facts::Asserter::agency;
  BOOST_TEST((basis_of(source) == periksa::facts::Basis::document));
  source.filer = periksa::facts::Asserter::agency;
  source.sha256.clear();
  BOOST_TEST((basis_of(source) == periksa::facts::Basis::declared));
  source.asserter = periksa::facts::Asserter::registry;
  BOOST_TEST((basis_of(source) == periksa::facts::Basis::declared));
  source.filer = periksa::facts::Asserter::inspector;
  BOOST_TEST((basis_of(source) == periksa::facts::Basis::registry));
}

BOOST_AUTO_TEST_CASE(the_unions_case_of_the_fixtures_reads) {
  const auto read = read_form(PERIKSA_SOURCE_DIR "/fixtures/union-case/perkara.xml");
  BOOST_TEST(read.errors == "");
  BOOST_TEST(count(read.text, "<worker>") == 5U);
  // Slips q1 are receipts the workers named; q2 of the first worker is a transfer without a
  // receipt.
  BOOST_TEST(count(read.text, "<payment>") == 5U);
  BOOST_TEST(read.says("\"Rp. 7.000.000,-\"  known  bukti/pembayaran.csv E4"));
}

BOOST_AUTO_TEST_SUITE_END()
