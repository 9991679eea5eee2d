// SPDX-License-Identifier: Apache-2.0
#include "auditor/results/batch.h"

#include <limits>

#include "auditor/results/results_json.h"
#include "tests/results/sample/sample.h"
#include "tests/results/sample/sample_batch.h"
#include "tests/results/schema_check.h"

using namespace periksa;
using results::Amount;
using results::Batch;
using results::BatchEntry;

BOOST_AUTO_TEST_SUITE(batch)
namespace {

using Json = nlohmann::json;

std::string text_of(const Batch& batch) {
  std::string out;
  results::write_json(batch, [&](std::string_view piece) { out += piece; });
  return out;
}

bool valid(const std::string& document) {
  return follows("summary.schema.json", document);
}

Batch of_codes(const std::vector<int>& codes) {
  Batch batch;
  for (const int code : codes) {
    batch.filings.emplace_back();
    batch.filings.back().exit_code = code;
  }
  return batch;
}

BatchEntry with_refund(const Amount& amount) {
  BatchEntry entry;
  entry.refund = {amount};
  return entry;
}

}  // namespace

BOOST_AUTO_TEST_CASE(an_entry_says_what_the_results_say) {
  const auto from = sample::rich();
  const auto entry = results::entry_of(from);
  BOOST_TEST(entry.exit_code == exit_code(from));
  BOOST_TEST(entry.sha256 == from.header.inputs[0].sha256);
  std::uint64_t workers = 0;
  for (const auto& input : from.header.inputs) workers += input.workers;
  BOOST_TEST(entry.workers == workers);
  BOOST_TEST(entry.agency == from.header.agency);
  BOOST_TEST((entry.verdicts == from.summary.verdicts));
  BOOST_TEST((entry.refund == from.summary.refund));
  std::uint64_t findings = 0;
  for (const auto& [verdict, count] : entry.findings) findings += count;
  BOOST_TEST(findings == from.findings.size());
  BOOST_TEST(entry.notices == from.notices.size());
  BOOST_TEST(entry.requests == from.requests.size());
}

BOOST_AUTO_TEST_CASE(leads_are_breaches_by_severity_then_by_number) {
  using results::Severity;
  using results::Verdict;
  auto from = sample::rich();
  from.findings.resize(1);
  const auto add = [&](const std::string& rule, Severity severity, Verdict verdict, int times) {
    for (int i = 0; i < times; ++i) {
      auto x = from.findings.front();
      x.rule = rule;
      x.severity = severity;
      x.verdict = verdict;
      x.readiness = false;
      from.findings.push_back(x);
    }
  };
  from.findings.front().verdict = Verdict::suspected;
  add("often", Severity::minor, Verdict::breach, 5);
  add("grave", Severity::critical, Verdict::breach, 1);
  add("open", Severity::critical, Verdict::insufficient, 9);
  const auto leads = results::entry_of(from).leads;
  BOOST_REQUIRE(leads.size() == 2U);
  BOOST_TEST(leads[0].findings == 1U);
  BOOST_TEST(leads[1].findings == 5U);
}

BOOST_AUTO_TEST_CASE(totals_add_up) {
  const Batch batch = sample::batch();
  const auto& totals = batch.totals;
  BOOST_TEST(totals.filings == 3U);
  BOOST_TEST(totals.assessed + totals.refused == totals.filings);
  std::uint64_t coded = 0;
  for (const auto& [code, count] : totals.exit_codes) coded += count;
  BOOST_TEST(coded == totals.filings);
  std::uint64_t evaluations = 0;
  for (const auto& [verdict, count] : totals.verdicts) evaluations += count;
  BOOST_TEST(evaluations == totals.evaluations);
  BOOST_TEST(totals.workers == batch.filings[0].workers + batch.filings[1].workers);
  BOOST_TEST(totals.evaluations == batch.filings[0].evaluations + batch.filings[1].evaluations);
}

BOOST_AUTO_TEST_CASE(amounts_add_up_by_currency_and_stay_open_where_one_is) {
  const std::vector<BatchEntry> entries{with_refund({"IDR", 100, 200}), with_refund({"HKD", 5, 5}),
                                        with_refund({"IDR", 10, 20})};
  const std::vector<Amount> sums{{"HKD", 5, 5}, {"IDR", 110, 220}};
  BOOST_TEST((results::totals_of(entries).refund == sums));
  const std::vector<BatchEntry> open{with_refund({"IDR", 100, std::nullopt}),
                                     with_refund({"IDR", 10, 20})};
  const std::vector<Amount> open_sum{{"IDR", 110, std::nullopt}};
  BOOST_TEST((results::totals_of(open).refund == open_sum));
}

BOOST_AUTO_TEST_CASE(a_sum_too_great_to_tell_stays_at_the_greatest) {
  constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
  const std::vector<BatchEntry> entries{with_refund({"IDR", kMost, kMost}),
                                        with_refund({"IDR", 1, 1})};
  const std::vector<Amount> sums{{"IDR", kMost, kMost}};
  BOOST_TEST((results::totals_of(entries).refund == sums));
}

BOOST_AUTO_TEST_CASE(the_exit_code_is_the_first_of_the_list_that_occurs) {
  const std::vector<int> gravest{70, 5, 1, 2, 3, 0};
  for (std::size_t i = 0; i < gravest.size(); ++i) {
    for (std::size_t j = i; j < gravest.size(); ++j) {
      BOOST_TEST(exit_code(of_codes({gravest[i], gravest[j]})) == gravest[i]);
      BOOST_TEST(exit_code(of_codes({gravest[j], gravest[i]})) == gravest[i]);
    }
  }
  BOOST_TEST(exit_code(Batch{}) == 5);
}

BOOST_AUTO_TEST_CASE(what_a_reason_quotes_stands_in_the_private_section_only) {
  const Batch batch = sample::batch();
  const auto& refused = *batch.filings[2].refused;
  BOOST_TEST(refused.reasons == 2U);
  BOOST_TEST(refused.first.en == "the id \"•••\" is taken");
  BOOST_TEST(batch.secrets.at(refused.secret + "/id").value.find("Rahasia") != std::string::npos);
  std::map<std::string, results::Secret> secrets;
  const Bilingual plain{"count=\"3\" berlebih, atau \" saja",
                        "count=\"3\" is too much, or a lone \""};
  const auto entry =
      results::refused_entry({{Diagnostic::Kind::error, {"a.xml"}, plain}}, "a.xml", secrets);
  BOOST_TEST((entry.refused->first == plain));
  BOOST_TEST(entry.refused->secret.empty());
  BOOST_TEST(secrets.empty());
}

BOOST_AUTO_TEST_CASE(a_place_is_told_in_the_names_of_the_summary) {
  const Position own = results::placed({"a.xlsx", 0, 0, "P!C12"}, "a.xlsx", "2025/a.xlsx");
  BOOST_TEST(to_string(own) == "2025/a.xlsx P!C12");
  const Position sheet = results::placed({"Pekerja.csv", 0, 0, "B2"}, "utara", "2025/utara");
  BOOST_TEST(to_string(sheet) == "2025/utara/Pekerja.csv B2");
}

BOOST_AUTO_TEST_CASE(summaries_follow_the_published_schema) {
  BOOST_TEST(valid(text_of(sample::batch())));
  Batch narrowed = sample::batch();
  narrowed.header.as_of = "2025-03-31";
  narrowed.header.official = false;
  narrowed.header.changed_files = {"duties/uu-18-2017/66.xml"};
  narrowed.header.only_rules = {"uu-18-2017/66/1"};
  narrowed.header.skipped_rules = {"iris/a5/1"};
  BOOST_TEST(valid(text_of(narrowed)));
  Batch redacted = sample::batch();
  redacted.secrets.clear();
  BOOST_TEST(valid(text_of(redacted)));
}

BOOST_AUTO_TEST_CASE(the_schema_refuses_what_is_none) {
  const std::string text = text_of(sample::batch());
  const auto changed = [&](const std::function<void(Json&)>& change) {
    Json json = Json::parse(text);
    change(json);
    return json.dump();
  };
  BOOST_TEST(valid(changed([](Json&) {})));
  BOOST_TEST(!valid(changed([](Json& x) { x["totals"].erase("refused"); })));
  BOOST_TEST(!valid(changed([](Json& x) { x["filings"][0]["score"] = 91; })));
  BOOST_TEST(!valid(changed([](Json& x) { x["totals"]["exit_codes"]["7"] = 1; })));
  BOOST_TEST(!valid(changed([](Json& x) { x["filings"][0].erase("sha256"); })));
  BOOST_TEST(!valid(changed([](Json& x) { x["notices"][0]["keys"][0] = "name"; })));
  BOOST_TEST(!valid(changed([](Json& x) { x["notices"][0]["sights"].erase(1); })));
}

BOOST_AUTO_TEST_CASE(each_filing_and_notice_stands_on_a_line_of_its_own) {
  const std::string text = text_of(sample::batch());
  BOOST_TEST(text.starts_with("{\"format\":\"periksa-summary/1\",\n\"header\":"));
  BOOST_TEST(text.ends_with("\n}\n"));
  for (const auto* begin :
       {"\n{\"file\":\"utara.xml\"", "\n{\"file\":\"barat.xml\"", "\n{\"id\":\"L0001\""})
    BOOST_TEST(text.find(begin) != std::string::npos, begin);
}

BOOST_AUTO_TEST_SUITE_END()
