// SPDX-License-Identifier: Apache-2.0
// Missing is never a pass and never a breach: what is taken out of a filing accuses nobody.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <map>

#include "tests/audit/help/filings.h"
#include "tests/audit/help/hide.h"
#include "tests/ruleset/mini/temp_folder.h"

using namespace periksa;
using namespace periksa::test;
using results::Verdict;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(hiding)
namespace {

/// The accusations of an audit as "rule verdict", each once.
std::vector<std::string> accusations(const std::string& filing) {
  audit::Options options;
  options.threads = 1;
  std::vector<std::string> found;
  for (const auto& rule : audited(shipped_rules(), filing, options).rules) {
    for (const auto& run : rule.runs) {
      if (run.verdict != Verdict::breach && run.verdict != Verdict::suspected) continue;
      found.push_back(rule.id + ' ' + std::string(to_string(run.verdict)));
    }
  }
  return found;
}

void accuses_nobody(const std::string& filing, const std::string& without) {
  for (const auto& one : accusations(filing)) BOOST_ERROR("without " << without << ": " << one);
}

using Verdicts = std::map<std::pair<std::string, std::string>, Verdict>;

Verdicts verdicts(const std::string& filing) {
  Verdicts found;
  for (const auto& finding : audited(shipped_rules(), filing).findings) {
    if (!finding.readiness) found[{finding.rule, finding.subject}] = finding.verdict;
  }
  return found;
}

void accuses_no_more_and_clears_nothing(const Verdicts& full, const Verdicts& thin) {
  for (const auto& [key, verdict] : thin) {
    const auto before = full.find(key);
    const bool known = before != full.end() && before->second == Verdict::breach;
    BOOST_TEST((verdict != Verdict::breach || known), key.first << ' ' << key.second);
  }
  for (const auto& [key, verdict] : full) {
    if (verdict == Verdict::breach)
      BOOST_TEST(thin.contains(key), key.first << ' ' << key.second << " was cleared");
  }
}

std::vector<fs::path> seeded() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(PERIKSA_SOURCE_DIR "/fixtures")) {
    const auto filing = entry.path() / "filing.xml";
    if (entry.path().filename().string().starts_with("seeded-") && fs::exists(filing))
      found.push_back(filing);
  }
  return found;
}

constexpr std::array kBases{"clean-agency", "clean-worker", "clean-crew"};

}  // namespace

BOOST_AUTO_TEST_CASE(a_lost_fact_accuses_nobody) {
  std::size_t count = 0;
  for (const auto* name : kBases) {
    const Hide hide(base(name), shipped_rules().vocabulary());
    for (std::size_t i = 0; i < hide.facts().size(); ++i, ++count)
      accuses_nobody(hide.without_fact(i), hide.facts()[i]);
  }
  BOOST_TEST(count > 450U);
}

BOOST_AUTO_TEST_CASE(a_lost_record_accuses_nobody) {
  std::size_t count = 0;
  for (const auto* name : kBases) {
    const Hide hide(base(name), shipped_rules().vocabulary());
    for (std::size_t i = 0; i < hide.records().size(); ++i, ++count)
      accuses_nobody(hide.without_record(i), hide.records()[i]);
  }
  BOOST_TEST(count > 50U);
}

BOOST_AUTO_TEST_CASE(a_lost_statement_on_completeness_accuses_nobody) {
  std::size_t count = 0;
  for (const auto* name : kBases) {
    const Hide hide(base(name), shipped_rules().vocabulary());
    for (std::size_t i = 0; i < hide.collections().size(); ++i, ++count)
      accuses_nobody(hide.without_collection(i), hide.collections()[i]);
  }
  BOOST_TEST(count > 40U);
}

BOOST_AUTO_TEST_CASE(an_empty_filing_accuses_nobody) {
  accuses_nobody("<filing format='1' closing='2025-06-30'/>", "everything");
  accuses_nobody(
      "<filing format='1' closing='2025-06-30'><agency id='a'/><worker id='w'/></filing>",
      "every value");
}

BOOST_AUTO_TEST_CASE(a_sample_of_losses_in_the_clean_agency_accuses_nobody) {
  const std::string text = slurp(PERIKSA_SOURCE_DIR "/fixtures/clean-agency/filing.xml");
  const Hide hide(text, shipped_rules().vocabulary());
  // A stride that is prime to the number of fields of any record.
  const std::size_t stride = hide.facts().size() / 150 | 1U;
  std::size_t count = 0;
  for (std::size_t i = 0; i < hide.facts().size(); i += stride, ++count)
    accuses_nobody(hide.without_fact(i), hide.facts()[i]);
  for (std::size_t i = 0; i < hide.records().size(); i += hide.records().size() / 50 | 1U, ++count)
    accuses_nobody(hide.without_record(i), hide.records()[i]);
  BOOST_TEST(count >= 150U);
}

BOOST_AUTO_TEST_CASE(thinning_a_filing_makes_no_breach_and_clears_none) {
  BOOST_TEST(!seeded().empty());
  for (const auto& filing : seeded()) {
    const Hide hide(slurp(filing), shipped_rules().vocabulary());
    const Verdicts full = verdicts(hide.without_facts([](std::size_t) { return false; }));
    for (std::size_t third = 0; third < 3; ++third) {
      accuses_no_more_and_clears_nothing(
          full, verdicts(hide.without_facts([&](std::size_t i) { return i * 7 % 3 == third; })));
    }
  }
}

BOOST_AUTO_TEST_CASE(the_thinned_agency_is_the_seeded_one_without_a_third_of_its_facts) {
  const std::string full = slurp(PERIKSA_SOURCE_DIR "/fixtures/seeded-agency/filing.xml");
  const std::string thin = slurp(PERIKSA_SOURCE_DIR "/fixtures/thinned-agency/filing.xml");
  const Hide hide(full, shipped_rules().vocabulary());
  const Hide thinned(thin, shipped_rules().vocabulary());
  BOOST_TEST(thinned.facts().size() == hide.facts().size() - hide.facts().size() / 3);
  BOOST_TEST(thinned.records() == hide.records(), boost::test_tools::per_element());
  // Taking out what the thinned one lacks makes the same filing, to the letter.
  std::vector<bool> lost(hide.facts().size(), true);
  std::size_t at = 0;
  for (const auto& fact : thinned.facts()) {
    while (at < lost.size() && hide.facts()[at] != fact) ++at;
    BOOST_REQUIRE_MESSAGE(at < lost.size(), fact << " is not in the seeded one, or not here");
    lost[at++] = false;
  }
  const auto nothing = [](std::size_t) { return false; };
  BOOST_TEST((hide.without_facts([&](std::size_t i) { return lost[i]; }) ==
              thinned.without_facts(nothing)));
  accuses_no_more_and_clears_nothing(verdicts(full), verdicts(thin));
}

BOOST_AUTO_TEST_SUITE_END()
