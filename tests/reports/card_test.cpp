// SPDX-License-Identifier: Apache-2.0
#include "reports/law_groups.h"
#include "tests/reports/parsed_page.h"
#include "tests/reports/report_text.h"
#include "tests/results/sample/sample.h"

using namespace periksa;
using results::Finding;
using results::Results;
using results::Verdict;

BOOST_AUTO_TEST_SUITE(card)
namespace {

const std::string kOldText = "uu-18-2017#66@2017-11-22";
const std::string kNewText = "uu-18-2017#66@2026-01-01";

/// The first finding of the rich sample, `n` times for different workers.
Results repeated(std::size_t n) {
  Results results = sample::rich();
  const Finding first = results.findings.front();
  results.findings.clear();
  for (std::size_t i = 0; i < n; ++i) {
    results.findings.push_back(first);
    results.findings.back().id = "F000" + std::to_string(i + 1);
    results.findings.back().worker = results.findings.back().subject =
        "W00" + std::to_string(i + 1);
  }
  return results;
}

/// Adds another text of Pasal 66, in force later.
void amend(Results& results) {
  results::Provision later = results.provisions.front();
  BOOST_REQUIRE_EQUAL(later.id, kOldText);
  later.id = kNewText;
  later.from = "2026-01-01";
  later.paraphrase = {"Naskah baru.", "The new text."};
  results.provisions.front().to = later.from;
  results.provisions.push_back(later);
}

std::size_t times(const ParsedPage& page, const std::string& where, const std::string& text) {
  std::size_t n = 0;
  for (const auto& found : page.tree().select_nodes((where + "//text()").c_str())) {
    if (std::string_view(found.node().value()).contains(text)) ++n;
  }
  return n;
}

std::vector<reports::LawGroup> groups_of(const Results& results) {
  const auto strings = reports::Strings::load(kTemplates, Language::id).value();
  return by_law(reports::Wording(results, strings, false));
}

const std::string kFindings = "//section[@id='findings']";

}  // namespace

BOOST_AUTO_TEST_CASE(what_several_findings_share_is_told_once) {
  const ParsedPage page(page_of(repeated(3)));
  BOOST_TEST(times(page, kFindings, "Orang perseorangan di bawah 18 tahun") == 1U);
  BOOST_TEST(times(page, kFindings, "Pulangkan pekerja dengan biaya perusahaan") == 1U);
  BOOST_TEST(times(page, kFindings, "pidana penjara paling lama 10 tahun") == 1U);
  BOOST_TEST(times(page, kFindings, "Dokumen mana yang dipakai") == 1U);
  BOOST_TEST(times(page, kFindings, "Kesengajaan dan kerugian") == 1U);
  BOOST_TEST(page.count("//article//a[@class='cite'][starts-with(@href,'#a-1-l')]") == 6U);
}

BOOST_AUTO_TEST_CASE(a_finding_by_itself_tells_all_on_its_card) {
  const ParsedPage page(page_of(repeated(1)));
  BOOST_TEST(page.count("//div[@class='common']") == 0U);
  BOOST_TEST(times(page, "//article", "Orang perseorangan di bawah 18 tahun") == 1U);
  BOOST_TEST(times(page, "//article", "Pulangkan pekerja dengan biaya perusahaan") == 1U);
  BOOST_TEST(times(page, "//article", "dibaca dari salinan tidak resmi") == 2U);
}

BOOST_AUTO_TEST_CASE(an_event_under_another_text_points_to_that_text) {
  Results results = repeated(4);
  amend(results);
  results.findings[2].citations[0].provision = kNewText;
  results.findings[3].citations[0].provision = kNewText;
  const auto groups = groups_of(results);
  BOOST_REQUIRE_EQUAL(groups.size(), 2U);
  BOOST_TEST((groups[0].cases.at(0).findings == std::vector<std::size_t>{0, 1}));
  BOOST_TEST((groups[1].cases.at(0).findings == std::vector<std::size_t>{2, 3}));
  BOOST_TEST(groups[0].provisions.at(0) == kOldText);
  BOOST_TEST(groups[1].provisions.at(0) == kNewText);
  const ParsedPage page(page_of(results));
  BOOST_TEST(times(page, "//div[@id='a-2']", "Naskah baru.") == 1U);
  BOOST_TEST(page.count("//article[@id='f-4']//a[@href='#a-2-l8']") == 1U);
  BOOST_TEST(page.count("//article[@id='f-4']//a[@href='#a-1-l1']") == 0U);
}

BOOST_AUTO_TEST_CASE(two_texts_at_the_head_of_one_article_keep_their_days_apart) {
  Results results = repeated(2);
  amend(results);
  for (Finding& x : results.findings) x.citations.push_back({kNewText, "", true});
  const ParsedPage page(page_of(results));
  BOOST_TEST(page.count("//article[@id='f-1']//a[@href='#a-1-l1']") == 1U);
  BOOST_TEST(page.count("//article[@id='f-1']//a[@href='#a-1-l8']") == 1U);
  BOOST_TEST(times(page, "//article[@id='f-1']", "sejak 1 Januari 2026") == 1U);
  BOOST_TEST(times(page, "//article[@id='f-1']", "Salah satu naskah yang mungkin") == 1U);
}

BOOST_AUTO_TEST_CASE(findings_that_ask_for_different_things_are_different_cases) {
  Results results = repeated(3);
  results.findings[1].remedies.pop_back();
  const auto groups = groups_of(results);
  BOOST_REQUIRE_EQUAL(groups.size(), 1U);
  BOOST_REQUIRE_EQUAL(groups[0].cases.size(), 2U);
  BOOST_TEST((groups[0].cases[0].findings == std::vector<std::size_t>{0, 2}));
}

BOOST_AUTO_TEST_CASE(the_path_that_decided_is_open_and_the_rest_is_folded) {
  const ParsedPage page(page_of(sample::rich()));
  BOOST_TEST(page.count("//ul[@class='trace']//strong") > 0U);
  BOOST_TEST(page.count("//ul[@class='trace']//details//strong") == 0U);
  BOOST_TEST(page.count("//details[@open]") == 0U);
}

BOOST_AUTO_TEST_CASE(an_open_point_does_not_repeat_what_would_be_wanting) {
  Results results = repeated(1);
  results.findings[0].verdict = results.findings[0].original = Verdict::insufficient;
  const results::Rule* rule = nullptr;
  for (const results::Rule& of : results.rules) {
    if (of.id == results.findings[0].rule) rule = &of;
  }
  BOOST_REQUIRE(rule != nullptr);
  const ParsedPage page(page_of(results, Language::en));
  const std::string title = page.tree().select_node("//article//h5").node().text().get();
  BOOST_TEST(title.contains(rule->met.en));
  BOOST_TEST(!title.contains(rule->breach.en));
  BOOST_TEST(title.ends_with("?"));
}

BOOST_AUTO_TEST_CASE(a_range_is_told_by_its_bounds_not_as_two_values) {
  const auto strings = reports::Strings::load(kTemplates, Language::id).value();
  const Results results = sample::rich();
  const reports::Wording words(results, strings, false);
  BOOST_TEST(words.values({{"range:date", "2024-03-01", {}}, {"range:date", "2024-03-31", {}}}) ==
             "1 Maret 2024 sampai 31 Maret 2024");
  BOOST_TEST(words.values({{"range:integer", "17", {}}, {"", "", {}}}) == "sekurang-kurangnya 17");
  BOOST_TEST(words.values({{"integer", "16", {}}, {"integer", "17", {}}}) == "16 atau 17");
}

BOOST_AUTO_TEST_CASE(a_sentence_tells_all_that_a_word_of_it_may_be) {
  Results results = repeated(1);
  results.findings.front().arguments["age"] = {{"integer", "16", {}}, {"integer", "17", {}}};
  BOOST_TEST(page_of(results).find("16 atau 17") != std::string::npos);
  BOOST_TEST(page_of(results, Language::en).find("16 or 17") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_record_of_a_worker_is_called_by_its_kind_and_number) {
  Results results = repeated(1);
  Finding& x = results.findings.front();
  x.entity = "payment";
  x.subject = "W001/payment-2";
  x.reasoning.front().text = {"pembayaran W001/payment-2 (tidak termasuk)",
                              "payment W001/payment-2 (not counted)"};
  const std::string page = page_of(results);
  BOOST_TEST(page.find("payment-2") == std::string::npos);
  BOOST_TEST(page.find("2 dari W001 (tidak termasuk)") != std::string::npos);
  BOOST_TEST(page_of(results, Language::en).find("2 of W001 (not counted)") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_reading_of_29_february_is_told) {
  BOOST_TEST(page_of(sample::quiet()).contains("lahir pada 29 Februari 2004"));
  BOOST_TEST(page_of(sample::quiet(), Language::en).contains("born on 29 February 2004"));
}

BOOST_AUTO_TEST_SUITE_END()
