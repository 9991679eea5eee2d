// SPDX-License-Identifier: Apache-2.0
#include "auditor/results/redact.h"
#include "reports/headline.h"
#include "reports/text_summary.h"
#include "tests/reports/report_text.h"
#include "tests/results/sample/sample.h"

using namespace periksa;
using results::Results;
using results::Verdict;

BOOST_AUTO_TEST_SUITE(text)
namespace {

std::string summary(const Results& results, Language language, bool unmask = false) {
  std::string out;
  const auto written = reports::write_summary(results, {language, unmask, kTemplates},
                                              [&](std::string_view piece) { out += piece; });
  BOOST_REQUIRE(written);
  return out;
}

std::string card(const Results& results, std::string_view id, Language language,
                 bool unmask = false) {
  std::string out;
  const auto written = reports::explain(results, id, {language, unmask, kTemplates},
                                        [&](std::string_view piece) { out += piece; });
  BOOST_REQUIRE(written);
  return out;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

reports::Headline::Kind kind_of(const Results& results) {
  const auto strings = reports::Strings::load(kTemplates, Language::id).value();
  return headline(reports::Wording(results, strings, false)).kind;
}

Results with(Verdict verdict, bool readiness = false) {
  Results results = sample::quiet();
  results::Finding finding;
  finding.rule = results.rules[0].id;
  finding.verdict = verdict;
  finding.readiness = readiness;
  results.findings.push_back(finding);
  return results;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_sentence_follows_the_exit_code) {
  using Kind = reports::Headline::Kind;
  BOOST_TEST((kind_of(sample::rich()) == Kind::indications));
  BOOST_TEST((kind_of(sample::quiet()) == Kind::nothing_found));
  BOOST_TEST((kind_of(sample::empty()) == Kind::nothing_assessed));
  BOOST_TEST((kind_of(with(Verdict::suspected)) == Kind::open));
  BOOST_TEST((kind_of(with(Verdict::insufficient)) == Kind::open));
  BOOST_TEST((kind_of(with(Verdict::breach, true)) == Kind::open));
  BOOST_TEST((kind_of(with(Verdict::observation)) == Kind::nothing_found));
  BOOST_TEST((kind_of(with(Verdict::engine_error)) == Kind::unfinished));
}

BOOST_AUTO_TEST_CASE(an_unfinished_run_shouts_and_still_tells_what_it_found) {
  Results results = sample::rich();
  results.header.complete = false;
  const std::string id = summary(results, Language::id);
  BOOST_TEST(has(id, "PEMERIKSAAN TIDAK SELESAI"));
  BOOST_TEST(has(id, "Terdapat 3 temuan dengan indikasi pelanggaran"));
  BOOST_TEST(has(page_of(results), "PEMERIKSAAN TIDAK SELESAI"));
}

BOOST_AUTO_TEST_CASE(a_referral_alone_has_its_own_sentence) {
  Results results = sample::quiet();
  results.notices.emplace_back().referral = true;
  BOOST_TEST(has(summary(results, Language::en), "indicators that call for a referral"));
}

BOOST_AUTO_TEST_CASE(a_changed_rule_set_and_a_narrowed_question_are_told) {
  Results results = sample::rich();
  results.header.official = false;
  results.header.changed_files = {"duties/uu-18-2017/66.xml"};
  results.header.only_rules = {"uu-18-2017/66/1"};
  results.header.as_of_given = true;
  for (const std::string& out : {summary(results, Language::en), page_of(results, Language::en)}) {
    BOOST_TEST(has(out, "HAS BEEN CHANGED"));
    BOOST_TEST(has(out, "duties/uu-18-2017/66.xml"));
    BOOST_TEST(has(out, "Only these rules were run: uu-18-2017/66/1."));
    BOOST_TEST(has(out, "set by the examiner"));
  }
}

BOOST_AUTO_TEST_CASE(the_summary_names_article_and_place) {
  const std::string out = summary(sample::rich(), Language::id);
  BOOST_TEST(has(out, "F0001"));
  BOOST_TEST(has(out, "UU 18/2017 Pasal 66"));
  BOOST_TEST(has(out, "pt-contoh-2024.xml:41:15"));
  BOOST_TEST(has(out, "1 temuan lain"));
  BOOST_TEST(!has(out, "Siti"));
  BOOST_TEST(has(summary(sample::rich(), Language::id, true), "Siti Rahayu (W001)"));
}

BOOST_AUTO_TEST_CASE(an_open_point_is_asked_not_asserted) {
  const std::string out = card(sample::rich(), "F0008", Language::id);
  BOOST_TEST(has(out, "Apakah terpenuhi: "));
  BOOST_TEST(has(out, "belum dapat dinilai"));
}

BOOST_AUTO_TEST_CASE(a_card_has_law_facts_reasoning_and_the_way_out) {
  const std::string out = card(sample::rich(), "F0001", Language::en);
  for (const char* part :
       {"indicated breach", "16 years old at departure on 12 March 2024", "UU 18/2017 Pasal 66",
        "since 22 November 2017", "an unofficial copy was read", "Intent and harm",
        "sources contradict each other", "[masked]", "decides the result", "not examined",
        "12 March 2006 → met", "Repatriate the worker", "imprisonment", "Which paper did"}) {
    BOOST_TEST(has(out, part), part);
  }
}

BOOST_AUTO_TEST_CASE(masked_and_open_cards_differ_by_private_values_only) {
  const std::string masked = card(sample::rich(), "F0002", Language::id);
  const std::string open = card(sample::rich(), "F0002", Language::id, true);
  BOOST_TEST(has(masked, "C•••••21"));
  BOOST_TEST(!has(masked, "C7654321"));
  BOOST_TEST(has(open, "C7654321"));
  BOOST_TEST(has(open, "Dewi Lestari (W002)"));
}

BOOST_AUTO_TEST_CASE(an_unknown_finding_names_those_there_are) {
  const auto written =
      reports::explain(sample::rich(), "F9", {Language::id, false, kTemplates}, [](auto) {});
  BOOST_REQUIRE(!written);
  BOOST_TEST(has(written.error()[0].text.en, "F0001 – F0011"));
}

BOOST_AUTO_TEST_SUITE_END()
