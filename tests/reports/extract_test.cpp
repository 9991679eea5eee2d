// SPDX-License-Identifier: Apache-2.0
// What a report says of itself when it is not the whole.
#include "reports/text_summary.h"
#include "tests/reports/report_text.h"
#include "tests/results/sample/sample.h"

using namespace periksa;

BOOST_AUTO_TEST_SUITE(extracts)
namespace {

bool shows(const std::string& page, const std::string& text) {
  return page.find(text) != std::string::npos;
}

results::Results extract() {
  results::Results results = sample::rich();
  results.header.slice = "W001";
  results.header.left_out = {{"facts", 2}, {"findings", 1}, {"notices", 1}};
  return results;
}

}  // namespace

BOOST_AUTO_TEST_CASE(an_extract_says_so_before_anything_else) {
  const results::Results results = extract();
  for (const auto& [language, words] : {std::pair{Language::id, "Kutipan tentang satu pekerja"},
                                        std::pair{Language::en, "An extract about one worker"}}) {
    const std::string page = page_of(results, language);
    BOOST_TEST(page.find(words) < page.find("<main"));
    BOOST_TEST(page.find(results.header.manifest_sha256) < page.find("<main"));
    BOOST_TEST(!shows(page_of(sample::rich(), language), words));
  }
}

BOOST_AUTO_TEST_CASE(what_was_left_out_is_counted_in_words) {
  const std::string page = page_of(extract(), Language::en);
  BOOST_TEST(shows(page, "2 facts of free text or of a sensitive kind"));
  BOOST_TEST(shows(page, "1 finding that rests on sensitive facts"));
  BOOST_TEST(shows(page, "1 notice that rests on sensitive facts"));
}

BOOST_AUTO_TEST_CASE(the_summary_on_a_terminal_says_it_too) {
  std::string text;
  BOOST_REQUIRE(reports::write_summary(extract(), {Language::en, false, kTemplates},
                                       [&](std::string_view piece) { text += piece; }));
  BOOST_TEST(shows(text, "An extract about one worker, W001"));
}

BOOST_AUTO_TEST_CASE(others_that_a_notice_names_are_counted) {
  results::Results results = sample::rich();
  results.notices.front().workers = {"W001"};
  results.notices.front().workers_left = 2;
  BOOST_TEST(shows(page_of(results, Language::en), "W001 and 2 other workers"));
  BOOST_TEST(shows(page_of(results), "W001 dan 2 pekerja lain"));
}

BOOST_AUTO_TEST_SUITE_END()
