// SPDX-License-Identifier: Apache-2.0
// Several sources in one case: what is one record, what stays apart, who says what.
#include <fmt/format.h>

#include <boost/test/unit_test.hpp>

#include "tests/forms/form_reading.h"

using namespace periksa::test;

BOOST_AUTO_TEST_SUITE(cases)
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
      R"(<worker id="W-01" nik="0001 0201-0190 0001" name="Siti Contoh" departed_on="2025-01-02"/>
         <worker id="W-02" name="Rina"><passport id="p" number="X-0012345"/></worker>
         <worker id="W-03" nik="0001020101900009" name="Tri"/>)",
      R"(<worker id="1" nik="0001020101900001" departed_on="2025-02-02"/>
         <worker id="2" name="Rina"><passport id="mine" number="x0012345"/></worker>
         <worker id="3" nik="0001020101900008" name="Yuni"/>)");
  BOOST_TEST(read.errors == "");
  BOOST_TEST(count(read.text, "<worker>") == 4U);
  BOOST_TEST(read.says("<worker> W-01"));
  BOOST_TEST(read.says("<worker> w:3"));
  BOOST_TEST(read.says("\"2025-01-02\"  known  pt.xml:2:"));
  BOOST_TEST(read.says("\"2025-02-02\"  known  w.xml:2:"));
  BOOST_TEST(count(read.text, "<passport>") == 1U);
}

BOOST_AUTO_TEST_CASE(what_stands_for_a_number_that_nobody_knows_joins_nothing) {
  for (const auto* nik : {"n/a", "proses", "12", "0000000000000000", "1234567890123456"}) {
    const auto named = [&](const char* id) {
      return fmt::format(R"(<worker id="{}" nik="{}"/>)", id, nik);
    };
    BOOST_TEST(count(read_case(named("W-01"), named("1")).text, "<worker>") == 2U, nik);
  }
  for (const auto* number : {"proses", "AB12", "X0000000"}) {
    const auto bears = [&](const char* id) {
      return fmt::format(R"(<worker id="{}"><passport id="p" number="{}"/></worker>)", id, number);
    };
    BOOST_TEST(count(read_case(bears("W-01"), bears("1")).text, "<worker>") == 2U, number);
  }
  for (const auto* receipt : {"tidak ada", "-", "K-0", "7"}) {
    const auto paid = [&](const char* id) {
      return fmt::format(
          R"(<worker id="{}" nik="0001020101900001">
             <payment id="b" receipt_number="{}"/></worker>)",
          id, receipt);
    };
    BOOST_TEST(count(read_case(paid("W-01"), paid("1")).text, "<payment>") == 2U, receipt);
  }
}

BOOST_AUTO_TEST_CASE(a_payment_is_one_by_its_receipt_and_stays_apart_without) {
  const auto read = read_case(
      R"(<worker id="W-01" nik="0001020101900001">
         <payment id="b1" receipt_number="K-7" amount="IDR 500"/></worker>)",
      R"(<worker id="1" nik="0001020101900001">
         <payment id="b1" receipt_number="k7" amount="IDR 900"/>
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
         <worker id="W-01" nik="0001020101900001" permit="S1"/>)",
      R"(<permit id="izin" number="b 1 2024"/><permit id="lain" number="B.9/2024"/>
         <complaint id="c1" worker="2"/>
         <worker id="1" nik="0001020101900001"><permit>izin</permit></worker>
         <worker id="2" nik="0001020101900003" permit="lain"/>)");
  BOOST_TEST(read.errors == "");
  BOOST_TEST(read.warnings == "");
  BOOST_TEST(count(read.text, "<permit>") == 2U);
  BOOST_TEST(!read.says("contradictory"));
}

BOOST_AUTO_TEST_CASE(a_list_called_complete_is_not_when_another_side_knows_more) {
  const auto read = read_case(
      R"(<worker id="W-01" nik="0001020101900001">
         <collection of="payments" completeness="complete" count="1"/>
         <payment id="b1" amount="IDR 500"/></worker>)",
      R"(<worker id="1" nik="0001020101900001"><payment id="b1" amount="IDR 900"/></worker>)");
  BOOST_TEST(read.errors == "");
  BOOST_TEST(read.says("[payments] contradictory (1)"));
}

BOOST_AUTO_TEST_CASE(a_list_is_complete_only_where_no_part_says_otherwise) {
  const auto list = [](const std::string& id, const std::string& count) {
    return "<worker id=\"" + id +
           "\" nik=\"0001020101900001\"><collection of=\"payments\" completeness=\"complete\" "
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
           "\" nik=\"0001020101900001\"><collection of=\"payments\" completeness=\"complete\" "
           "count=\"2\"/><payment id=\"b1\" receipt_number=\"" +
           receipt + "\" amount=\"IDR 5\"/></worker>";
  };
  BOOST_TEST(!read_case(other("W-01", "K-7"), other("1", "K-8")).says("[payments] complete"));
}

BOOST_AUTO_TEST_CASE(a_key_that_is_spelt_otherwise_still_tells_who_says_it) {
  const auto read = read_case(
      R"(<worker id="W-01" nik="0001020101900001">
         <payment id="b1" receipt_number="K-7"/></worker>)",
      R"(<worker id="1" nik="0001020101900001">
         <payment id="b1" receipt_number="k 7" amount="IDR 5"/></worker>)");
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
      R"(<worker id="W-01" nik="0001020101900001"><payment id="b1" amount="IDR 500"/></worker>)";
  const auto read = read_case(agency, R"(<worker id="1" nik="0001020101900001"/>)", sheet);
  BOOST_TEST(read.errors == "");
  BOOST_TEST(read.says("receipt_number (receipt number): stated none  case.xml:4:"));
  std::string mistyped = sheet;
  mistyped.replace(mistyped.find("id=\"b1\""), 7, "id=\"b9\"");
  BOOST_TEST(read_case(agency, R"(<worker id="1" nik="0001020101900001"/>)", mistyped)
                 .errors.find("part \"pt\" holds no payment \"b9\" of \"W-01\"") !=
             std::string::npos);
  sheet.replace(sheet.find("closing="), 0, "asserter=\"union\" ");
  BOOST_TEST(read_case(agency, R"(<worker id="1"/>)", sheet)
                 .errors.find("<not-produced> is an inspector's word") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(not_yet_is_said_of_the_part_s_own_closing_day) {
  const std::string agency =
      R"(<worker id="W-01" nik="0001020101900001" none="departed_on">
         <homecoming id="h" none="returned_on"/></worker>)";
  const auto closed = [&](const char* day, const std::string& worker) {
    auto part = filing(agency);
    part.replace(part.find("2025-06-30"), 10, day);
    return read_files({{"case.xml", kTwoParts}, {"pt.xml", part}, {"w.xml", filing(worker)}},
                      "case.xml");
  };
  const auto same = closed("2025-06-30", "");
  BOOST_TEST(same.warnings == "");
  BOOST_TEST(same.says("returned_on (date returned): stated none"));
  const auto before = closed("2025-05-31", "");
  BOOST_TEST(!before.says("stated none"));
  BOOST_TEST(
      before.warnings.find("case.xml:2:4: part \"pt\" was closed on 2025-05-31, before the case "
                           "(2025-06-30): 2 fields") != std::string::npos);
  // What another part knows since then is known.
  const auto since =
      closed("2025-05-31", R"(<worker id="1" nik="0001020101900001" departed_on="2025-06-02"/>)");
  BOOST_TEST(since.says("\"2025-06-02\"  known  w.xml:2:"));
  BOOST_TEST(!since.says("contradictory"));
  BOOST_TEST(
      closed("2025-07-01", "")
          .errors.find("part \"pt\" was closed on 2025-07-01, after the case (2025-06-30)") !=
      std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_case_with_a_made_up_part_is_made_up) {
  auto made_up = filing("");
  made_up.replace(made_up.find("closing="), 0, "fictitious=\"yes\" ");
  const auto read = [&](const std::string& part, const std::string& sheet) {
    return read_files({{"case.xml", sheet}, {"pt.xml", filing("")}, {"w.xml", part}}, "case.xml");
  };
  BOOST_TEST(!read(filing(""), kTwoParts).says("made-up data"));
  BOOST_TEST(read(made_up, kTwoParts).says("made-up data"));
  std::string sheet = kTwoParts;
  sheet.replace(sheet.find("closing="), 0, "fictitious=\"no\" ");
  BOOST_TEST(read(made_up, sheet).says("made-up data"));
  sheet.replace(sheet.find("\"no\""), 4, "\"ya\"");
  BOOST_TEST(read(made_up, sheet).errors.find("fictitious= must be yes or no") !=
             std::string::npos);
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

BOOST_AUTO_TEST_CASE(a_mapping_of_a_part_that_needs_none_is_told_as_the_sheet_writes_it) {
  std::string sheet = kTwoParts;
  sheet.replace(sheet.find("file=\"pt.xml\""), 0, "map=\"map.xml\" ");
  const auto read = read_files({{"case.xml", sheet},
                                {"map.xml", "<map format=\"1\"/>"},
                                {"pt.xml", filing("")},
                                {"w.xml", filing("")}},
                               "case.xml");
  BOOST_TEST(read.errors.find("in a case sheet, map= of this part") != std::string::npos);
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
