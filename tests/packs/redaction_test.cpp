// SPDX-License-Identifier: Apache-2.0
// What goes out of the edition to pass on, and that the rest is still a document.
#include "auditor/packs/redaction.h"

#include <boost/test/unit_test.hpp>

#include "auditor/packs/aliases.h"
#include "auditor/results/references.h"
#include "auditor/results/results_json.h"
#include "auditor/results/slice.h"
#include "auditor/results/trim.h"
#include "tests/packs/help/made.h"
#include "tests/results/json_text.h"

using namespace periksa;
using namespace periksa::test;

BOOST_AUTO_TEST_SUITE(for_passing_on)
namespace {

/// The seeded audit with one fact of a breach made sensitive; of its worker nothing else is told.
struct Touchy {
  Touchy() : results(*all_results().at("seeded")) {
    const auto at = std::ranges::find_if(results.findings, [](const auto& x) {
      return x.worker == "W002" && x.verdict == results::Verdict::breach && x.subject == "W002";
    });
    BOOST_REQUIRE(at != results.findings.end());
    finding = at->id;
    rule = at->rule;
    for (const std::size_t fact : results::facts_read(*at)) {
      results::Fact& x = results.facts[fact];
      if (x.record == "W002" && x.state == "known") field = x.field;
    }
    results::keep_findings(results,
                           [&](const auto& x) { return x.worker != "W002" || x.id == finding; });
    std::erase_if(results.notices, [](const auto& x) { return contains(x.workers, "W002"); });
    for (results::Measure& x : results.measures)
      std::erase_if(x.workers, [](const auto& of) { return of.worker == "W002"; });
    for (results::Fact& x : results.facts) {
      if (x.record == "W002" && x.field == field) x.privacy = "sensitive";
    }
    // The others have a paper to ask for together with this one.
    const auto other = std::ranges::find(results.findings, "W003", &results::Finding::worker);
    results.requests.push_back({"", {}, {"W002", "W003"}, {finding, other->id}, {"a", "a"}});
  }
  static bool contains(const std::vector<std::string>& all, const std::string& one) {
    return std::ranges::find(all, one) != all.end();
  }
  bool has_finding(const results::Results& all) const {
    return std::ranges::find(all.findings, finding, &results::Finding::id) != all.findings.end();
  }
  results::Results results;
  std::string finding;
  std::string rule;
  std::string field;
};

bool is_sensitive(const results::Fact& fact) {
  return fact.privacy == "sensitive" || fact.entity == "gbv_case";
}

}  // namespace

BOOST_AUTO_TEST_CASE(it_is_a_document_that_reads_back_and_adds_up) {
  for (const auto& [name, results] : all_results()) {
    for (const bool sensitive : {false, true}) {
      const auto shown = packs::for_passing_on(*results, sensitive);
      BOOST_TEST_CONTEXT(name) {
        BOOST_TEST(results::check_references(shown, name).empty());
        const auto read = results::read_json(json_text(shown), name);
        BOOST_REQUIRE(read);
        BOOST_TEST((*read == shown));
        BOOST_TEST(shown.secrets.empty());
        BOOST_TEST(shown.workers.empty());
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(free_texts_raw_texts_fingerprints_and_digests_are_gone) {
  for (const auto& [name, results] : all_results()) {
    const auto shown = packs::for_passing_on(*results, true);
    for (const auto& fact : shown.facts) {
      BOOST_TEST(fact.privacy != "free", name);
      BOOST_TEST(fact.raw.empty(), name);
    }
    for (const auto& finding : shown.findings) {
      BOOST_TEST(finding.fingerprint.empty());
      BOOST_TEST(finding.evidence_digest.empty());
    }
  }
}

BOOST_AUTO_TEST_CASE(sensitive_facts_go_unless_they_are_asked_for) {
  std::size_t before = 0;
  for (const auto& [name, results] : all_results()) {
    before += static_cast<std::size_t>(std::ranges::count_if(results->facts, is_sensitive));
    const auto shown = packs::for_passing_on(*results, false);
    BOOST_TEST(std::ranges::none_of(shown.facts, is_sensitive), name);
  }
  BOOST_TEST(before > 5U);
  const auto kept = packs::for_passing_on(*all_results().at("seeded"), true);
  BOOST_TEST(std::ranges::any_of(kept.facts, is_sensitive));
}

BOOST_FIXTURE_TEST_CASE(a_finding_that_rests_on_a_written_sensitive_fact_goes_and_is_counted,
                        Touchy) {
  BOOST_TEST(has_finding(packs::for_passing_on(results, true)));
  const auto before = packs::for_passing_on(*all_results().at("seeded"), false);
  const auto shown = packs::for_passing_on(results, false);
  BOOST_TEST(!has_finding(shown));
  BOOST_TEST(shown.header.left_out.at("findings") > before.header.left_out.at("findings"));
  BOOST_TEST(shown.summary.verdicts.at("breach") < before.summary.verdicts.at("breach"));
  BOOST_TEST(results::check_references(shown, "shown").empty());
}

BOOST_FIXTURE_TEST_CASE(of_a_worker_whose_only_finding_goes_nothing_stays, Touchy) {
  BOOST_TEST(json_text(packs::for_passing_on(results, true)).find("W002") != std::string::npos);
  BOOST_TEST(json_text(packs::for_passing_on(results, false)).find("W002") == std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(a_table_on_indications_loses_the_worker_who_has_none_left, Touchy) {
  const auto open = std::ranges::find_if(results.findings, [](const auto& x) {
    return x.verdict == results::Verdict::insufficient && x.amount_kind != "claimed";
  });
  BOOST_REQUIRE(open != results.findings.end());
  open->worker = "W002";
  const auto plain = static_cast<std::size_t>(
      std::ranges::find(results.facts, "business", &results::Fact::privacy) -
      results.facts.begin());
  const std::vector<results::Table::Row> rows{
      {"", "agency", {plain}}, {"W002", "W002", {plain}}, {"W003", "W003", {plain}}};
  results.tables = {{"told", {}, {}, rows}, {"indicated", {}, {}, rows, true}};
  const auto shown = packs::for_passing_on(results, false);
  BOOST_REQUIRE_EQUAL(shown.tables.size(), 2U);
  BOOST_TEST(shown.tables[0].rows.size() == 3U);
  BOOST_REQUIRE_EQUAL(shown.tables[1].rows.size(), 2U);
  BOOST_TEST(shown.tables[1].rows[1].worker == "W003");
  BOOST_TEST(shown.pseudonyms.contains("W002"));
}

BOOST_FIXTURE_TEST_CASE(a_waiver_of_a_finding_that_goes_is_not_passed_on, Touchy) {
  results.waivers = {{"V1", rule, "W002", "", "a", "b", "", "2099-01-01", "expired", {finding}},
                     {"V2", rule, "", "", "a", "b", "", "2099-01-01", "unmatched", {}}};
  const auto shown = packs::for_passing_on(results, false);
  BOOST_REQUIRE_EQUAL(shown.waivers.size(), 1U);
  BOOST_TEST(shown.waivers[0].id == "V2");
}

BOOST_FIXTURE_TEST_CASE(a_finding_that_goes_takes_no_other_findings_reason_along, Touchy) {
  const auto at = std::ranges::find(results.rules, rule, &results::Rule::id);
  at->runs = {{results::Verdict::breach, "first", 1}, {results::Verdict::breach, "second", 2}};
  const auto shown = packs::for_passing_on(results, false);
  const auto left = std::ranges::find(shown.rules, rule, &results::Rule::id);
  BOOST_REQUIRE_EQUAL(left->runs.size(), 1U);
  BOOST_TEST((left->runs[0] == results::Rule::Run{results::Verdict::breach, "", 2}));
  BOOST_TEST(!shown.summary.reasons.contains("breach/second"));
}

BOOST_FIXTURE_TEST_CASE(the_order_of_a_rules_verdicts_does_not_tell_whose_is_missing, Touchy) {
  const auto shown = packs::for_passing_on(results, false);
  const auto at = std::ranges::find(shown.rules, rule, &results::Rule::id);
  BOOST_REQUIRE(at != shown.rules.end());
  for (std::size_t i = 1; i < at->runs.size(); ++i) {
    const auto key = [&](std::size_t n) {
      return std::pair(at->runs[n].verdict, at->runs[n].reason);
    };
    BOOST_TEST((key(i - 1) < key(i)));
  }
}

BOOST_FIXTURE_TEST_CASE(a_sensitive_fact_that_was_never_written_takes_no_finding_along, Touchy) {
  for (results::Fact& x : results.facts) {
    if (x.privacy == "sensitive") x.state = "not-supplied";
  }
  const auto shown = packs::for_passing_on(results, false);
  BOOST_TEST(has_finding(shown));
  BOOST_TEST(std::ranges::none_of(shown.facts, is_sensitive));
}

BOOST_AUTO_TEST_CASE(a_notice_with_a_confidential_sign_goes_whole) {
  results::Results results = *all_results().at("seeded");
  const auto at =
      std::ranges::find_if(results.notices, [](const auto& x) { return !x.signs.empty(); });
  BOOST_REQUIRE(at != results.notices.end());
  const std::string id = at->id;
  at->signs.front().confidential = true;
  const auto shown = packs::for_passing_on(results, false);
  BOOST_TEST((std::ranges::find(shown.notices, id, &results::Notice::id) == shown.notices.end()));
  BOOST_TEST(shown.header.left_out.at("notices") == 1U);
}

BOOST_AUTO_TEST_CASE(violence_against_a_worker_leaves_no_trace) {
  results::Results results = *all_results().at("seeded");
  results::Finding& x = results.findings.back();
  x.entity = "gbv_case";
  x.subject = "W002/gbv_case-1";
  const std::string id = x.id;
  results::Fact fact = results.facts.front();
  fact.entity = "gbv_case";
  fact.entity_label = {"perkara kekerasan", "case of violence"};
  fact.record = x.subject;
  fact.privacy = "business";
  x.evidence.push_back(results.facts.size());
  results.facts.push_back(fact);
  for (results::Rule& rule : results.rules) {
    if (rule.id != x.rule) continue;
    rule.entity = "gbv_case";
    rule.entity_label = fact.entity_label;
  }
  // Another finding only names the record, without a fact of it.
  results::Finding& other = results.findings.front();
  const std::string naming = other.id;
  other.reasoning.front().parts.push_back({});
  other.reasoning.front().parts.back().text = {"perkara kekerasan W002/gbv_case-1",
                                               "case of violence W002/gbv_case-1"};
  const auto shown = packs::for_passing_on(results, false);
  BOOST_TEST(
      (std::ranges::find(shown.findings, naming, &results::Finding::id) == shown.findings.end()));
  BOOST_TEST(json_text(shown).find("gbv_case") == std::string::npos);
  BOOST_TEST(
      (std::ranges::find(shown.findings, id, &results::Finding::id) == shown.findings.end()));
}

BOOST_AUTO_TEST_CASE(a_table_loses_a_column_of_free_text_and_keeps_its_rows) {
  results::Results results = *all_results().at("seeded");
  const auto text = static_cast<std::size_t>(
      std::ranges::find(results.facts, "free", &results::Fact::privacy) - results.facts.begin());
  const auto plain = static_cast<std::size_t>(
      std::ranges::find(results.facts, "business", &results::Fact::privacy) -
      results.facts.begin());
  BOOST_REQUIRE(text < results.facts.size());
  results.tables = {{"t",
                     {},
                     {{"a", "a"}, {"b", "b"}},
                     {{"W002", "W002", {plain, text}}, {"W003", "W003", {plain, text}}}}};
  const auto shown = packs::for_passing_on(results, true);
  BOOST_REQUIRE_EQUAL(shown.tables.size(), 1U);
  BOOST_TEST(shown.tables[0].columns.size() == 1U);
  BOOST_TEST(shown.tables[0].rows.size() == 2U);
  BOOST_TEST(results::check_references(shown, "shown").empty());
}

BOOST_AUTO_TEST_CASE(who_waived_and_why_is_not_passed_on) {
  results::Results results = *all_results().at("sample");
  results.waivers = {{"V1",
                      results.rules.front().id,
                      "",
                      "abc",
                      "Pejabat Rahasia",
                      "alasan rahasia",
                      "2024-01-01",
                      "2025-01-01",
                      "unmatched",
                      {}}};
  results.findings.front().waiver = {"Pejabat Rahasia", "alasan rahasia", "2025-01-01"};
  results.header.waivers_file = "kenanga.xml";
  results.header.waivers_sha256 = std::string(64, 'f');
  const std::string text = json_text(packs::for_passing_on(results, true));
  BOOST_TEST(text.find("ahasia") == std::string::npos);
  BOOST_TEST(text.find("\"abc\"") == std::string::npos);
  BOOST_TEST(text.find("kenanga") == std::string::npos);
  BOOST_TEST(text.find("ffffffff") == std::string::npos);
  BOOST_TEST(text.find("2025-01-01") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_filers_own_names_for_things_are_replaced) {
  results::Results results = *all_results().at("seeded");
  std::size_t touched = 0;
  for (results::Fact& x : results.facts) {
    if (x.entity == "permit") {
      x.record = "kenanga-" + x.record;
      ++touched;
    }
    x.at.cell = "Kenanga!C12";
    if (!x.source.empty()) x.source = "kenanga:" + x.source;
  }
  for (results::Finding& x : results.findings) {
    if (x.entity == "permit") x.subject = "kenanga-" + x.subject;
  }
  for (results::SourceRow& x : results.header.inputs.front().sources) {
    if (!x.id.empty()) x.id = "kenanga:" + x.id;
    x.file = "kenanga.pdf";
  }
  BOOST_TEST(touched > 0U);
  results::Finding& last = results.findings.back();
  last.arguments["permit"] = {{"ref", "kenanga-S5", {}}};
  last.reasoning.front().values = {{"ref", "kenanga-S5", {}}, {"ref", "kenanga-gone", {}}};
  last.reasoning.front().parts.push_back({});
  last.reasoning.front().parts.back().values = {{"ref", "?", {}}, {"ref", "W002", {}}};
  last.reasoning.front().text = {"izin perusahaan (SIP3MI) kenanga L1 (tidak termasuk)",
                                 "agency licence (SIP3MI) kenanga L1 (not counted)"};
  const auto shown = packs::for_passing_on(results, true);
  const std::string text = json_text(shown);
  BOOST_TEST(text.find("kenanga") == std::string::npos);
  BOOST_TEST(text.find("Kenanga") == std::string::npos);
  BOOST_TEST(text.find("filing.xml") == std::string::npos);
  BOOST_TEST(text.find("permit-1") != std::string::npos);
  const results::Finding& end = shown.findings.back();
  BOOST_TEST(end.arguments.at("permit").front().text.starts_with("permit-"));
  BOOST_TEST(end.reasoning.front().text.en.starts_with("agency licence (SIP3MI) licence-"));
  BOOST_TEST(end.reasoning.front().text.en.ends_with(" (not counted)"));
  BOOST_TEST(end.reasoning.front().values[0].text == end.arguments.at("permit").front().text);
  BOOST_TEST(end.reasoning.front().values[1].text.starts_with("record-"));
  BOOST_TEST(end.reasoning.front().parts.back().values[0].text == "?");
  BOOST_TEST(end.reasoning.front().parts.back().values[1].text == "W002");
  BOOST_TEST(shown.facts.front().at.file == "B001");
  BOOST_TEST(shown.facts.front().at.cell == "C12");
}

BOOST_AUTO_TEST_CASE(a_record_that_only_begins_like_a_pseudonym_is_replaced_too) {
  for (const std::string name : {"W002/kenanga nama", "W7", "W0007", "W7/payment-1"}) {
    results::Results results = *all_results().at("seeded");
    results.facts.front().entity = "permit";
    results.facts.front().record = name;
    const auto shown = packs::for_passing_on(results, true);
    BOOST_TEST(json_text(shown).find('"' + name + '"') == std::string::npos, name);
  }
}

BOOST_AUTO_TEST_SUITE_END()
