// SPDX-License-Identifier: Apache-2.0
#include "reports/measure_wording.h"
#include "reports/text_summary.h"
#include "tests/reports/parsed_page.h"
#include "tests/reports/report_text.h"
#include "tests/results/sample/sample.h"

using namespace periksa;
using results::MeasuredWorker;
using results::Results;

BOOST_AUTO_TEST_SUITE(measures)
namespace {

const std::string kSection = "//section[@id='measure-1']";

std::string text_of(const ParsedPage& page, const std::string& where) {
  std::string all;
  for (const auto& found : page.tree().select_nodes((kSection + where + "//text()").c_str()))
    all += std::string(found.node().value()) + " ";
  return all;
}

bool has(const std::string& text, std::string_view piece) {
  return text.find(piece) != std::string::npos;
}

std::string summary_of(const Results& results, Language language) {
  std::string text;
  const auto done = reports::write_summary(results, {language, false, kTemplates},
                                           [&](std::string_view piece) { text += piece; });
  BOOST_REQUIRE(done.has_value());
  return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(months_are_written_in_the_language) {
  BOOST_TEST(reports::months(5, Language::id) == "0,05");
  BOOST_TEST(reports::months(120, Language::en) == "1.20");
  BOOST_TEST(reports::months(123456, Language::en) == "1,234.56");
  const auto strings = reports::Strings::load(kTemplates, Language::en).value();
  BOOST_TEST(reports::months(120, 120, strings) == "1.20");
  BOOST_TEST(reports::months(120, 310, strings) == "1.20–3.10");
  BOOST_TEST(reports::months(120, std::nullopt, strings) == "≥ 1.20");
}

BOOST_AUTO_TEST_CASE(the_section_tells_groups_workers_and_what_it_is_not) {
  const ParsedPage page(page_of(sample::rich(), Language::en));
  BOOST_TEST(page.fault() == "");
  BOOST_TEST(page.count("//a[@href='#measure-1']") == 1U);
  const std::string all = text_of(page, "");
  for (const auto* piece : {"Recruitment cost (SDG 10.7.1)", "is a figure and no finding",
                            "Of 1 worker it is not known", "at rates supplied with the filing",
                            "no exchange rate was supplied 1", "There are 2 workers more"})
    BOOST_TEST(has(all, piece), piece);
  const std::string groups = text_of(page, "//table[@class='cohorts']");
  for (const auto* piece : {"≥ 1.37", "1.20–3.10", "≥ 2.40", "Hong Kong", "not known 1"})
    BOOST_TEST(has(groups, piece), piece);
  const std::string workers = text_of(page, "//table[@class='measured']");
  for (const auto* piece :
       {"W002", "≥ 2.40", "perhaps more", "HKD 1,000", "at least IDR 15,000,000", "W003",
        "1.20–3.10", "refunds not known", "by the worker's statement", "W004", "not known"})
    BOOST_TEST(has(workers, piece), piece);
}

BOOST_AUTO_TEST_CASE(the_chart_says_in_words_what_it_shows) {
  const ParsedPage page(page_of(sample::rich(), Language::en));
  BOOST_TEST(page.count((kSection + "//svg[@role='img']").c_str()) == 1U);
  const std::string text = text_of(page, "//title");
  BOOST_TEST(has(text, "nothing 1, 0–1 months 0, 1–2 months 1, over 2 months 2, no figure 1"),
             text);
}

BOOST_AUTO_TEST_CASE(where_nobody_was_placed_there_is_no_section) {
  Results results = sample::rich();
  results.measures.front().cohorts.clear();
  BOOST_TEST(ParsedPage(page_of(results)).count("//section[starts-with(@id, 'measure-')]") == 0U);
  BOOST_TEST(!has(summary_of(results, Language::en), "SDG"));
}

BOOST_AUTO_TEST_CASE(only_two_hundred_workers_stand_in_the_report) {
  Results results = sample::rich();
  auto& workers = results.measures.front().workers;
  workers.assign(205, workers.front());
  results.measures.front().workers_left = 7;
  const ParsedPage page(page_of(results, Language::en));
  BOOST_TEST(page.count((kSection + "//table[@class='measured']/tbody/tr").c_str()) == 200U);
  BOOST_TEST(has(text_of(page, ""), "There are 12 workers more"));
}

BOOST_AUTO_TEST_CASE(the_summary_has_one_line) {
  BOOST_TEST(has(summary_of(sample::rich(), Language::en),
                 "Recruitment cost (SDG 10.7.1): median 1.20–3.10 months of pay (4 of 5 workers)"));
  BOOST_TEST(has(summary_of(sample::rich(), Language::id),
                 "Biaya perekrutan (SDG 10.7.1): median 1,20–3,10 bulan upah (4 dari 5 pekerja)"));
}

BOOST_AUTO_TEST_SUITE_END()
