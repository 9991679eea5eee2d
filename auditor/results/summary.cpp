// SPDX-License-Identifier: Apache-2.0
#include "auditor/results/summary.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "auditor/results/charges.h"

namespace periksa::results {
namespace {

void count_verdicts(const Results& results, Summary& summary) {
  std::array<std::uint64_t, kVerdicts> verdicts{};
  std::map<std::string_view, std::uint64_t> records;
  for (const Rule& rule : results.rules) {
    std::uint64_t subjects = 0;
    for (const Rule::Run& run : rule.runs) {
      subjects += run.count;
      verdicts[static_cast<std::size_t>(run.verdict)] += run.count;
      if (run.reason.empty()) continue;
      summary.reasons[std::string(to_string(run.verdict)) + "/" + run.reason] += run.count;
    }
    // A record is one subject however many rules looked at it.
    records[rule.entity] = std::max(records[rule.entity], subjects);
  }
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    if (verdicts[i] == 0) continue;
    summary.verdicts.emplace(to_string(static_cast<Verdict>(i)), verdicts[i]);
    summary.evaluations += verdicts[i];
  }
  summary.rules = results.rules.size();
  for (const auto& [entity, count] : records) summary.subjects += count;
}

void count_people(const Results& results, Summary& summary) {
  std::set<std::string_view> affected;
  std::set<std::string_view> open;
  for (const Finding& x : results.findings) {
    if (x.worker.empty()) continue;
    const bool shown = x.verdict == Verdict::breach || x.verdict == Verdict::suspected;
    if (shown && !x.readiness) affected.insert(x.worker);
    if (x.verdict == Verdict::insufficient || (shown && x.readiness)) open.insert(x.worker);
  }
  summary.workers_affected = affected.size();
  summary.workers_open = open.size();
}

}  // namespace

Summary summarise(const Results& results) {
  Summary summary;
  count_verdicts(results, summary);
  count_people(results, summary);
  const auto charged = charges(results.findings);
  summary.refund = total(charged, false);
  summary.claimed = total(charged, true);
  return summary;
}

bool is_indication(const Finding& x) {
  const bool accuses = x.original == Verdict::breach || x.original == Verdict::suspected;
  return (accuses && !x.readiness) || x.amount_kind == "claimed";
}

std::uint64_t subjects_of(const Rule& rule) {
  std::uint64_t all = 0;
  for (const auto& run : rule.runs) all += run.count;
  return all;
}

void append_run(std::vector<Rule::Run>& runs, Rule::Run run) {
  const bool same =
      !runs.empty() && runs.back().verdict == run.verdict && runs.back().reason == run.reason;
  if (same) {
    runs.back().count += run.count;
  } else {
    runs.push_back(std::move(run));
  }
}

}  // namespace periksa::results
