// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/shown.h"

#include <boost/test/unit_test.hpp>

#include "auditor/base/diagnostic.h"

using namespace periksa;

BOOST_AUTO_TEST_SUITE(shown_texts)

BOOST_AUTO_TEST_CASE(a_text_is_cut_between_characters_to_what_a_line_bears) {
  BOOST_TEST(shown("Siti") == "Siti");
  BOOST_TEST(shown(std::string(60, 'x')) == std::string(60, 'x'));
  BOOST_TEST(shown(std::string(61, 'x')) == std::string(60, 'x') + "…");
  BOOST_TEST(shown(std::string(59, 'x') + "é" + "y") == std::string(59, 'x') + "…");
  BOOST_TEST(shown(std::string(32768, 'x')).size() < 70U);
}

BOOST_AUTO_TEST_CASE(a_quote_inside_does_not_end_the_quotes_around_it) {
  BOOST_TEST(shown("x\"3201015505900001\"y") == "x'3201015505900001'y");
}

BOOST_AUTO_TEST_CASE(nothing_steers_the_terminal) {
  for (const char* text : {"\x1B[2J",
                           "\xC2\x9B"
                           "2J",
                           "\x07", "\x7F", "a\nb",
                           "\xE2\x80\xAE"
                           "x"}) {
    const std::string safe = shown(text);
    for (const char c : safe) BOOST_TEST((static_cast<unsigned char>(c) >= 0x20 && c != 0x7F));
    BOOST_TEST(!safe.contains("\xC2\x9B"));
    BOOST_TEST(!safe.contains("\xE2\x80\xAE"));
  }
}

BOOST_AUTO_TEST_CASE(a_diagnostic_is_printable_in_name_and_text) {
  const Diagnostic one{
      Diagnostic::Kind::error, {"a\x1B[31m.xml", 1, 2, {}}, {"a\x07", "b\xC2\x9B"}};
  for (const Language language : {Language::id, Language::en}) {
    const auto line = render(one, language);
    BOOST_TEST(!line.contains('\x1B'), line);
    BOOST_TEST(!line.contains('\x07'), line);
    BOOST_TEST(!line.contains("\xC2\x9B"), line);
  }
}

BOOST_AUTO_TEST_SUITE_END()
