// SPDX-License-Identifier: Apache-2.0
// The two languages of a page carry the same facts.
#include <algorithm>
#include <functional>
#include <regex>

#include "auditor/results/redact.h"
#include "tests/reports/parsed_page.h"
#include "tests/reports/report_text.h"
#include "tests/results/sample/sample.h"

using namespace periksa;
using results::Results;

BOOST_AUTO_TEST_SUITE(languages)
namespace {

/// Elements with all that does not depend on the language: ids, links, classes, keys, drawings.
/// Documents are numbered as their names stand in the alphabet.
std::vector<std::string> skeleton(const ParsedPage& page) {
  static const std::set<std::string> kWorded{"lang", "aria-label", "content", "data-document"};
  std::vector<std::string> out;
  const std::function<void(const pugi::xml_node&)> walk = [&](const pugi::xml_node& node) {
    if (node.type() != pugi::node_element) return;
    std::string line = node.name();
    for (const auto& attribute : node.attributes()) {
      if (!kWorded.contains(attribute.name()))
        line += std::string(" ") + attribute.name() + "=" + attribute.value();
    }
    out.push_back(line);
    for (const auto& child : node.children()) walk(child);
  };
  walk(page.tree().document_element());
  return out;
}

/// Every run of three or more digits, however its thousands are parted, each as often as it is
/// there; and every name of a worker, finding or text of the law.
std::vector<std::string> figures(const ParsedPage& page) {
  static const std::regex kParted(R"((\d)[.,](\d{3}))");
  static const std::regex kFigure(R"([FWN]\d{3,}|\d{3,}|\d+/\d{4})");
  std::string text = page.text();
  for (std::string parted; text != parted;) {
    parted = text;
    text = std::regex_replace(text, kParted, "$1$2");
  }
  std::vector<std::string> out;
  for (std::sregex_iterator at(text.begin(), text.end(), kFigure), end; at != end; ++at)
    out.push_back(at->str());
  std::ranges::sort(out);
  return out;
}

void compare(const Results& results, bool unmask) {
  const ParsedPage id(page_of(results, Language::id, unmask));
  const ParsedPage en(page_of(results, Language::en, unmask));
  BOOST_TEST(skeleton(id) == skeleton(en), boost::test_tools::per_element());
  const auto ours = figures(id);
  BOOST_TEST(ours.size() > 50U);
  BOOST_TEST(ours == figures(en), boost::test_tools::per_element());
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_two_languages_of_a_report_carry_the_same_facts) {
  for (const bool unmask : {false, true}) compare(sample::rich(), unmask);
  Results redacted = sample::rich();
  results::redact(redacted);
  compare(redacted, false);
}

BOOST_AUTO_TEST_CASE(a_fact_in_one_language_only_is_noticed) {
  const std::string page = page_of(sample::rich());
  std::string less = page;
  const auto at = less.find("F0003");
  BOOST_REQUIRE(at != std::string::npos);
  less.erase(at, 5);
  BOOST_TEST(figures(ParsedPage(page)) != figures(ParsedPage(less)));
  BOOST_TEST(skeleton(ParsedPage(page)) == skeleton(ParsedPage(less)));
}

BOOST_AUTO_TEST_SUITE_END()
