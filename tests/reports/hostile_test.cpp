// SPDX-License-Identifier: Apache-2.0
#include "reports/diff_report.h"
#include "reports/text_summary.h"
#include "tests/reports/parsed_page.h"
#include "tests/reports/report_text.h"
#include "tests/reports/spoiler.h"
#include "tests/results/sample/sample.h"

using namespace periksa;
using results::Results;

BOOST_AUTO_TEST_SUITE(hostile_values)
namespace {

const std::vector<std::string>& hostile() {
  static const std::vector<std::string> kTexts{
      "<script>alert(1)</script>",
      "</title></style></script><script>alert(1)</script>",
      "\" onmouseover=\"alert(1)\" x=\"",
      "' onclick='alert(1)",
      "javascript:alert(1)",
      "]]><!-- --><![CDATA[",
      "&lt;script&gt; &amp; &#60;",
      "<!DOCTYPE html><?php ?>",
      "{age} {{t_title}} {{{x}}} {{>part}} {",
      "\u202Eevil\u202C ابجد עברית",
      std::string("\x01\x02\x1b[31m\x7f") + std::string(1, '\0'),
      "\xff\xfe\xc0\x80 \xed\xa0\x80",
      "😀👩‍👩‍👧 e\u0301",
      std::string(20'000, 'x'),
      std::string(3'000, '<'),
      "=cmd|' /C calc'!A0",
      "\n\n\r\t",
      "",
  };
  return kTexts;
}

const std::set<std::string>& allowed_elements() {
  static const std::set<std::string> kNames{
      "a",       "article",  "b",       "bdi",   "body",    "button", "caption", "code",
      "dd",      "fieldset", "form",    "input", "label",   "legend", "option",  "script",
      "select",  "defs",     "details", "div",   "dl",      "dt",     "em",      "figcaption",
      "figure",  "footer",   "h1",      "h2",    "h3",      "h4",     "h5",      "h6",
      "head",    "header",   "html",    "li",    "main",    "meta",   "nav",     "ol",
      "p",       "path",     "pattern", "rect",  "section", "span",   "strong",  "style",
      "summary", "svg",      "table",   "tbody", "td",      "text",   "tfoot",   "th",
      "thead",   "title",    "tr",      "ul"};
  return kNames;
}

void check(const std::string& page) {
  const ParsedPage parsed(page);
  BOOST_TEST(parsed.fault() == "");
  for (const std::string& name : parsed.element_names()) {
    BOOST_TEST(allowed_elements().contains(name), name);
  }
  for (const std::string& name : parsed.attribute_names()) {
    BOOST_TEST(!name.starts_with("on"), name);
    BOOST_TEST(name != "style");
  }
  for (const std::string& link : parsed.attributes("href")) BOOST_TEST(link.starts_with("#"), link);
  BOOST_TEST(parsed.count("//style") == 1U);
  BOOST_TEST(parsed.count("//article") == 11U);
  const auto scripts = parsed.tree().select_nodes("//script");
  BOOST_REQUIRE(scripts.size() == 1U);
  BOOST_TEST(scripts.first().node().text().get() == filter_script());
  // What expat takes for text a browser may not: there is no other beginning of a script.
  BOOST_TEST(page.find("<script") == page.rfind("<script"));
}

}  // namespace

BOOST_AUTO_TEST_CASE(no_value_anywhere_breaks_the_page) {
  for (const std::string& text : hostile()) {
    BOOST_TEST_CONTEXT(text.substr(0, 40)) {
      const Results results = spoilt(text);
      check(page_of(results, Language::id));
      check(page_of(results, Language::en, true));
    }
  }
}

BOOST_AUTO_TEST_CASE(no_value_breaks_the_page_of_a_comparison) {
  for (const std::string& text : hostile()) {
    BOOST_TEST_CONTEXT(text.substr(0, 40)) {
      Results before = spoilt(text);
      // Neither is shown: a whole document, in which findings can be found again.
      before.header.slice.clear();
      for (std::size_t i = 0; i < before.findings.size(); ++i)
        before.findings[i].fingerprint = std::to_string(i);
      Results after = before;
      after.findings.pop_back();
      const auto diff = results::compare(before, after);
      BOOST_REQUIRE(diff.has_value());
      std::string page;
      const reports::ReportOptions options{Language::en, true, kTemplates};
      BOOST_REQUIRE(reports::write_diff_html(*diff, options, [&](std::string_view piece) {
                      page += piece;
                    }).has_value());
      const ParsedPage parsed(page);
      BOOST_TEST(parsed.fault() == "");
      BOOST_TEST(parsed.count("//script") == 0U);
      for (const std::string& name : parsed.element_names())
        BOOST_TEST(allowed_elements().contains(name), name);
      for (const std::string& name : parsed.attribute_names())
        BOOST_TEST(!name.starts_with("on"), name);
      std::string lines;
      BOOST_REQUIRE(reports::write_diff_text(*diff, options, [&](std::string_view piece) {
                      lines += piece;
                    }).has_value());
      for (const char c : lines) BOOST_TEST((static_cast<unsigned char>(c) >= 0x20 || c == '\n'));
    }
  }
}

BOOST_AUTO_TEST_CASE(no_value_moves_the_cursor_of_a_terminal) {
  for (const std::string& text : hostile()) {
    const Results results = spoilt(text);
    std::string out;
    const reports::Sink sink = [&](std::string_view piece) { out += piece; };
    const reports::ReportOptions options{Language::id, true, kTemplates};
    BOOST_TEST(reports::write_summary(results, options, sink).has_value());
    BOOST_TEST(reports::explain(results, text, options, sink).has_value());
    for (const char c : out) BOOST_REQUIRE((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
    BOOST_TEST(out.find("\u202E") == std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(right_to_left_values_stand_apart_from_the_words_around_them) {
  Results results = sample::rich();
  results.header.agency = "شركة";
  results.findings[0].arguments["age"] = {{"text", "עברית", {}}};
  results.facts[0].shown.text = "ابجد";
  const std::string page = page_of(results);
  for (const char* value : {"شركة</bdi>", ">עברית</bdi>"}) {
    BOOST_TEST(page.find(value) != std::string::npos, value);
  }
}

BOOST_AUTO_TEST_SUITE_END()
