// SPDX-License-Identifier: Apache-2.0
// What a finding tells: reasoning, what is missing, money, fingerprints.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <map>
#include <set>

#include "tests/audit/help/filings.h"
#include "tests/ruleset/mini/mini_rules.h"

using namespace periksa;
using namespace periksa::test;
using results::Truth;
using results::Verdict;

namespace {

using Words = std::vector<std::string>;

/// The innermost parts that decided a finding.
Words leaves(const results::Trace& trace) {
  Words out;
  bool inner = false;
  for (const auto& part : trace.parts) {
    for (auto& leaf : leaves(part)) {
      out.push_back(std::move(leaf));
      inner = true;
    }
  }
  if (!inner && trace.decisive && trace.truth)
    out.push_back(std::string(to_string(*trace.truth)) + ": " + trace.text.en);
  return out;
}

struct Told {
  MiniRules mini;
  results::Results results;

  const results::Finding& first(const Change& change = {}) {
    results = audited(mini.load(), changed(base("clean-worker"), change));
    const auto* found = finding(results, "test/1/1");
    BOOST_REQUIRE(found);
    return *found;
  }

  Words deciding(const Change& change = {}) {
    const auto& found = first(change);
    BOOST_REQUIRE(!found.reasoning.empty());
    return leaves(found.reasoning.back());
  }
};

std::string amount(const results::Amount& amount) {
  return amount.currency + ' ' + std::to_string(amount.low) +
         (!amount.high                 ? "…"
          : *amount.high == amount.low ? ""
                                       : '-' + std::to_string(*amount.high));
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(findings, Told)

BOOST_AUTO_TEST_CASE(of_two_parts_the_one_that_failed_is_marked) {
  mini.add({.require = "w.country is HK and w.sector is other"});
  const auto found = deciding();
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  BOOST_TEST(found[0] == "no: group of worker by employer is other group");
}

BOOST_AUTO_TEST_CASE(of_alternatives_all_that_failed_are_marked) {
  mini.add({.require = "w.country is TW or w.sector is other"});
  BOOST_TEST(deciding().size() == 2U);
}

BOOST_AUTO_TEST_CASE(of_a_list_the_record_that_failed_is_marked) {
  mini.add({.require = "every p in w.payments has (p.amount is at most IDR 1000000)"});
  const auto& found = first();
  const auto& loop = found.reasoning.back().parts.at(0);
  BOOST_REQUIRE_EQUAL(loop.parts.size(), 2U);
  BOOST_TEST(loop.parts[0].decisive);
  BOOST_TEST((loop.parts[0].truth == Truth::no));
  BOOST_TEST(loop.parts[0].text.en.find("W001/payment-1") != std::string::npos);
  BOOST_TEST(!loop.parts[1].decisive);
  BOOST_TEST((loop.parts[1].truth == Truth::yes));
}

BOOST_AUTO_TEST_CASE(where_some_record_should_have_passed_all_that_failed_are_marked) {
  mini.add({.require = "some p in w.payments has (p.amount is more than IDR 9000000)"});
  const auto& loop = first().reasoning.back().parts.at(0);
  BOOST_REQUIRE_EQUAL(loop.parts.size(), 2U);
  BOOST_TEST((loop.parts[0].decisive && loop.parts[1].decisive));
}

BOOST_AUTO_TEST_CASE(where_no_record_should_have_passed_the_one_that_did_is_marked) {
  mini.add({.require = "no p in w.payments where (p.amount is more than IDR 1000000)"});
  const auto& loop = first().reasoning.back().parts.at(0);
  BOOST_REQUIRE_EQUAL(loop.parts.size(), 2U);
  BOOST_TEST(loop.parts[0].decisive);
  BOOST_TEST(!loop.parts[1].decisive);
}

BOOST_AUTO_TEST_CASE(of_very_many_records_those_that_decided_are_told_and_the_others_counted) {
  std::string more;
  for (int i = 0; i < 30; ++i) {
    const bool last = i == 29;
    more +=
        "<payment id='x" + std::to_string(i) + "' amount='IDR " + (last ? "7000001" : "5") + "'/>";
  }
  mini.add({.require = "every p in w.payments has (p.amount is at most IDR 7000000)"});
  const auto& found = first({.add = more});
  const auto& loop = found.reasoning.back().parts.at(0);
  BOOST_REQUIRE_EQUAL(loop.parts.size(), 21U);
  BOOST_TEST(std::ranges::count(loop.parts, true, &results::Trace::decisive) == 1);
  BOOST_TEST(loop.parts[19].decisive);
  BOOST_TEST(loop.parts[19].text.en.find("payment-32") != std::string::npos,
             loop.parts[19].text.en);
  BOOST_TEST(loop.parts[20].text.en == "and 12 more, read in the same way");
  std::set<std::string> amounts;
  for (const std::size_t fact : found.evidence) {
    if (results.facts[fact].field == "amount") amounts.insert(results.facts[fact].record);
  }
  BOOST_TEST(amounts.size() == 32U);
}

BOOST_AUTO_TEST_CASE(where_not_every_change_is_tried_it_does_not_say_that_there_is_none) {
  std::string more;
  for (int i = 0; i < 1900; ++i)
    more += "<payment id='x" + std::to_string(i) + "' amount='IDR 8000000'/>";
  mini.add({.require = "every p in w.payments has (p.amount is at most IDR 7000000)"});
  const auto& found = first({.add = more});
  BOOST_TEST(!found.changes_exhausted);
}

BOOST_AUTO_TEST_CASE(a_fact_stands_once_however_many_findings_rest_on_it) {
  const std::string filing =
      slurp(std::filesystem::path(PERIKSA_SOURCE_DIR) / "fixtures/seeded-agency/filing.xml");
  const auto all = audited(shipped_rules(), filing);
  std::map<std::array<std::string, 5>, std::size_t> uses;
  for (const auto& fact : all.facts)
    ++uses[{fact.entity, fact.record, fact.field, fact.shown.text, fact.source}];
  std::size_t twice = 0;
  for (const auto& [key, count] : uses) twice += static_cast<std::size_t>(count > 1);
  BOOST_TEST(twice == 0U);
  std::map<std::size_t, std::size_t> rests;
  for (const auto& x : all.findings) {
    for (const std::size_t fact : x.evidence) {
      if (all.facts[fact].record.find('/') == std::string::npos) ++rests[fact];
    }
  }
  BOOST_TEST(std::ranges::any_of(rests, [](const auto& one) { return one.second > 3; }));
}

BOOST_AUTO_TEST_CASE(what_could_not_be_told_is_marked_and_what_held_is_not) {
  mini.add({.require = "w.country is HK and w.sector is household_worker"});
  const auto found = deciding({.drop = "worker.sector"});
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  BOOST_TEST(found[0].starts_with("unknown: group of worker by employer is"), found[0]);
}

BOOST_AUTO_TEST_CASE(the_reasoning_shows_condition_and_requirement_with_values) {
  mini.add({.when = "w.scheme is p3mi", .require = "w.country is TW"});
  const auto& found = first();
  BOOST_REQUIRE_EQUAL(found.reasoning.size(), 2U);
  BOOST_TEST((found.reasoning[0].truth == Truth::yes));
  BOOST_TEST((found.reasoning[1].truth == Truth::no));
  const auto& comparison = found.reasoning[1].parts.at(0);
  BOOST_REQUIRE(!comparison.parts.empty());
  BOOST_REQUIRE(!comparison.parts[0].values.empty());
  BOOST_TEST(comparison.parts[0].values[0].text == "HK");
}

BOOST_AUTO_TEST_CASE(a_missing_fact_comes_with_its_papers_and_a_request_in_both_languages) {
  mini.add({.require = "w.country is HK"});
  const auto& found = first({.drop = "worker.country"});
  BOOST_REQUIRE_EQUAL(found.missing.size(), 1U);
  const auto& vocabulary = shipped_rules().vocabulary();
  const auto& worker = vocabulary.entity(vocabulary.worker());
  BOOST_TEST(found.missing[0].documents == worker.fields[*worker.find("country")].proof,
             boost::test_tools::per_element());
  BOOST_TEST(!found.missing[0].ask.id.empty());
  BOOST_TEST(!found.missing[0].ask.en.empty());
  BOOST_TEST(results.documents.contains(found.missing[0].documents.front()));
}

BOOST_AUTO_TEST_CASE(a_rules_own_words_for_a_request_come_first) {
  mini.add({.require = "w.country is HK",
            .more = "<missing fact='w.country'><ask lang='id'>Mintalah tiket.</ask>"
                    "<ask lang='en'>Ask for the ticket.</ask></missing>"});
  BOOST_TEST(first({.drop = "worker.country"}).missing.at(0).ask.en == "Ask for the ticket.");
}

BOOST_AUTO_TEST_CASE(one_paper_is_asked_for_once_with_all_it_would_settle) {
  mini.add({.require = "w.country is HK"});
  mini.add({.id = "test/1/2", .require = "w.country is not TW"});
  first({.drop = "worker.country"});
  BOOST_REQUIRE_EQUAL(results.findings.size(), 2U);
  BOOST_REQUIRE_EQUAL(results.requests.size(), 1U);
  BOOST_TEST(results.requests[0].findings == (Words{"F0001", "F0002"}),
             boost::test_tools::per_element());
  BOOST_TEST(results.requests[0].workers == Words{"W001"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(law_not_on_file_is_never_asked_of_anybody) {
  mini.shipped("limits/minimum_wage.xml").shipped("law/destination-standards.xml");
  mini.add({.subject = R"(each="contract" as="c" of="w" event="c.signed_on")",
            .require = "c.wage is at least limit minimum_wage for c.country, c.job"});
  const auto& found = first({.set = "contract.country=PL", .drop = "contract.wage"});
  std::set<std::string> kinds;
  for (const auto& missing : found.missing) kinds.insert(missing.cause);
  BOOST_TEST((kinds == std::set<std::string>{"fact", "law"}));
  BOOST_REQUIRE_EQUAL(results.requests.size(), 1U);
  BOOST_TEST(results.requests[0].ask.en.find("wage") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_nearest_change_is_told) {
  mini.add({.require = "whole years from w.born_on to event is at least 18"});
  const auto& found = first({.set = "worker.born_on=2007-01-02"});
  std::map<std::string, std::string> to;
  for (const auto& change : found.changes) {
    BOOST_TEST((change.verdict == Verdict::met));
    to[results.facts[change.fact].field] = change.to.text;
  }
  // Departed on 2024-05-20.
  BOOST_TEST(to["born_on"] == "2006-05-20");
  // The eighteenth birthday would tell the date of birth.
  BOOST_TEST(to["departed_on"] == "•••");
  BOOST_TEST(!found.changes_exhausted);
}

BOOST_AUTO_TEST_CASE(where_no_single_fact_changes_the_verdict_it_says_so) {
  mini.add({.require = "w.country is TW and w.sector is other"});
  const auto& found = first();
  bool clears = false;
  for (const auto& change : found.changes) clears = clears || change.verdict <= Verdict::excused;
  const bool told = found.changes_exhausted == found.changes.empty();
  BOOST_TEST(told);
  for (const auto& change : found.changes)
    BOOST_TEST(results.facts[change.fact].field == "departed_on", "event alone takes it away");
  BOOST_TEST((clears || found.changes_exhausted));
}

BOOST_AUTO_TEST_CASE(a_payment_two_rules_forbid_is_counted_once) {
  const auto filing =
      changed(base("clean-worker"), {.set = "payment[b2].component=departure_ticket; "
                                            "payment[b2].amount=IDR 6500000"});
  const auto both = audited(shipped_rules(), filing);
  BOOST_REQUIRE(finding(both, "uu-18-2017/72.a/1"));
  BOOST_REQUIRE(finding(both, "perban-bp2mi-9-2020/3.2/1"));
  BOOST_TEST(amount(*finding(both, "uu-18-2017/72.a/1")->amount) == "IDR 650000000");
  BOOST_TEST(amount(*finding(both, "perban-bp2mi-9-2020/3.2/1")->amount) == "IDR 650000000");
  BOOST_REQUIRE_EQUAL(both.summary.refund.size(), 1U);
  BOOST_TEST(amount(both.summary.refund[0]) == "IDR 650000000");
  const auto& with = finding(both, "uu-18-2017/72.a/1")->with;
  BOOST_TEST(std::count(with.begin(), with.end(), "perban-bp2mi-9-2020/3.2/1") == 1);
}

BOOST_AUTO_TEST_CASE(refunds_add_up_by_currency) {
  const std::string tail =
      " paid_on='2024-03-01' component='work_visa' payer='worker' "
      "payee='agency' beneficiary='agency'/>";
  const auto filing =
      changed(base("clean-worker"), {.add = "<payment id='x' amount='IDR 100000'" + tail +
                                            "<payment id='y' amount='IDR 200000'" + tail +
                                            "<payment id='z' amount='HKD 500'" + tail});
  const auto charged = audited(shipped_rules(), filing);
  BOOST_REQUIRE_EQUAL(charged.summary.refund.size(), 2U);
  BOOST_TEST(amount(charged.summary.refund[0]) == "HKD 50000");
  BOOST_TEST(amount(charged.summary.refund[1]) == "IDR 30000000");
}

BOOST_AUTO_TEST_CASE(an_amount_on_which_papers_differ_is_a_range) {
  const auto filing =
      changed(base("clean-worker"),
              {.set = "payment[b2].component=work_visa; payment[b2].amount=IDR 100|IDR 300"});
  const auto charged = audited(shipped_rules(), filing);
  const auto* found = finding(charged, "perban-bp2mi-9-2020/3.2/1");
  BOOST_REQUIRE(found);
  BOOST_REQUIRE(found->amount);
  BOOST_TEST(amount(*found->amount) == "IDR 10000-30000");
  BOOST_REQUIRE_EQUAL(charged.summary.refund.size(), 1U);
  BOOST_TEST(amount(charged.summary.refund[0]) == "IDR 10000-30000");
}

/// A clean worker who paid for a visa, by a source that is declared here.
std::string charged_by(const std::string& source) {
  const auto filing =
      changed(base("clean-worker"),
              {.add = "<payment id='c' source='s' amount='IDR 700000' paid_on='2024-03-01' "
                      "component='work_visa' payer='worker' payee='agency' "
                      "beneficiary='agency'/>"});
  return replaced(filing, "<agency ", source + "<agency ");
}

BOOST_AUTO_TEST_CASE(what_one_party_claims_is_listed_apart_from_what_is_found) {
  const auto told =
      audited(shipped_rules(), charged_by("<source id='s' document='worker_statement' "
                                          "asserter='worker'/>"));
  const auto* found = finding(told, "perban-bp2mi-9-2020/3.2/1");
  BOOST_REQUIRE(found);
  BOOST_TEST((found->verdict == Verdict::insufficient));
  BOOST_REQUIRE(found->amount);
  BOOST_TEST(amount(*found->amount) == "IDR 70000000");
  BOOST_TEST(found->amount_kind == "claimed");
  BOOST_TEST(told.summary.refund.empty());
  BOOST_REQUIRE_EQUAL(told.summary.claimed.size(), 1U);
  BOOST_TEST(amount(told.summary.claimed[0]) == "IDR 70000000");
}

BOOST_AUTO_TEST_CASE(a_finding_tells_everything_it_rests_on) {
  using Bases = std::vector<std::string>;
  const std::string tied = " sha256='" + std::string(64, 'a') + "'/>";
  const auto by_paper =
      audited(shipped_rules(), charged_by("<source id='s' document='receipt'" + tied));
  const auto* paper = finding(by_paper, "perban-bp2mi-9-2020/3.2/1");
  BOOST_REQUIRE(paper);
  BOOST_TEST(paper->told_by == (Bases{"document", "declared"}));
  BOOST_TEST(paper->basis == "declared");
  const auto by_word =
      audited(shipped_rules(), charged_by("<source id='s' document='worker_statement' "
                                          "asserter='worker'/>"));
  const auto* word = finding(by_word, "perban-bp2mi-9-2020/3.2/1");
  BOOST_REQUIRE(word);
  BOOST_TEST(word->told_by == (Bases{"declared", "statement"}));
  BOOST_TEST(word->basis == "statement");
}

BOOST_AUTO_TEST_CASE(a_doubt_is_told_in_its_own_words) {
  const auto told = [](std::string_view as_of) {
    const auto all =
        audited(shipped_rules(),
                changed(base("clean-agency"), {.set = "deposit_drawdown.drawn_on=2026-01-31",
                                               .none = "deposit_drawdown.restored_on"}),
                as_of);
    const auto* found = finding(all, "uu-18-2017/55.1/1");
    BOOST_REQUIRE(found);
    return *found;
  };
  const auto doubted = told("2026-03-01");
  const auto breach = told("2026-03-03");
  BOOST_TEST((doubted.verdict == Verdict::suspected));
  BOOST_TEST((breach.verdict == Verdict::breach));
  BOOST_TEST(doubted.sentence.id != breach.sentence.id);
  BOOST_TEST(doubted.sentence.en.find("depends on how one month is counted") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_only_claimed_or_open_is_no_refund) {
  const auto open = changed(base("clean-worker"), {.set = "payment[b2].component=work_visa",
                                                   .drop = "payment[b2].payer"});
  BOOST_TEST(audited(shipped_rules(), open).summary.refund.empty());
}

BOOST_AUTO_TEST_CASE(the_fingerprint_stays_when_other_facts_change) {
  mini.add({.require = "w.country is TW"});
  const std::string before = first().fingerprint;
  BOOST_TEST(first({.set = "worker.name=Lain; contract.term_months=12"}).fingerprint == before);
  BOOST_TEST(first({.set = "worker.country=SG"}).fingerprint == before);
  BOOST_TEST(first({.none = "payment"}).fingerprint == before);
  BOOST_TEST(first({.set = "agency.nib=0000000000009"}).fingerprint != before);
  const auto other = replaced(base("clean-worker"), R"(<worker id="W1")", R"(<worker id="W2")");
  BOOST_TEST(finding(audited(mini.load(), other), "test/1/1")->fingerprint != before);
}

BOOST_AUTO_TEST_CASE(the_evidence_digest_follows_values_and_not_places) {
  mini.add({.require = "w.country is TW and w.born_on is after 2020-01-01"});
  const std::string before = first().evidence_digest;
  const auto moved = replaced(base("clean-worker"), "<agency ", "\n\n<!-- geser -->\n   <agency ");
  BOOST_TEST(finding(audited(mini.load(), moved), "test/1/1")->evidence_digest == before);
  BOOST_TEST(first({.set = "payment[b1].amount=IDR 1"}).evidence_digest == before);
  BOOST_TEST(first({.set = "worker.country=SG"}).evidence_digest != before);
  BOOST_TEST(first({.set = "worker.born_on=1998-03-07"}).evidence_digest != before);
  BOOST_TEST(first({.set = "worker.born_on=1998-03-06|1998-03-07"}).evidence_digest != before);
}

BOOST_AUTO_TEST_CASE(findings_are_numbered_in_the_order_of_the_document) {
  mini.add({.require = "w.country is TW"});
  mini.add({.id = "test/1/2", .require = "w.sector is other"});
  first();
  BOOST_REQUIRE_EQUAL(results.findings.size(), 2U);
  BOOST_TEST(results.findings[0].id == "F0001");
  BOOST_TEST(results.findings[1].id == "F0002");
}

BOOST_AUTO_TEST_SUITE_END()
