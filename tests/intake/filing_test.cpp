// SPDX-License-Identifier: Apache-2.0
#include "tests/intake/reading.h"

using namespace periksa;
using test::filing;
using test::read;

BOOST_AUTO_TEST_SUITE(filing_structure)
namespace {

/// What is told of a filing, and of nothing else.
std::string told(const std::string& inside) {
  return read(filing(inside)).told();
}

std::string told_of_root(const std::string& attributes) {
  return read("<filing " + attributes + "/>").told();
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_header_says_what_the_filing_says_of_itself) {
  const auto reading = read(
      "<filing format=\"1\" closing=\"2025-06-30\" asserter=\"union\" fictitious=\"yes\">"
      "<source id=\"s1\" document=\"deed\" file=\"../akta.pdf\" dated=\"2019-03-01\" sha256=\"" +
      std::string(64, 'A') +
      "\"/><source id=\"s2\" document=\"ktp\" asserter=\"registry\"/></filing>");
  BOOST_REQUIRE(reading.ok());
  const auto& header = reading.filing->header;
  BOOST_TEST(header.file == "f.xml");
  BOOST_TEST(to_iso(header.closing) == "2025-06-30");
  BOOST_TEST(header.fictitious);
  BOOST_TEST(header.sha256.size() == 64U);
  BOOST_REQUIRE(header.sources.size() == 3U);
  BOOST_TEST((header.sources[0].asserter == facts::Asserter::union_));
  BOOST_TEST(header.sources[1].id == "s1");
  BOOST_TEST(header.sources[1].file == "../akta.pdf");
  BOOST_TEST(header.sources[1].sha256 == std::string(64, 'a'));
  BOOST_TEST(to_iso(*header.sources[1].dated) == "2019-03-01");
  BOOST_TEST((header.sources[1].asserter == facts::Asserter::union_));
  BOOST_TEST((header.sources[2].asserter == facts::Asserter::registry));
}

BOOST_AUTO_TEST_CASE(a_filing_speaks_for_the_agency_and_is_real_unless_it_says_otherwise) {
  const auto reading = read(filing(""));
  BOOST_REQUIRE(reading.ok());
  BOOST_TEST((reading.filing->header.sources[0].asserter == facts::Asserter::agency));
  BOOST_TEST(!reading.filing->header.fictitious);
}

BOOST_AUTO_TEST_CASE(a_filing_without_anything_in_it_is_fine) {
  for (const std::string& text : {filing(""), filing("  <!-- empty --> "),
                                  std::string("<filing format='1' closing='2025-06-30'/>")}) {
    const auto reading = read(text);
    BOOST_TEST(reading.ok());
    BOOST_TEST(reading.workers.empty());
    BOOST_TEST(!reading.shared.empty());
  }
}

BOOST_AUTO_TEST_CASE(the_attributes_of_the_root_are_checked) {
  BOOST_TEST(told_of_root("closing='2025-06-30'") ==
             "1:1 <filing> needs an attribute format=\"…\"\n");
  BOOST_TEST(told_of_root("format='1'") == "1:1 <filing> needs an attribute closing=\"…\"\n");
  BOOST_TEST(told_of_root("format='2' closing='2025-06-30'") ==
             "1:17 this version cannot read format=\"2\"; expected format=\"1\"\n");
  BOOST_TEST(told_of_root("format='1' closing='2025-06-31'") ==
             "1:29 closing=\"2025-06-31\" is not a date; write it like 2025-06-30\n");
  BOOST_TEST(told_of_root("format='1' closing='2025-06-30' asserter='agent'") ==
             "1:51 asserter=\"agent\" is not known; use one of: agency, worker, union, registry, "
             "inspector\n");
  BOOST_TEST(told_of_root("format='1' closing='2025-06-30' fictitious='true'") ==
             "1:53 fictitious=\"true\" is not known; use one of: yes, no\n");
  BOOST_TEST(told_of_root("format='1' closing='2025-06-30' clsing=''") ==
             "1:41 <filing> has no field \"clsing\"; did you mean \"closing\"?\n");
}

BOOST_AUTO_TEST_CASE(another_root_is_told_by_its_name) {
  BOOST_TEST(
      read("<html/>").told() ==
      "1:1 the root element is <html>, expected <filing>; check that it is the right file\n");
}

BOOST_AUTO_TEST_CASE(a_source_is_checked) {
  BOOST_TEST(told("<source document='ktp'/>") == "2:1 <source> needs an attribute id=\"…\"\n");
  BOOST_TEST(told("<source id='s' />") == "2:1 <source> needs an attribute document=\"…\"\n");
  BOOST_TEST(told("<source id='s' document='ktpp'/>") ==
             "2:26 \"ktpp\" is no code of the list document_kind; did you mean \"ktp\"?\n");
  BOOST_TEST(told("<source id='s' document='ktp' sha256='12'/>") ==
             "2:39 sha256 must be 64 hexadecimal digits; leave it out if no file is tied\n");
  BOOST_TEST(told("<source id='s' document='ktp' dated='x'/>") ==
             "2:38 dated=\"x\" is not a date; write it like 2025-06-30\n");
  BOOST_TEST(told("<source id='s' document='ktp'>x</source>") ==
             "2:1 <source> holds nothing; close it with \"/>\"\n");
  BOOST_TEST(told("<source id='s' document='ktp'/><source id='s' document='ktp'/>") ==
             "2:44 there is a source \"s\" already; give this one another id\n");
}

BOOST_AUTO_TEST_CASE(a_source_stands_before_what_refers_to_it) {
  BOOST_TEST(told("<permit id='P' source='s1'/><source id='s1' document='ktp'/>") == "");
  BOOST_TEST(told("<source id='ktp-1' document='ktp'/><permit id='P' source='ktp1'/>") ==
             "2:59 source \"ktp1\" is not declared; declare it among the filing's sources; "
             "did you mean \"ktp-1\"?\n");
  BOOST_TEST(told("<worker id='W' source='s'/>") ==
             "2:24 source \"s\" is not declared; declare it among the filing's sources\n");
}

BOOST_AUTO_TEST_CASE(shared_records_stand_before_the_workers) {
  BOOST_TEST(told("<worker id='W'/>\n<permit id='P'/>") ==
             "3:1 <permit> stands after a <worker>; move it before the first <worker>\n");
  BOOST_TEST(told("<worker id='W'/><source id='s' document='ktp'/>") ==
             "2:17 <source> stands after a <worker>; move it before the first <worker>\n");
  BOOST_TEST(told("<worker id='W'/><collection of='permits' completeness='unknown'/>") ==
             "2:17 <collection> stands after a <worker>; move it before the first <worker>\n");
}

BOOST_AUTO_TEST_CASE(a_record_at_the_wrong_level_is_told_where_it_belongs) {
  const std::string in_worker = "<payment> belongs to a worker; put it inside its <worker>\n";
  BOOST_TEST(told("<payment id='b'/>") == "2:1 " + in_worker);
  BOOST_TEST(told("<worker id='W'/><payment id='b'/>") == "2:17 " + in_worker);
  BOOST_TEST(told("<worker id='W'><agency id='A'/></worker>") ==
             "2:16 <agency> belongs to the whole filing; put it directly inside <filing>, before "
             "the first <worker>\n");
  BOOST_TEST(told("<worker id='W'><source id='A' document='ktp'/></worker>") ==
             "2:16 <source> belongs to the whole filing; put it directly inside <filing>, before "
             "the first <worker>\n");
  BOOST_TEST(told("<worker id='W'><worker id='V'/></worker>") ==
             "2:16 a <worker> inside a <worker>; close the one before it with </worker>\n");
  BOOST_TEST(told("<worker id='W'><loan id='l'><payment id='b'/></loan></worker>") ==
             "2:29 <payment> may not stand inside <loan>; put it beside it\n");
}

BOOST_AUTO_TEST_CASE(an_unknown_name_is_told_with_the_nearest) {
  BOOST_TEST(told("<permt id='P'/>") ==
             "2:1 element <permt> is not known here; did you mean "
             "\"permit\"?\n");
  BOOST_TEST(told("<worker id='W'/><xyzzy/>") == "2:17 element <xyzzy> is not known here\n");
  BOOST_TEST(told("<worker id='W'><paymnt id='b'/></worker>") ==
             "2:16 element <paymnt> is not known here; did you mean \"payment\"?\n");
  BOOST_TEST(told("<permit id='P' qouta='4'/>") ==
             "2:16 <permit> has no field \"qouta\"; did you mean \"quota\"?\n");
  BOOST_TEST(told("<permit id='P'><qouta>4</qouta></permit>") ==
             "2:16 element <qouta> is not known here; did you mean \"quota\"?\n");
}

BOOST_AUTO_TEST_CASE(text_between_elements_is_refused) {
  const std::string text =
      " no text may stand between elements; write a value as an attribute or a "
      "field element\n";
  BOOST_TEST(told("<permit id='P'>40</permit>") == "2:16" + text);
  BOOST_TEST(told("<worker id='W'>Siti</worker>") == "2:16" + text);
  BOOST_TEST(told("<worker id='W'><loan id='l'>x</loan></worker>") == "2:29" + text);
  BOOST_TEST(told("Siti") == "2:1 only elements may stand here, found text\n");
}

BOOST_AUTO_TEST_CASE(an_id_is_required_short_and_not_blank) {
  const std::string length = " an id must have 1 to 128 bytes\n";
  BOOST_TEST(told("<permit/>") == "2:1 <permit> needs an attribute id=\"…\"\n");
  BOOST_TEST(told("<worker name='Siti'/>") == "2:1 <worker> needs an attribute id=\"…\"\n");
  BOOST_TEST(told("<worker id=''/>") == "2:13" + length);
  BOOST_TEST(told("<worker id=' '/>") == "2:13" + length);
  BOOST_TEST(told("<worker id='" + std::string(129, 'x') + "'/>") == "2:13" + length);
  BOOST_TEST(told("<worker id='" + std::string(128, 'x') + "'/>") == "");
}

BOOST_AUTO_TEST_CASE(an_id_is_unique_in_its_collection) {
  BOOST_TEST(told("<permit id='P'/>\n<permit id='P'/>") ==
             "3:13 the id \"P\" is taken by the <permit> at f.xml:2:1; give it an id of its own\n");
  BOOST_TEST(told("<worker id='W'><loan id='l'/>\n<loan id='l'/></worker>") ==
             "3:11 the id \"l\" is taken by the <loan> at f.xml:2:16; give it an id of its own\n");
  BOOST_TEST(told("<permit id='x'/><complaint id='x'/><worker id='x'><loan id='x'/></worker>"
                  "<worker id='y'><loan id='x'/></worker>") == "");
}

BOOST_AUTO_TEST_CASE(a_workers_id_is_unique_in_the_file) {
  const std::string taken =
      " the id \"W\" is taken by the <worker> at f.xml:2:1; give it an id of its own\n";
  for (const unsigned threads : {1U, 4U}) {
    BOOST_TEST(
        read(filing("<worker id='W'/>\n<worker id='V'/>\n<worker id='W'/>\n<worker id='&#87;'/>"),
             {.threads = threads, .window = 64})
            .told() == "4:1" + taken + "5:1" + taken);
  }
}

BOOST_AUTO_TEST_CASE(a_second_record_of_a_single_entity_is_an_error) {
  BOOST_TEST(told("<agency id='A'/>\n<agency id='B'/>") ==
             "3:1 there can be only one <agency>; the first is at f.xml:2:1. Where two sources "
             "differ, write field elements inside it\n");
  BOOST_TEST(told("<worker id='W'><passport id='a'/><passport id='b'/></worker>") ==
             "2:34 there can be only one <passport>; the first is at f.xml:2:16. Where two sources "
             "differ, write field elements inside it\n");
}

BOOST_AUTO_TEST_CASE(a_page_is_a_whole_positive_number) {
  BOOST_TEST(told("<permit id='P' page='12'/>") == "");
  for (const std::string page : {"0", "-1", "ii", "", "1.5"}) {
    BOOST_TEST(told("<permit id='P' page='" + page + "'/>") ==
               "2:22 page=\"" + page + "\" is not a whole positive number\n");
    BOOST_TEST(told("<worker id='W'><name page='" + page + "'/></worker>") ==
               "2:28 page=\"" + page + "\" is not a whole positive number\n");
  }
}

BOOST_AUTO_TEST_CASE(values_of_a_record_have_its_source_and_elements_may_have_their_own) {
  const auto reading = read(
      filing("<source id='s1' document='ktp'/><source id='s2' document='deed'/>"
             "<permit id='P' number='1' source='s1' none='revoked_on'><quota source='s2'>4</quota>"
             "<replaces>P</replaces></permit>"));
  BOOST_REQUIRE(reading.ok());
  const auto& permits =
      reading.filing->shared->table(*test::small_vocabulary().find_entity("permit"));
  BOOST_TEST(permits.row(0).source == 1U);
  BOOST_TEST(permits.cell(0, 0).source == 1U);
  BOOST_TEST(permits.cell(0, 1).source == 2U);
  BOOST_TEST(permits.cell(0, 2).source == 1U);
  BOOST_TEST(permits.cell(0, 3).source == 1U);
}

BOOST_AUTO_TEST_CASE(every_error_of_a_filing_is_told_by_position_the_first_fifty) {
  std::string inside;
  for (int i = 0; i < 70; ++i) inside += "<worker id='W" + std::to_string(i) + "' bad=''/>\n";
  const auto reading = read(filing(inside));
  BOOST_REQUIRE(reading.errors.size() == 51U);
  BOOST_TEST(reading.errors[0].at.line == 2U);
  BOOST_TEST(reading.errors[49].at.line == 51U);
  BOOST_TEST(reading.errors[50].text.en == "and 20 more");
  BOOST_TEST(reading.errors[50].text.id == "dan 20 lagi");
}

BOOST_AUTO_TEST_CASE(once_an_error_is_known_no_worker_is_handed_out) {
  const auto reading = read(filing("<worker id='A'/><worker id='B' bad=''/><worker id='C'/>"));
  BOOST_TEST(!reading.ok());
  BOOST_TEST(reading.workers.size() == 1U);
  const auto shared = read(filing("<permit/><worker id='A'/>"));
  BOOST_TEST(shared.shared.empty());
  BOOST_TEST(shared.workers.empty());
}

BOOST_AUTO_TEST_CASE(every_message_speaks_both_languages) {
  const auto reading =
      read(filing("<permit/><permit id='P' x='' page='0' none='number'/><x/>"
                  "<worker id='W' sex='x'><name><b/></name></worker>"));
  BOOST_TEST(reading.errors.size() == 7U);
  for (const auto& one : reading.errors) BOOST_TEST(one.text.id != one.text.en);
}

BOOST_AUTO_TEST_SUITE_END()
