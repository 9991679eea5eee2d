// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <map>
#include <set>

#include "tests/audit/help/filings.h"
#include "tests/ruleset/mini/temp_folder.h"

using namespace periksa;
using namespace periksa::test;
using results::Verdict;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(ground_truth)
namespace {

/// (rule, subject) → verdict, as the ground truth names them.
using Truths = std::map<std::pair<std::string, std::string>, std::string>;

std::vector<fs::path> fixtures(std::string_view prefix) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(fs::path(PERIKSA_SOURCE_DIR) / "fixtures")) {
    const bool ours = entry.path().filename().string().starts_with(prefix);
    if (ours && fs::exists(entry.path() / "filing.xml")) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string subject(const results::Finding& finding) {
  if (!finding.worker.empty()) return finding.subject;
  return finding.entity == "agency" ? "agency" : finding.entity + ':' + finding.subject;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& one : words) text += (text.empty() ? "" : " ") + one;
  return text;
}

Truths found_in(const results::Results& results) {
  Truths truths;
  for (const auto& finding : results.findings) {
    std::string verdict(to_string(finding.verdict));
    if (finding.readiness) verdict = "readiness-" + verdict;
    truths[{finding.rule, subject(finding)}] = verdict;
  }
  for (const auto& notice : results.notices)
    truths[{"pattern:" + notice.pattern, joined(notice.workers)}] = "notice";
  return truths;
}

/// Rows "rule | subject | expected | found" of everything that differs, both ways.
std::string difference(const std::vector<std::vector<std::string>>& rows, const Truths& found) {
  std::string text;
  const auto differs = [&](const std::pair<std::string, std::string>& key,
                           const std::string& expected, const std::string& got) {
    text += fmt::format("{:<32} | {:<28} | expected {:<12} | found {}\n", key.first, key.second,
                        expected, got);
  };
  std::set<std::pair<std::string, std::string>> named;
  for (const auto& row : rows) {
    const std::pair key{row.at(0), row.at(1)};
    if (!named.insert(key).second) text += fmt::format("named twice: {} {}\n", row[0], row[1]);
    const auto at = found.find(key);
    const std::string got = at == found.end() ? "none" : at->second;
    if (got != row.at(2)) differs(key, row[2], got);
  }
  for (const auto& [key, got] : found) {
    if (!named.contains(key)) differs(key, "none (no line)", got);
  }
  return text;
}

/// Every rule and pattern a ground truth names must exist, or a line could never fail.
void check_names(const std::vector<std::vector<std::string>>& rows) {
  std::set<std::string> known;
  for (const auto& rule : shipped_rules().rules()) known.insert(rule.id);
  for (const auto& pattern : shipped_rules().patterns()) known.insert("pattern:" + pattern.id);
  for (const auto& screen : shipped_rules().screens()) known.insert("pattern:" + screen.id);
  for (const auto& indicator : shipped_rules().indicators())
    known.insert("pattern:" + indicator.id);
  const std::set<std::string> verdicts{"breach",
                                       "suspected",
                                       "insufficient",
                                       "observation",
                                       "excused",
                                       "none",
                                       "notice",
                                       "readiness-breach",
                                       "readiness-suspected",
                                       "readiness-insufficient",
                                       "readiness-observation"};
  for (const auto& row : rows) {
    BOOST_TEST(row.size() >= 3U, row.at(0));
    BOOST_TEST(known.contains(row.at(0)), "no rule or pattern " << row.at(0));
    BOOST_TEST(verdicts.contains(row.at(2)), row.at(2) << " is no verdict");
  }
}

results::Results audit_of(const fs::path& folder) {
  auto done = audit::audit_filing(shipped_rules(), folder / "filing.xml", {});
  if (!done) {
    for (const auto& problem : done.error()) BOOST_ERROR(render(problem, Language::en));
    throw std::runtime_error("the fixture is refused: " + folder.string());
  }
  return std::move(done->results);
}

}  // namespace

BOOST_AUTO_TEST_CASE(there_are_seeded_and_clean_fixtures) {
  BOOST_TEST(!fixtures("seeded-").empty());
  BOOST_TEST(!fixtures("clean-").empty());
}

BOOST_AUTO_TEST_CASE(a_seeded_filing_shows_exactly_what_was_planted_in_it) {
  for (const auto& folder : fixtures("seeded-")) {
    BOOST_TEST_CONTEXT(folder.filename().string()) {
      const auto rows = table(slurp(folder / "ground-truth.txt"));
      BOOST_TEST(!rows.empty());
      check_names(rows);
      const std::string table = difference(rows, found_in(audit_of(folder)));
      BOOST_TEST(table.empty(), "\n" << table);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_clean_filing_holds_nothing_against_anybody) {
  for (const auto& folder : fixtures("clean-")) {
    BOOST_TEST_CONTEXT(folder.filename().string()) {
      const auto results = audit_of(folder);
      for (const auto& finding : results.findings) {
        const bool accuses =
            finding.verdict == Verdict::breach || finding.verdict == Verdict::suspected;
        BOOST_TEST(!accuses,
                   finding.rule << ' ' << subject(finding) << ' ' << to_string(finding.verdict));
      }
      for (const auto& notice : results.notices)
        BOOST_TEST(!notice.screen, notice.pattern << ' ' << joined(notice.workers));
      BOOST_TEST(results.summary.verdicts.contains("met"));
    }
  }
}

/// A rule whose limit is not on file cannot accuse: it has no example that does.
bool can_accuse(const ruleset::Rule& rule) {
  return !rule.is_exception() && std::ranges::any_of(rule.examples, [](const auto& example) {
    return example.expect == "breach" || example.expect == "observation" ||
           example.expect == "suspected";
  });
}

BOOST_AUTO_TEST_CASE(every_rule_accuses_somewhere_in_the_seeded_filings) {
  std::set<std::string> silent;
  for (const auto& rule : shipped_rules().rules()) {
    if (can_accuse(rule)) silent.insert(rule.id);
  }
  for (const auto& folder : fixtures("seeded-")) {
    for (const auto& finding : audit_of(folder).findings) {
      if (finding.verdict == Verdict::breach || finding.verdict == Verdict::suspected ||
          finding.verdict == Verdict::observation)
        silent.erase(finding.rule);
    }
  }
  for (const auto& rule : silent) BOOST_ERROR(rule << " accuses nowhere");
}

BOOST_AUTO_TEST_SUITE_END()
