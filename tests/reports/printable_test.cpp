// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/printable.h"

#include <boost/test/unit_test.hpp>

#include "reports/phrase.h"
#include "reports/text_lines.h"

using periksa::printable;
using periksa::reports::joined;
using periksa::reports::phrase;

BOOST_AUTO_TEST_SUITE(printable_texts)
namespace {

std::string filled(std::string_view sentence) {
  return joined(
      phrase(sentence, [](std::string_view name) { return "<" + std::string(name) + ">"; }));
}

}  // namespace

BOOST_AUTO_TEST_CASE(ordinary_text_in_any_script_is_kept) {
  for (const char* text : {"PT Maju", "Ni Luh Ayu", "ابجد", "勞工", "😀", "naïve", "C•••21", ""}) {
    BOOST_TEST(printable(text) == text);
  }
}

BOOST_AUTO_TEST_CASE(control_characters_become_visible) {
  BOOST_TEST(printable("a\x1b[31mb") == "a␛[31mb");
  BOOST_TEST(printable(std::string_view("a\0b", 3)) == "a␀b");
  BOOST_TEST(printable("a\x7f") == "a␡");
  BOOST_TEST(printable("a\r\n\tb") == "a   b");
  BOOST_TEST(printable("\u0085") == "\uFFFD");
}

BOOST_AUTO_TEST_CASE(marks_that_turn_the_direction_become_visible) {
  BOOST_TEST(printable("\u202E123") == "[U+202E]123");
  BOOST_TEST(printable("\u2066x\u2069") == "[U+2066]x[U+2069]");
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_utf8_are_replaced) {
  BOOST_TEST(printable("a\xff") == "a\uFFFD");
  BOOST_TEST(printable("\xc0\xaf") == "\uFFFD\uFFFD");
  BOOST_TEST(printable("\xe0\x80\xaf") == "\uFFFD\uFFFD\uFFFD");
  BOOST_TEST(printable("\xed\xa0\x80") == "\uFFFD\uFFFD\uFFFD");
  BOOST_TEST(printable("\xf4\x90\x80\x80") == "\uFFFD\uFFFD\uFFFD\uFFFD");
  BOOST_TEST(printable("\xe2\x82") == "\uFFFD\uFFFD");
  BOOST_TEST(printable("\uFFFE\uFFFF") == "\uFFFD\uFFFD");
}

BOOST_AUTO_TEST_CASE(a_sentence_is_filled_and_odd_braces_are_kept) {
  BOOST_TEST(filled("usia {age} tahun") == "usia <age> tahun");
  BOOST_TEST(filled("{a}{b}") == "<a><b>");
  BOOST_TEST(filled("tanpa isian") == "tanpa isian");
  BOOST_TEST(filled("buka { saja") == "buka { saja");
  BOOST_TEST(filled("tutup } saja") == "tutup } saja");
  BOOST_TEST(filled("") == "");
}

BOOST_AUTO_TEST_CASE(lines_are_wrapped_by_characters_not_bytes) {
  std::string out;
  const periksa::reports::Sink sink = [&](std::string_view piece) { out += piece; };
  std::string words;
  for (int i = 0; i < 60; ++i) words += "ébé ";
  periksa::reports::TextLines(sink).item(4, "  –", words);
  BOOST_TEST(out.starts_with("  – ébé"));
  for (std::size_t at = 0, end = 0; (end = out.find('\n', at)) != std::string::npos; at = end + 1) {
    BOOST_TEST(periksa::reports::width(out.substr(at, end - at)) <= 88U);
  }
}

BOOST_AUTO_TEST_SUITE_END()
