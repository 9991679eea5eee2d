// SPDX-License-Identifier: Apache-2.0
// Extracts of real audits: they are whole documents, add up, and hold nothing of anybody else.
#include "auditor/results/slice.h"

#include <boost/test/unit_test.hpp>
#include <regex>
#include <set>

#include "auditor/packs/redaction.h"
#include "auditor/results/references.h"
#include "auditor/results/results_json.h"
#include "auditor/results/summary.h"
#include "auditor/results/trim.h"
#include "tests/packs/help/made.h"
#include "tests/results/json_text.h"

using namespace periksa;
using namespace periksa::test;

BOOST_AUTO_TEST_SUITE(slices)
namespace {

template <class Check>
void each_slice(const Check& check) {
  std::size_t count = 0;
  for (const auto& [name, results] : all_results()) {
    for (const std::string& worker : results::workers_of(*results)) {
      const auto slice = results::slice(*results, worker);
      BOOST_TEST_CONTEXT(name << " " << worker) {
        BOOST_REQUIRE(slice);
        check(*results, *slice, worker);
        ++count;
      }
    }
  }
  BOOST_TEST(count > 25U);
}

std::set<std::string> pseudonyms_in(const std::string& text) {
  static const std::regex kPseudonym(R"(W\d{3})");
  return {std::sregex_token_iterator(text.begin(), text.end(), kPseudonym),
          std::sregex_token_iterator()};
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_slice_is_a_whole_document_that_reads_back) {
  each_slice([](const auto&, const results::Results& slice, const std::string& worker) {
    BOOST_TEST(results::check_references(slice, "slice").empty());
    const auto read = results::read_json(json_text(slice), "slice.json");
    BOOST_REQUIRE(read);
    BOOST_TEST((*read == slice));
    BOOST_TEST(slice.header.slice == worker);
    BOOST_TEST(slice.workers.empty());
  });
}

BOOST_AUTO_TEST_CASE(counts_add_up_within_a_slice) {
  each_slice([](const auto&, const results::Results& slice, const std::string&) {
    std::uint64_t runs = 0;
    for (const auto& rule : slice.rules) {
      for (const auto& run : rule.runs) runs += run.count;
    }
    BOOST_TEST(runs == slice.summary.evaluations);
    BOOST_TEST(slice.summary.rules == slice.rules.size());
    std::map<std::string, std::uint64_t> found;
    for (const auto& finding : slice.findings) {
      if (!finding.readiness) ++found[std::string(to_string(finding.verdict))];
    }
    for (const auto* word : {"breach", "suspected", "insufficient", "observation"}) {
      const auto at = slice.summary.verdicts.find(word);
      BOOST_TEST((at == slice.summary.verdicts.end() ? 0U : at->second) == found[word], word);
    }
    BOOST_TEST(slice.summary.workers_affected <= 1U);
    BOOST_TEST(slice.summary.workers_open <= 1U);
  });
}

BOOST_AUTO_TEST_CASE(only_unreadable_values_of_the_slice_are_counted) {
  std::uint64_t sum = 0;
  each_slice([&](const auto&, const results::Results& slice, const std::string&) {
    for (const auto& input : slice.header.inputs) sum += input.unreadable;
    std::uint64_t there = 0;
    for (const auto& fact : slice.facts) there += fact.state == "unreadable" ? 1U : 0U;
    BOOST_TEST(slice.header.inputs.front().unreadable == there);
  });
  BOOST_TEST(sum > 0U);
}

BOOST_AUTO_TEST_CASE(a_slice_has_all_findings_of_its_worker_and_no_other_workers) {
  each_slice([](const auto& results, const results::Results& slice, const std::string& worker) {
    std::set<std::string> expected;
    for (const auto& finding : results.findings) {
      if (finding.worker == worker) expected.insert(finding.id);
    }
    for (const auto& finding : slice.findings) {
      if (finding.worker.empty()) continue;
      BOOST_TEST(finding.worker == worker);
      BOOST_TEST(expected.erase(finding.id) == 1U, finding.id);
    }
    BOOST_TEST(expected.empty());
  });
}

BOOST_AUTO_TEST_CASE(a_slice_of_an_audit_names_no_other_worker_anywhere) {
  std::size_t count = 0;
  for (const auto* name : {"seeded", "union", "two-sided", "papers"}) {
    for (const std::string& worker : results::workers_of(*all_results().at(name))) {
      const auto slice = results::slice(*all_results().at(name), worker);
      BOOST_REQUIRE(slice);
      BOOST_TEST((pseudonyms_in(json_text(*slice)) == std::set{worker}), name << " " << worker);
      ++count;
    }
  }
  BOOST_TEST(count > 20U);
}

BOOST_AUTO_TEST_CASE(a_slice_holds_only_the_private_values_that_it_refers_to) {
  each_slice([](const auto&, const results::Results& slice, const std::string& worker) {
    for (const auto& [key, value] : slice.secrets) {
      const auto owner = key.substr(0, key.find('/'));
      const bool foreign = owner.size() == 4 && owner.starts_with('W') && owner != worker;
      BOOST_TEST(!foreign, key);
    }
  });
}

BOOST_AUTO_TEST_CASE(what_an_audit_counts_is_counted_the_same_way_again) {
  for (const auto* name : {"seeded", "union", "two-sided", "papers"}) {
    results::Results again = *all_results().at(name);
    again.summary = results::summarise(again);
    BOOST_TEST((again.summary == all_results().at(name)->summary), name);
  }
}

BOOST_AUTO_TEST_CASE(what_is_waived_counts_in_no_extract_and_no_edition) {
  results::Results seeded = *all_results().at("seeded");
  for (results::Finding& x : seeded.findings) {
    if (x.worker != "W002" || !x.amount) continue;
    x.verdict = results::Verdict::waived;
    x.waiver = {"Dinas", "banding", "2099-12-31"};
  }
  BOOST_TEST(!results::slice(*all_results().at("seeded"), "W002")->summary.refund.empty());
  const auto slice = results::slice(seeded, "W002");
  BOOST_TEST(slice->summary.refund.empty());
  BOOST_TEST(slice->summary.claimed.empty());
  seeded.summary = results::summarise(seeded);
  const auto shown = packs::for_passing_on(seeded, true);
  BOOST_TEST((shown.summary.refund == seeded.summary.refund));
}

BOOST_AUTO_TEST_CASE(a_request_keeps_the_workers_of_the_findings_that_are_left) {
  results::Results seeded = *all_results().at("seeded");
  const auto of = [&](const char* worker) {
    return std::ranges::find(seeded.findings, worker, &results::Finding::worker)->id;
  };
  seeded.requests = {{"", {}, {"W002", "W003"}, {of("W002"), of("W003")}, {}}};
  const std::string gone = of("W002");
  results::keep_findings(seeded, [&](const auto& x) { return x.id != gone; });
  BOOST_TEST((seeded.requests[0].workers == std::vector<std::string>{"W003"}));
}

BOOST_AUTO_TEST_CASE(refunds_of_the_slices_add_up_to_that_of_the_audit) {
  const results::Results& seeded = *all_results().at("seeded");
  std::int64_t low = 0;
  for (const std::string& worker : results::workers_of(seeded)) {
    const auto slice = results::slice(seeded, worker);
    for (const auto& amount : slice->summary.refund) {
      if (amount.currency == "IDR") low += amount.low;
    }
  }
  const auto whole = std::ranges::find(seeded.summary.refund, "IDR", &results::Amount::currency);
  BOOST_REQUIRE(whole != seeded.summary.refund.end());
  BOOST_TEST(low == whole->low);
  BOOST_TEST(low > 0);
}

BOOST_AUTO_TEST_CASE(a_notice_of_several_workers_keeps_one_and_counts_the_others) {
  const auto slice = results::slice(*all_results().at("seeded"), "W008");
  BOOST_REQUIRE(slice);
  const auto at = std::ranges::find(slice->notices, "same-passport", &results::Notice::pattern);
  BOOST_REQUIRE(at != slice->notices.end());
  BOOST_TEST((at->workers == std::vector<std::string>{"W008"}));
  BOOST_TEST(at->workers_left == 1U);
  BOOST_TEST(at->facts.size() == 1U);
}

BOOST_AUTO_TEST_CASE(an_agencys_finding_comes_along_only_where_the_workers_names_its_rule) {
  results::Results results = *all_results().at("seeded");
  const auto own = std::ranges::find_if(results.findings, [](const auto& x) {
    return x.worker.empty() && x.verdict == results::Verdict::breach;
  });
  BOOST_REQUIRE(own != results.findings.end());
  const std::string id = own->id;
  const std::string rule = own->rule;
  const auto has = [&](const results::Results& slice) {
    return std::ranges::find(slice.findings, id, &results::Finding::id) != slice.findings.end();
  };
  BOOST_TEST(!has(*results::slice(results, "W002")));
  std::ranges::find(results.findings, "W002", &results::Finding::worker)->with.push_back(rule);
  BOOST_TEST(has(*results::slice(results, "W002")));
  // … unless it read another worker's records.
  std::ranges::find(results.findings, id, &results::Finding::id)
      ->evidence.push_back(static_cast<std::size_t>(
          std::ranges::find(results.facts, "W003", &results::Fact::record) -
          results.facts.begin()));
  BOOST_TEST(!has(*results::slice(results, "W002")));
}

BOOST_AUTO_TEST_CASE(an_agencys_finding_whose_reasoning_names_another_worker_stays_out) {
  results::Results results = *all_results().at("seeded");
  const auto own = std::ranges::find(results.findings, "", &results::Finding::worker);
  BOOST_REQUIRE(own != results.findings.end());
  const std::string id = own->id;
  own->reasoning.front().parts.push_back({});
  own->reasoning.front().parts.back().text = {"pembayaran W003/payment-1",
                                              "payment W003/payment-1"};
  std::ranges::find(results.findings, "W002", &results::Finding::worker)->with.push_back(own->rule);
  const auto slice = results::slice(results, "W002");
  BOOST_TEST(
      (std::ranges::find(slice->findings, id, &results::Finding::id) == slice->findings.end()));
}

BOOST_AUTO_TEST_CASE(a_record_of_the_agency_called_like_a_short_pseudonym_is_no_worker) {
  results::Results results = *all_results().at("seeded");
  const auto own = std::ranges::find(results.findings, "", &results::Finding::worker);
  BOOST_REQUIRE(own != results.findings.end());
  const std::string id = own->id;
  own->reasoning.front().parts.push_back({});
  own->reasoning.front().parts.back().text = {"izin W7", "licence W7"};
  std::ranges::find(results.findings, "W002", &results::Finding::worker)->with.push_back(own->rule);
  const auto slice = results::slice(results, "W002");
  BOOST_TEST(
      (std::ranges::find(slice->findings, id, &results::Finding::id) != slice->findings.end()));
}

BOOST_AUTO_TEST_CASE(papers_of_the_worker_come_along_and_their_names) {
  const results::Results& whole = *all_results().at("papers");
  const auto slice = results::slice(whole, "W001");
  BOOST_REQUIRE(slice->header.documents);
  const auto& files = slice->header.documents->files;
  BOOST_TEST(files.size() < whole.header.documents->files.size());
  BOOST_TEST(files.size() > 2U);
  for (const auto& paper : files) BOOST_TEST(slice->secrets.contains(paper.secret), paper.id);
}

BOOST_AUTO_TEST_CASE(tables_keep_the_workers_rows_and_those_of_the_agency_alone) {
  results::Results results = *all_results().at("seeded");
  const auto fact = [&](const char* record) {
    return static_cast<std::size_t>(
        std::ranges::find(results.facts, record, &results::Fact::record) - results.facts.begin());
  };
  results.tables = {{"payments",
                     {},
                     {{"a", "a"}},
                     {{"W002", "W002", {fact("W002")}}, {"W003", "W003", {fact("W003")}}}},
                    {"agency", {}, {}, {{"", "agency", {fact("agency")}}}},
                    {"others", {}, {}, {{"W003", "W003", {fact("W003")}}}}};
  const auto slice = results::slice(results, "W002");
  BOOST_REQUIRE_EQUAL(slice->tables.size(), 2U);
  BOOST_TEST(slice->tables[0].rows.size() == 1U);
  BOOST_TEST(slice->facts[slice->tables[0].rows[0].facts[0]].record == "W002");
  BOOST_TEST(slice->tables[1].id == "agency");
}

BOOST_AUTO_TEST_CASE(a_worker_of_whom_nothing_was_found_has_a_slice_without_findings) {
  const results::Results& seeded = *all_results().at("seeded");
  BOOST_REQUIRE(!seeded.pseudonyms.contains("W020"));
  const auto slice = results::slice(seeded, "W020");
  BOOST_REQUIRE(slice);
  BOOST_TEST(slice->findings.empty());
  BOOST_TEST(slice->summary.evaluations > 30U);
  BOOST_TEST(!results::slice(seeded, "W022"));
  BOOST_TEST(!results::slice(seeded, "W20"));
  BOOST_TEST(!results::slice(seeded, "W0020"));
}

BOOST_AUTO_TEST_CASE(an_unknown_worker_or_a_slice_of_a_slice_is_refused) {
  const results::Results& seeded = *all_results().at("seeded");
  BOOST_TEST(!results::slice(seeded, "W999"));
  BOOST_TEST(!results::slice(seeded, ""));
  const auto slice = results::slice(seeded, "W002");
  BOOST_REQUIRE(slice);
  const auto again = results::slice(*slice, "W002");
  BOOST_REQUIRE(!again);
  BOOST_TEST(again.error().front().text.en.find("extract") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
