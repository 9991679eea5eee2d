// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "auditor/results/redact.h"
#include "auditor/results/results.h"
#include "tests/results/sample/sample.h"

using namespace periksa::results;

BOOST_AUTO_TEST_SUITE(exit_codes)
namespace {

struct Row {
  int code = -1;
  std::vector<std::string> words;
};

std::vector<Row> table() {
  std::ifstream file(PERIKSA_SOURCE_DIR "/tests/results/exit-codes.txt");
  std::vector<Row> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    std::stringstream text(line);
    Row row;
    std::string bar;
    text >> row.code >> bar;
    for (std::string word; text >> word;) row.words.push_back(word);
    rows.push_back(row);
  }
  return rows;
}

void add_finding(Results& out, const std::string& word) {
  std::stringstream parts(word);
  std::string verdict;
  std::string tier;
  std::string readiness;
  std::getline(parts, verdict, '/');
  std::getline(parts, tier, '/');
  std::getline(parts, readiness);
  Rule rule;
  rule.id = word;
  rule.tier = parse_tier(tier).value();
  out.rules.push_back(rule);
  Finding finding;
  finding.rule = word;
  finding.verdict = parse_verdict(verdict).value();
  finding.readiness = readiness == "readiness";
  out.findings.push_back(finding);
  ++out.summary.verdicts[verdict];
}

Results document(const Row& row) {
  Results out;
  for (const std::string& word : row.words) {
    if (word == "incomplete") {
      out.header.complete = false;
    } else if (word == "referral") {
      out.notices.emplace_back().referral = true;
    } else {
      add_finding(out, word);
    }
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_row_of_the_table_gives_its_code) {
  const auto rows = table();
  BOOST_TEST(rows.size() > 20U);
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT("code " << row.code << ", " << row.words.size()
                               << " words: " << (row.words.empty() ? "" : row.words[0])) {
      BOOST_TEST(exit_code(document(row)) == row.code);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_samples_have_theirs) {
  BOOST_TEST(exit_code(periksa::sample::rich()) == 1);
  BOOST_TEST(exit_code(periksa::sample::quiet()) == 0);
  BOOST_TEST(exit_code(periksa::sample::empty()) == 3);
}

BOOST_AUTO_TEST_CASE(redaction_does_not_change_it) {
  Results results = periksa::sample::rich();
  redact(results);
  BOOST_TEST(exit_code(results) == 1);
}

BOOST_AUTO_TEST_SUITE_END()
