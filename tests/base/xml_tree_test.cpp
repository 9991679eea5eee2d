// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/xml_tree.h"

#include <boost/test/unit_test.hpp>

using namespace periksa;
using xml::Node;
using xml::Tree;

BOOST_AUTO_TEST_SUITE(xml_tree)
namespace {

/// A tree with the text it points into.
struct Parsed {
  explicit Parsed(std::string_view document) : text(document) {
    BOOST_REQUIRE((xml::scan_element(text, {}, tree).outcome == xml::Scan::Outcome::done));
  }
  Node root() const { return tree.root().first_child(); }
  std::size_t offset(const char* at) const { return static_cast<std::size_t>(at - text.data()); }

  std::string text;
  Tree tree;
};

}  // namespace

BOOST_AUTO_TEST_CASE(children_stand_in_document_order) {
  const Parsed parsed("<a><b/>text<c><d/></c><!-- x --><e/></a>");
  std::string order;
  for (auto child = parsed.root().first_child(); child; child = child.next()) {
    order += std::string(child.raw()) + ' ';
  }
  BOOST_TEST(order == "b text c e ");
  BOOST_TEST(!parsed.root().next());
}

BOOST_AUTO_TEST_CASE(an_attribute_keeps_its_bytes_and_its_place) {
  const Parsed parsed("<a x='1' y=\"&lt;&#233;\n&quot;\"/>");
  const auto* const y = parsed.root().attribute("y");
  BOOST_REQUIRE(y != nullptr);
  BOOST_TEST(y->raw == "&lt;&#233;\n&quot;");
  BOOST_TEST(y->value == "<\xC3\xA9 \"");
  BOOST_TEST(parsed.offset(y->raw.data()) == 12U);
  BOOST_TEST(parsed.root().attribute("z") == nullptr);
}

BOOST_AUTO_TEST_CASE(a_plain_value_is_not_copied) {
  const Parsed parsed("<a x='plain'>plain</a>");
  const auto* const x = parsed.root().attribute("x");
  BOOST_TEST(x->value.data() == x->raw.data());
  BOOST_TEST(parsed.root().first_child().text().data() == parsed.root().first_child().raw().data());
}

BOOST_AUTO_TEST_CASE(a_comment_splits_a_text_and_blank_runs_are_left_out) {
  const Parsed parsed("<a> \n <b/> x <!-- --> y </a>");
  const Node b = parsed.root().first_child();
  BOOST_TEST(b.name() == "b");
  BOOST_TEST(b.next().text() == " x ");
  BOOST_TEST(b.next().next().text() == " y ");
}

BOOST_AUTO_TEST_CASE(line_ends_become_one_in_text_and_a_blank_in_an_attribute) {
  BOOST_TEST(xml::decode("a\r\nb\rc\nd\te", false) == "a\nb\nc\nd\te");
  BOOST_TEST(xml::decode("a\r\nb\rc\nd\te", true) == "a b c d e");
  BOOST_TEST(xml::decode("&#13;&#10;&#x9;", true) == "\r\n\t");
}

BOOST_AUTO_TEST_CASE(a_reference_is_written_in_utf_8_of_any_length) {
  BOOST_TEST(xml::decode("&#x41;&#xE9;&#x20AC;&#x1F600;", false) ==
             "A\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80");
  BOOST_TEST(xml::decode("&amp;&lt;&gt;&quot;&apos;", false) == "&<>\"'");
}

BOOST_AUTO_TEST_CASE(a_cleared_tree_holds_nothing_of_the_last_one) {
  Parsed parsed("<a x='&amp;'><b/></a>");
  parsed.tree.clear();
  BOOST_TEST(!parsed.tree.root().first_child());
  xml::scan_element("<c/>", {}, parsed.tree);
  BOOST_TEST(parsed.root().name() == "c");
  BOOST_TEST(parsed.root().attributes().size() == 0U);
}

BOOST_AUTO_TEST_CASE(elements_scanned_one_after_the_other_are_siblings) {
  const std::string text = "<a/><b x='1'/>";
  Tree tree;
  const auto first = xml::scan_element(text, {}, tree);
  xml::scan_element(std::string_view(text).substr(first.length), {}, tree);
  BOOST_TEST(tree.root().first_child().next().attribute("x")->value == "1");
}

BOOST_AUTO_TEST_SUITE_END()
