// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "auditor/audit/audit.h"
#include "tests/audit/help/filings.h"

using namespace periksa;
using namespace periksa::test;
using results::Verdict;

BOOST_AUTO_TEST_SUITE(cases)
namespace {

results::Results audited_case(const char* name) {
  const auto audited = audit::audit_filing(
      shipped_rules(), std::string(PERIKSA_SOURCE_DIR "/fixtures/") + name + "/perkara.xml", {});
  BOOST_REQUIRE(audited);
  return audited->results;
}

const results::Fact& fact_of(const results::Results& results, const results::Missing& missing) {
  return results.facts[missing.fact];
}

}  // namespace

BOOST_AUTO_TEST_CASE(where_two_sides_contradict_each_other_nothing_is_a_breach) {
  const auto results = audited_case("two-sided-case");
  for (const auto& finding : results.findings)
    BOOST_TEST((finding.verdict == Verdict::insufficient), finding.rule);
  BOOST_TEST(results.summary.refund.empty());
}

BOOST_AUTO_TEST_CASE(a_receipt_that_both_have_is_one_payment_with_both_readings) {
  const auto results = audited_case("two-sided-case");
  const auto* found = finding(results, "perban-bp2mi-9-2020/3.2/1", "W001/payment-2");
  BOOST_REQUIRE(found);
  BOOST_TEST(!found->amount);
  BOOST_REQUIRE_EQUAL(found->missing.size(), 1U);
  const auto& component = fact_of(results, found->missing[0]);
  BOOST_TEST(component.field == "component");
  BOOST_TEST(component.state == "contradictory");
  BOOST_REQUIRE_EQUAL(component.others.size(), 2U);
}

BOOST_AUTO_TEST_CASE(what_one_side_alone_tells_of_is_claimed) {
  const auto results = audited_case("two-sided-case");
  const auto* found = finding(results, "perban-bp2mi-9-2020/3.2/1", "W001/payment-3");
  BOOST_REQUIRE(found);
  BOOST_TEST(found->amount_kind == "claimed");
  BOOST_TEST(std::ranges::count(found->told_by, "statement") == 1);
  BOOST_TEST(std::ranges::all_of(found->missing, [](const auto& m) { return m.cause == "claim"; }));
  BOOST_REQUIRE_EQUAL(results.summary.claimed.size(), 1U);
  BOOST_TEST(results.summary.claimed[0].currency == "IDR");
  BOOST_TEST(results.summary.claimed[0].low == 500'000'000);
}

BOOST_AUTO_TEST_CASE(the_registry_does_not_overrule_the_agency) {
  const auto results = audited_case("two-sided-case");
  const auto* found = finding(results, "uu-18-2017/51.1/2");
  BOOST_REQUIRE(found);
  const auto revoked = std::ranges::find_if(found->missing, [&](const auto& missing) {
    return fact_of(results, missing).field == "revoked_on";
  });
  BOOST_REQUIRE((revoked != found->missing.end()));
  BOOST_TEST(fact_of(results, *revoked).state == "contradictory");
}

BOOST_AUTO_TEST_CASE(the_slips_of_a_union_carry_what_the_workers_word_does_not) {
  const auto results = audited_case("union-case");
  const bool claims = std::ranges::any_of(
      results.findings, [](const auto& finding) { return finding.amount_kind == "claimed"; });
  BOOST_TEST(claims);
  for (const auto& finding : results.findings) {
    const bool accuses =
        finding.verdict == Verdict::breach || finding.verdict == Verdict::suspected;
    if (accuses) BOOST_TEST(finding.basis != "statement", finding.rule);
  }
}

BOOST_AUTO_TEST_SUITE_END()
