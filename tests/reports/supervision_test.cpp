// SPDX-License-Identifier: Apache-2.0
#include "reports/supervision.h"
#include "reports/case_papers.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <sstream>

#include "reports/paper_writers.h"

using namespace periksa;
using namespace periksa::reports;

BOOST_AUTO_TEST_SUITE(supervision)

namespace {

results::Supervision of_two() {
  results::Supervision x;
  x.as_of = "2026-06-30";
  x.head = std::string(64, 'a');
  x.entries = 4;
  results::AgencyRow one;
  one.name = "PT Satu Rekaan";
  one.nib = "9120001234567";
  one.audits = 2;
  one.as_of = "2026-03-31";
  one.workers = 1200;
  one.breaches = 7;
  one.reopened = 1;
  one.refund = {{"IDR", 250000000, 250000000}};
  results::AgencyRow hostile;
  hostile.name = "=cmd|'<script>alert(1)</script>";
  hostile.audits = 1;
  hostile.as_of = "2026-01-15";
  x.agencies = {one, hostile};
  x.trends = {{"UU 18/2017 Pasal 30", "2026-Q1", 7, 1, 2}};
  x.matches = {{"account",
                2,
                {{"PT Satu Rekaan", "satu.xml", "W001", "2026-03-31"},
                 {"PT Dua", "dua.xml", "", "2026-01-15"}}}};
  return x;
}

ReportOptions options(Language language) {
  return {language, false, {PERIKSA_SOURCE_DIR "/templates", {}}};
}

std::string text(const Paper& paper) {
  std::string out;
  BOOST_REQUIRE(write_paper_text(paper, [&](std::string_view piece) { out += piece; }));
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(it_says_in_words_what_the_store_tells) {
  const auto id = make_supervision(of_two(), options(Language::id)).value();
  const std::string out = text(id);
  for (const char* phrase :
       {"PT Satu Rekaan", "9120001234567", "31 Maret", "Rp2.500.000", "UU 18/2017 Pasal 30",
        "Triwulan I 2026", "rekening penerima", "satu.xml"})
    BOOST_TEST(out.find(phrase) != std::string::npos, phrase);
}

BOOST_AUTO_TEST_CASE(no_line_of_a_table_is_wider_than_the_terminal) {
  auto wide = of_two();
  wide.agencies.front().name = std::string(400, 'w');
  const std::string out = text(make_supervision(wide, options(Language::en)).value());
  std::size_t longest = 0;
  for (std::size_t at = 0; at < out.size();) {
    const auto end = std::min(out.find('\n', at), out.size());
    longest = std::max(longest, end - at);
    at = end + 1;
  }
  BOOST_TEST(longest <= 120U);
  BOOST_TEST(std::ranges::count(out, 'w') >= 400);
}

BOOST_AUTO_TEST_CASE(no_word_of_a_heading_is_cut_while_there_is_room) {
  for (const Language language : {Language::id, Language::en}) {
    const auto paper = make_supervision(of_two(), options(language)).value();
    for (const auto& block : paper.blocks) {
      const auto* const table = std::get_if<PaperTable>(&block);
      if (table == nullptr) continue;
      // Of the table by itself, above the line under its heading.
      Paper alone;
      alone.blocks = {*table};
      const std::string out = text(alone);
      const std::string head = out.substr(0, out.find("--"));
      for (const auto& column : table->columns) {
        std::istringstream words(column.head);
        for (std::string word; words >> word;)
          BOOST_TEST(head.find(word) != std::string::npos, word);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_long_word_is_cut_where_its_parts_meet_and_a_label_keeps_its_distance) {
  Paper paper;
  PaperTable table;
  table.columns = {{"A", 10}, {"B", 90}};
  table.rows.push_back({std::string("kepmen-p2mi-114-2025/iii.1/bengkel"), std::string(900, 'x')});
  paper.add(table);
  paper.add(PaperFields{{{std::string(40, 'y'), "value"}}});
  const std::string out = text(paper);
  BOOST_TEST(out.find("\nkepmen-p2mi-114-") != std::string::npos, out);
  BOOST_TEST(out.find("\n2025/iii.1/bengkel") != std::string::npos, out);
  BOOST_TEST(out.find("y value") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(numbers_are_written_as_the_verbs_read_them) {
  results::CaseHistory of;
  of.audits.resize(1);
  of.audits.front().id = 4321;
  of.findings.resize(1);
  of.findings.front().id = 12345;
  const std::string out = text(make_history(of, options(Language::id)).value());
  BOOST_TEST(out.find("12345") != std::string::npos);
  BOOST_TEST(out.find("4321") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_number_that_very_many_have_names_some_of_them) {
  auto of = of_two();
  for (int i = 0; i < 98; ++i)
    of.matches.front().places.push_back({"PT Rekaan " + std::to_string(i), "x.xml", "W001", ""});
  const std::string out = text(make_supervision(of, options(Language::en)).value());
  BOOST_TEST(out.find("PT Rekaan 17 ") != std::string::npos);
  BOOST_TEST(out.find("PT Rekaan 18 ") == std::string::npos);
  BOOST_TEST(out.find("and 80 more") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_overdue_tells_the_assessment_the_record_and_the_rule) {
  results::OverdueRow row{"PT Satu Rekaan", "9120001234567", {}, 12};
  row.finding.id = 1001;
  row.finding.rule = "uu-18-2017/15.1/1";
  row.finding.verdict = "breach";
  row.finding.state = "open";
  row.finding.worker = "W020";
  row.finding.subject = "W020/contract-1";
  row.finding.due = "2026-05-01";
  const std::string out = text(make_overdue({row}, "2026-05-13", options(Language::en)).value());
  for (const char* phrase : {"1001", "uu-18-2017/15.1/1", "ndicated", "W020/contract", "12"})
    BOOST_TEST(out.find(phrase) != std::string::npos, phrase);
}

BOOST_AUTO_TEST_CASE(packs_waivers_and_words_that_are_kept_are_listed) {
  results::CaseHistory history;
  history.packs = {{7, "2026-04-01T08:00:00Z", "serikat", "sealed", "c0ffee", "W002"}};
  std::string out = text(make_history(history, options(Language::en)).value());
  for (const char* phrase : {"c0ffee", "sealed", "W002", "serikat"})
    BOOST_TEST(out.find(phrase) != std::string::npos, phrase);
  results::SavedAudit audit;
  audit.waivers = {{"D-1", "duty/1", "Direktorat Rekaan", "alasan", "", "2026-12-31", "expired"}};
  out = text(make_saved_audit(audit, options(Language::en)).value());
  for (const char* phrase : {"D-1", "Direktorat Rekaan", "alasan", "31 December"})
    BOOST_TEST(out.find(phrase) != std::string::npos, phrase);
  results::Retention kept;
  kept.notes = {{9, "2026-04-01T08:00:00Z", "pengawas", "answered", "PT Satu Rekaan"}};
  out = text(make_retention(kept, options(Language::en)).value());
  for (const char* phrase : {"--entry", "PT Satu Rekaan", "answered by the agency"})
    BOOST_TEST(out.find(phrase) != std::string::npos, phrase);
}

BOOST_AUTO_TEST_CASE(a_sheet_takes_nothing_for_a_formula) {
  std::string out;
  const auto paper = make_supervision(of_two(), options(Language::en)).value();
  BOOST_REQUIRE(write_paper_csv(paper, [&](std::string_view piece) { out += piece; }));
  BOOST_TEST(out.find("'=cmd") != std::string::npos);
  BOOST_TEST(out.find(",=cmd") == std::string::npos);
  BOOST_TEST(out.find("\r\nUU 18/2017 Pasal 30,Q1 2026,7,1,2\r\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_page_takes_nothing_for_markup_and_has_charts) {
  std::string out;
  const auto paper = make_supervision(of_two(), options(Language::en)).value();
  BOOST_REQUIRE(write_paper_html(paper, options(Language::en),
                                 [&](std::string_view piece) { out += piece; }));
  BOOST_TEST(out.find("<script") == std::string::npos);
  BOOST_TEST(out.find("chart-store-agencies") != std::string::npos);
  BOOST_TEST(out.find("chart-store-quarters") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_empty_store_has_its_papers_too) {
  for (const Language language : {Language::id, Language::en}) {
    BOOST_TEST(!text(make_supervision({}, options(language)).value()).empty());
    BOOST_TEST(!text(make_history({}, options(language)).value()).empty());
    BOOST_TEST(!text(make_saved_audit({}, options(language)).value()).empty());
    BOOST_TEST(!text(make_life({}, options(language)).value()).empty());
    BOOST_TEST(!text(make_overdue({}, "2026-06-30", options(language)).value()).empty());
    BOOST_TEST(!text(make_retention({}, options(language)).value()).empty());
  }
}

BOOST_AUTO_TEST_SUITE_END()
