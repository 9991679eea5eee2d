// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/xml_scan.h"

#include <boost/test/unit_test.hpp>
#include <pugixml.hpp>
#include <set>

#include "auditor/base/xml_tree.h"

using namespace periksa;
using xml::Fault;
using xml::Scan;

BOOST_AUTO_TEST_SUITE(xml_scan)
namespace {

struct Refused {
  std::string_view document;
  Fault fault;
  std::size_t at;
};

using namespace std::literals;

/// All of these pugixml reads without a word.
const std::vector<Refused> kLetThroughByPugixml{
    {"<a/><b/>", Fault::second_root, 4},
    {"<a x='1' x='2'/>", Fault::duplicate_attribute, 9},
    {"<a>\xFF</a>", Fault::bad_utf8, 3},
    {"<a>\xC0\xAF</a>", Fault::bad_utf8, 3},
    {"<a>\x01</a>", Fault::control_character, 3},
    {"<a>&nbsp;</a>", Fault::unknown_entity, 3},
    {"<a>&#0;</a>", Fault::bad_character_reference, 3},
    {"<a>&#xD800;</a>", Fault::bad_character_reference, 3},
    {"<a>\xED\xA0\x80</a>", Fault::bad_utf8, 3},
    {"<x:a/>", Fault::prefix, 2},
    {"<!DOCTYPE a><a/>", Fault::doctype, 0},
    {"<a>]]></a>", Fault::end_of_cdata_in_text, 3},
    {"<a x='<'/>", Fault::less_than_in_value, 6},
    {"<a>b & c</a>", Fault::bare_ampersand, 5},
    {"<?xml version='1.0' encoding='ISO-8859-1'?><a/>", Fault::encoding, 0},
    {"<a/>text", Fault::text_outside, 4},
    {"<?p q?><a/>", Fault::processing_instruction, 0},
    {"<a><![CDATA[x]]></a>", Fault::cdata, 3},
    {"<a><!-- -- --></a>", Fault::bad_comment, 8},
    {"<?xml version='1.1'?><a/>", Fault::bad_declaration, 0},
};

const std::vector<Refused> kRefused{
    {"", Fault::no_root, 0},
    {"  \n", Fault::no_root, 3},
    {"text", Fault::text_outside, 0},
    {"\xFF\xFE<\0a\0/\0>\0"sv, Fault::encoding, 0},
    {"<\0a\0/\0>\0"sv, Fault::bad_name, 1},
    {"</a>", Fault::mismatched_tag, 0},
    {"<a>", Fault::ends_early, 3},
    {"<a x='1", Fault::ends_early, 7},
    {"<a></b>", Fault::mismatched_tag, 3},
    {"<a x='1'y='2'/>", Fault::missing_blank, 8},
    {"<a x/>", Fault::missing_equals, 4},
    {"<a x=1/>", Fault::missing_quote, 5},
    {"<a / >", Fault::bad_tag, 4},
    {"<\xC3\xA9/>", Fault::bad_name, 1},
    {"<a xmlns:b='c'/>", Fault::prefix, 8},
};

void check(const std::vector<Refused>& all) {
  for (const auto& [document, fault, at] : all) {
    const Scan scan = xml::scan_document(document, {});
    BOOST_TEST((scan.outcome == Scan::Outcome::fault), document);
    BOOST_TEST((scan.fault == fault), document << ": " << xml::explain(scan.fault).en);
    BOOST_TEST(scan.length == at, document);
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_pugixml_alone_lets_through_is_refused) {
  check(kLetThroughByPugixml);
  for (const auto& refused : kLetThroughByPugixml) {
    pugi::xml_document tree;
    BOOST_TEST(
        static_cast<bool>(tree.load_buffer(refused.document.data(), refused.document.size())),
        refused.document);
  }
}

BOOST_AUTO_TEST_CASE(a_fault_is_told_with_its_place) {
  check(kRefused);
}

BOOST_AUTO_TEST_CASE(every_fault_has_a_sentence_of_its_own_in_both_languages) {
  std::set<std::string> sentences;
  for (int i = 0; i <= static_cast<int>(Fault::value_too_long); ++i) {
    const auto text = xml::explain(static_cast<Fault>(i));
    BOOST_TEST(!text.id.empty());
    BOOST_TEST(sentences.insert(text.en).second);
    BOOST_TEST(sentences.insert(text.id).second);
  }
}

BOOST_AUTO_TEST_CASE(every_cap_is_a_fault_of_its_own) {
  const xml::Caps caps{.depth = 2, .attributes = 2, .name = 4, .value = 5};
  const auto fault_of = [&](std::string_view document) {
    return xml::scan_document(document, caps).fault;
  };
  BOOST_TEST((fault_of("<a><b x='12345' y=''>12345</b></a>") == Fault::none));
  BOOST_TEST((fault_of("<a><b><c></c></b></a>") == Fault::too_deep));
  BOOST_TEST((fault_of("<a x='' y='' z=''/>") == Fault::too_many_attributes));
  BOOST_TEST((fault_of("<abcde/>") == Fault::name_too_long));
  BOOST_TEST((fault_of("<a x='123456'/>") == Fault::value_too_long));
  BOOST_TEST((fault_of("<a>123456</a>") == Fault::value_too_long));
}

BOOST_AUTO_TEST_CASE(every_beginning_of_an_element_is_incomplete) {
  const std::string_view element =
      "<a x='1' y=\"&amp;&#x41;\">t<!-- - c -->]] ]<b/> \xC3\xA9\xF0\x9F\x98\x80</a>";
  BOOST_REQUIRE((xml::scan_element(element, {}).outcome == Scan::Outcome::done));
  for (std::size_t size = 0; size < element.size(); ++size) {
    BOOST_TEST(
        (xml::scan_element(element.substr(0, size), {}).outcome == Scan::Outcome::incomplete),
        size);
  }
}

BOOST_AUTO_TEST_CASE(blanks_before_an_incomplete_comment_are_done_with) {
  const Scan scan = xml::scan_between("  <!-- a --> \n<!-- b ");
  BOOST_TEST((scan.outcome == Scan::Outcome::incomplete));
  BOOST_TEST(scan.length == 14U);
}

BOOST_AUTO_TEST_CASE(a_tag_with_many_attributes_still_finds_the_double_one) {
  std::string tag = "<a";
  for (int i = 0; i < 150; ++i) tag += " name_" + std::to_string(i) + "=''";
  BOOST_TEST((xml::scan_document(tag + "/>", {}).fault == Fault::none));
  for (int i = 0; i < 150; ++i) {
    const auto twice = tag + " name_" + std::to_string(i) + "=''/>";
    BOOST_TEST((xml::scan_document(twice, {}).fault == Fault::duplicate_attribute));
  }
}

BOOST_AUTO_TEST_CASE(a_start_tag_tells_its_name_and_whether_it_closed_itself) {
  const Scan open = xml::scan_start_tag("<filing format='1'>rest", {});
  BOOST_TEST(open.name == "filing");
  BOOST_TEST(!open.closed);
  BOOST_TEST(open.length == 19U);
  BOOST_TEST(xml::scan_start_tag("<filing/>", {}).closed);
}

BOOST_AUTO_TEST_SUITE_END()
