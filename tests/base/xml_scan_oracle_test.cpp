// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <boost/test/unit_test.hpp>
#include <random>

#include "tests/base/expat_oracle.h"

using namespace periksa;
using test::disagreement;

BOOST_AUTO_TEST_SUITE(xml_scan_oracle)
namespace {

using Tokens = std::vector<std::string_view>;

/// Calls `check` with every sequence of up to `length` tokens between `before` and `after`.
template <class Check>
void every_sequence(const Tokens& tokens, std::size_t length, const std::string& before,
                    std::string_view after, Check&& check) {
  check(before + std::string(after));
  if (length == 0) return;
  for (const auto token : tokens) {
    every_sequence(tokens, length - 1, before + std::string(token), after, check);
  }
}

struct Tally {
  std::size_t all = 0;
  std::size_t accepted = 0;

  void operator()(const std::string& document) {
    ++all;
    if (test::seen_by_scan(document).fault == xml::Fault::none) ++accepted;
    const auto what = disagreement(document);
    if (!what.empty()) BOOST_ERROR(document << "\n  " << what);
  }
};

const Tokens kMarkup{"<a>", "</a>",  "<a/>", "<b",  ">",   "/",        " x='1'", "\n",
                     "t",   "&#65;", "<!--", "-->", "]]>", "\xC3\xA9", "<?p?>",  "<!DOCTYPE a>"};
const Tokens kTag{" ", "x",  "=",     "'",      "\"",     "/",    ">", "<", "\n",
                  "é", "x:", "y='1'", "x=\"\"", "x='2' ", "&lt;", "1", "-", "."};
const Tokens kValue{"v",
                    " ",
                    "\t",
                    "\r",
                    "\n",
                    "\r\n",
                    "&amp;",
                    "&quot;",
                    "&#10;",
                    "&#x9;",
                    "&#0;",
                    "&#xD800;",
                    "&#1114112;",
                    "&#x10FFFF;",
                    "&nbsp;",
                    "&",
                    ";",
                    "#",
                    "<",
                    ">",
                    "]]>",
                    "'",
                    "\x7F",
                    "\x01",
                    "\xC3",
                    "\xA9",
                    "\xED\xA0\x80",
                    "\xEF\xBF\xBF",
                    "\xF0\x9F\x98\x80"};
const Tokens kProlog{"\xEF\xBB\xBF",
                     "<?xml version=\"1.0\"?>",
                     "<?xml version='1.0\"?>",
                     "<?xml version='1.0' encoding='utf-8'?>",
                     "<?xml version='1.0' encoding='ISO-8859-1'?>",
                     "<?xml version='1.1'?>",
                     "<?xml?>",
                     "<?xml version='1.0' standalone='yes' ?>",
                     " ",
                     "\n",
                     "<!-- c -->",
                     "<!-- - -- -->",
                     "x",
                     "<a/>",
                     "\xFF\xFE",
                     "&#32;"};

}  // namespace

BOOST_AUTO_TEST_CASE(every_small_sequence_of_markup_is_judged_as_expat_judges_it) {
  Tally tally;
  every_sequence(kMarkup, 5, "", "", tally);
  every_sequence(kMarkup, 4, "<a>", "</a>", tally);
  BOOST_TEST(tally.accepted > 1000U);
}

BOOST_AUTO_TEST_CASE(every_small_start_tag_is_judged_as_expat_judges_it) {
  Tally tally;
  every_sequence(kTag, 5, "<a", "/>", tally);
  every_sequence(kTag, 3, "<a x='1'", "></a>", tally);
  BOOST_TEST(tally.accepted > 50U);
}

BOOST_AUTO_TEST_CASE(every_small_value_and_text_has_the_characters_that_expat_gives_it) {
  Tally tally;
  every_sequence(kValue, 3, "<a x=\"", "\"/>", tally);
  every_sequence(kValue, 3, "<a>", "</a>", tally);
  BOOST_TEST(tally.accepted > 5000U);
}

BOOST_AUTO_TEST_CASE(every_small_prolog_and_end_is_judged_as_expat_judges_it) {
  Tally tally;
  every_sequence(kProlog, 3, "", "<a/>", tally);
  every_sequence(kProlog, 3, "<a/>", "", tally);
  BOOST_TEST(tally.accepted > 50U);
}

BOOST_AUTO_TEST_CASE(mutations_of_a_document_are_judged_as_expat_judges_them) {
  const std::string document =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<filing format=\"1\" closing='2025-06-30'>\n"
      "  <!-- a note -->\n  <source id=\"s1\" document=\"deed\"/>\r\n"
      "  <worker id=\"W-01\" name=\"Siti &amp; Dewi &#233; caf\xC3\xA9\">\n"
      "    <born_on source=\"s1\">2001-04-06</born_on> <x/>\n  </worker>\n</filing>\n";
  BOOST_REQUIRE(disagreement(document).empty());
  std::mt19937 random(20250630);
  const auto below = [&](std::size_t n) { return random() % n; };
  const std::string_view spice = "<>&;'\"=/!-?]#x \n\r\t\x01\x80\xC3\xA9:0a";
  for (int round = 0; round < 60'000; ++round) {
    std::string mutant = document;
    for (std::size_t times = 1 + below(3); times > 0 && !mutant.empty(); --times) {
      const std::size_t at = below(mutant.size());
      switch (below(4)) {
        case 0:
          mutant[at] = static_cast<char>(mutant[at] ^ (1 << below(8)));
          break;
        case 1:
          mutant.insert(at, 1, spice[below(spice.size())]);
          break;
        case 2:
          mutant.erase(at, 1 + below(4));
          break;
        default:
          mutant.insert(at, mutant.substr(below(mutant.size()), 1 + below(12)));
      }
    }
    const auto what = disagreement(mutant);
    if (!what.empty()) BOOST_ERROR(mutant << "\n  " << what);
  }
}

BOOST_AUTO_TEST_SUITE_END()
