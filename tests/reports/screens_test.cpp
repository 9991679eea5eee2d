// SPDX-License-Identifier: Apache-2.0
// The section on referrals and leads.
#include <algorithm>

#include "reports/rows.h"
#include "tests/reports/report_text.h"
#include "tests/results/sample/sample.h"

using namespace periksa;

BOOST_AUTO_TEST_SUITE(report_screens)
namespace {

/// The part of the page between the headings of this section and the next.
std::string section(const results::Results& results, Language language, bool unmask = false) {
  const std::string page = page_of(results, language, unmask);
  const auto begin = page.find("<section id=\"screens\"");
  BOOST_REQUIRE(begin != std::string::npos);
  return page.substr(begin, page.find("</section>", begin) - begin);
}

bool holds(const std::string& text, std::string_view piece) {
  return text.find(piece) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_referral_is_told_with_signs_facts_and_where_to_go) {
  const std::string text = section(sample::rich(), Language::en);
  for (const auto* piece :
       {"Referral flags for protection", "Indonesian mission", "when abroad", "hospital",
        "Was under 18", "Born when?", "strong sign", "alleges no crime"})
    BOOST_TEST(holds(text, piece), piece);
  const auto& results = sample::rich();
  const auto fact = results.notices[2].signs[0].facts.front();
  const reports::Rows rows(results.facts);
  BOOST_TEST(holds(text, "#row-" + std::to_string(rows.number(fact)) + "\""));
}

BOOST_AUTO_TEST_CASE(what_could_not_be_told_stands_apart_and_without_its_question) {
  const std::string text = section(sample::rich(), Language::en);
  const auto open = text.find("Could not be told, and not counted");
  BOOST_REQUIRE(open != std::string::npos);
  BOOST_TEST(text.find("Charges above three months of wages") > open);
  BOOST_TEST(holds(text, "From records kept in confidence"));
}

BOOST_AUTO_TEST_CASE(a_lead_names_its_workers_and_refers_nobody) {
  const std::string text = section(sample::rich(), Language::id);
  const auto leads = text.find("Petunjuk untuk ditelusuri");
  BOOST_REQUIRE(leads != std::string::npos);
  const std::string lead = text.substr(leads);
  BOOST_TEST(holds(lead, "Uang berhenti pada perekrut"));
  BOOST_TEST(holds(lead, "W002"));
  BOOST_TEST(holds(lead, "W003"));
  BOOST_TEST(!holds(lead, "dirujuk"));
}

BOOST_AUTO_TEST_CASE(screens_are_not_told_among_the_patterns) {
  const std::string page = page_of(sample::rich(), Language::en);
  const auto begin = page.find("<section id=\"patterns\"");
  const std::string patterns = page.substr(begin, page.find("</section>", begin) - begin);
  BOOST_TEST(holds(patterns, "One account is used by several workers"));
  BOOST_TEST(!holds(patterns, "Referral flags for protection"));
  BOOST_TEST(!holds(patterns, "Money stops at a recruiter"));
}

BOOST_AUTO_TEST_CASE(without_screens_the_section_says_so) {
  BOOST_TEST(holds(section(sample::quiet(), Language::en), "No screen gives a reason"));
  auto results = sample::rich();
  std::erase_if(results.notices, [](const auto& notice) { return !notice.screen; });
  const std::string page = page_of(results, Language::en);
  BOOST_TEST(holds(page, "No pattern worth telling"));
}

BOOST_AUTO_TEST_CASE(no_word_of_the_section_speaks_of_crime) {
  for (const auto language : {Language::id, Language::en}) {
    std::string text = section(sample::rich(), language);
    std::ranges::transform(text, text.begin(), [](unsigned char c) {
      return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    });
    for (const auto* word : {"pelaku", "kejahatan", "korban", "tppo", "victim", "offender",
                             "trafficker", "guilty", "terbukti"})
      BOOST_TEST(!holds(text, word), word);
  }
}

BOOST_AUTO_TEST_SUITE_END()
