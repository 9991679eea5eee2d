// SPDX-License-Identifier: Apache-2.0
#include "auditor/results/diff.h"

#include <boost/test/unit_test.hpp>

#include "auditor/results/redact.h"
#include "tests/results/sample/sample.h"

using namespace periksa;
using namespace periksa::results;

BOOST_AUTO_TEST_SUITE(diff_of_results)
namespace {

/// The sample with a fingerprint and digest for each finding, and all its workers.
Results before() {
  Results results = sample::rich();
  int number = 0;
  for (Finding& x : results.findings) {
    x.fingerprint = "fingerprint " + std::to_string(++number);
    x.evidence_digest = "digest " + std::to_string(number);
  }
  for (const char* worker : {"a", "b", "c", "d", "e", "f", "g", "h"})
    results.workers.emplace_back(worker);
  results.header.complete = true;
  return results;
}

/// Another filing of the same agency.
Results after() {
  Results results = before();
  for (Input& input : results.header.inputs) input.sha256 = std::string(64, '9');
  return results;
}

const FindingShift& shift_of(const Diff& diff, const std::string& fingerprint) {
  const auto at = std::ranges::find_if(
      diff.findings, [&](const auto& x) { return x.shown().fingerprint == fingerprint; });
  BOOST_REQUIRE(at != diff.findings.end());
  return *at;
}

std::string word(const Diff& diff, const std::string& fingerprint) {
  return std::string(to_string(shift_of(diff, fingerprint).shift));
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_finding_is_in_one_class) {
  const Results a = before();
  Results b = after();
  b.findings.erase(b.findings.begin());
  const auto diff = compare(a, b);
  BOOST_REQUIRE(diff.has_value());
  std::uint64_t all = 0;
  for (const auto n : diff->counts) all += n;
  BOOST_TEST(all == diff->findings.size());
  BOOST_TEST(all == a.findings.size());
  BOOST_TEST(diff->differs());
  BOOST_TEST(!compare(a, after())->differs());
}

BOOST_AUTO_TEST_CASE(another_verdict_on_the_same_evidence_is_the_rules_doing) {
  const Results a = before();
  Results b = after();
  b.header.rule_set_version = "99";
  b.findings[0].verdict = b.findings[0].original = Verdict::observation;
  const auto diff = compare(a, b);
  BOOST_TEST(word(*diff, "fingerprint 1") == "changed-law");
  BOOST_TEST(shift_of(*diff, "fingerprint 1").why.en == "the rule has changed");
  BOOST_TEST(word(*diff, "fingerprint 2") == "persisting");
  BOOST_TEST(diff->notes.at(0).en.starts_with("The rule sets differ"));
}

BOOST_AUTO_TEST_CASE(another_provision_on_the_same_evidence_is_the_laws_doing) {
  const Results a = before();
  Results b = after();
  BOOST_REQUIRE(!b.findings[0].citations.empty());
  b.findings[0].citations[0].provision += "x";
  BOOST_TEST(word(*compare(a, b), "fingerprint 1") == "changed-law");
}

BOOST_AUTO_TEST_CASE(another_digest_is_other_evidence_whatever_the_verdict) {
  const Results a = before();
  Results b = after();
  b.findings[0].evidence_digest = "another";
  b.findings[1].evidence_digest = "another";
  b.findings[1].verdict = b.findings[1].original = Verdict::suspected;
  const auto diff = compare(a, b);
  BOOST_TEST(word(*diff, "fingerprint 1") == "changed-evidence");
  BOOST_TEST(word(*diff, "fingerprint 2") == "changed-evidence");
}

BOOST_AUTO_TEST_CASE(what_is_gone_from_the_same_filing_is_the_rules_doing) {
  const Results a = before();
  Results b = before();
  b.header.manifest_sha256 = std::string(64, '1');
  b.findings.erase(b.findings.begin());
  BOOST_TEST(word(*compare(a, b), "fingerprint 1") == "changed-law");
}

BOOST_AUTO_TEST_CASE(a_redacted_edition_has_nothing_to_compare_by_and_is_refused) {
  const Results a = before();
  Results redacted = a;
  redact(redacted);
  for (const auto& diff : {compare(redacted, a), compare(a, redacted)}) {
    BOOST_REQUIRE(!diff);
    BOOST_TEST(diff.error().front().text.en.find("redacted") != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(an_edition_without_findings_that_left_some_out_is_refused) {
  const Results a = before();
  Results b = after();
  b.findings.clear();
  b.header.left_out["findings"] = a.findings.size();
  BOOST_TEST(!compare(a, b).has_value());
}

BOOST_AUTO_TEST_CASE(an_extract_is_compared_with_one_about_the_same_worker_only) {
  const Results whole = before();
  Results extract = after();
  extract.header.slice = "W002";
  for (const auto& diff : {compare(whole, extract), compare(extract, whole)}) {
    BOOST_REQUIRE(!diff);
    BOOST_TEST(diff.error().front().text.en.find("extract") != std::string::npos);
  }
  Results other = extract;
  BOOST_TEST(compare(extract, other).has_value());
  other.header.slice = "W003";
  BOOST_TEST(!compare(extract, other).has_value());
  // Filed in another order, W003 is who was W002.
  std::swap(other.workers[1], other.workers[2]);
  BOOST_TEST(compare(extract, other).has_value());
}

BOOST_AUTO_TEST_CASE(a_number_that_stands_in_for_a_nib_is_none) {
  Results a = before();
  Results b = after();
  const auto unsure = [&] {
    return std::ranges::any_of(compare(a, b)->notes, [](const Bilingual& note) {
      return note.en.starts_with("The filings hold no NIB");
    });
  };
  a.header.agency_nib = b.header.agency_nib = "9120304050607";
  BOOST_TEST(!unsure());
  a.header.agency_nib = b.header.agency_nib = "0000000000000";
  BOOST_TEST(unsure());
}

BOOST_AUTO_TEST_CASE(digests_of_another_engine_are_not_compared) {
  const Results a = before();
  Results b = after();
  b.header.engine_version = "99";
  for (Finding& x : b.findings) x.evidence_digest += " made otherwise";
  const auto diff = compare(a, b);
  BOOST_TEST(diff->counts[static_cast<std::size_t>(Shift::persisting)] == a.findings.size());
  Results c = b;
  const std::size_t fact = c.findings[0].evidence.at(0);
  c.facts[fact].shown.text += "1";
  const auto changed = compare(a, c);
  BOOST_TEST(word(*changed, "fingerprint 1") == "changed-evidence");
  BOOST_TEST(shift_of(*changed, "fingerprint 1").facts.size() == 1U);
}

BOOST_AUTO_TEST_CASE(two_agencies_and_unfinished_results_are_refused) {
  const Results a = before();
  Results b = after();
  b.header.agency_nib = "other";
  BOOST_TEST(!compare(a, b).has_value());
  b = after();
  b.header.complete = false;
  BOOST_TEST(!compare(a, b).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
