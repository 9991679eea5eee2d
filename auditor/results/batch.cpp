// SPDX-License-Identifier: Apache-2.0
#include "auditor/results/batch.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

#include "auditor/base/mask.h"

namespace periksa::results {
namespace {

constexpr int kRefused = 5;
constexpr std::array kGravest{70, kRefused, 1, 2, 3, 0};

using Counts = std::map<std::string, std::uint64_t>;

void add(Counts& sum, const Counts& counts) {
  for (const auto& [word, count] : counts) sum[word] += count;
}

/// What stands between quotes may be a name or number out of the file; a sign or two are none.
std::string masked(std::string_view text) {
  constexpr std::size_t kFew = 3;
  std::string out;
  for (;;) {
    const auto open = text.find('"');
    const auto close = open == std::string_view::npos ? open : text.find('"', open + 1);
    if (close == std::string_view::npos) return out.append(text);
    const auto quoted = text.substr(open + 1, close - open - 1);
    out.append(text.substr(0, open + 1)).append(quoted.size() > kFew ? kMask : quoted).append("\"");
    text.remove_prefix(close + 1);
  }
}

/// Amounts are never negative.
std::int64_t added(std::int64_t a, std::int64_t b) {
  constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
  return a > kMost - b ? kMost : a + b;
}

void add(std::map<std::string, Amount>& sums, const std::vector<Amount>& amounts) {
  for (const Amount& amount : amounts) {
    Amount& sum = sums.try_emplace(amount.currency, Amount{amount.currency, 0, 0}).first->second;
    sum.low = added(sum.low, amount.low);
    if (sum.high && amount.high) {
      *sum.high = added(*sum.high, *amount.high);
    } else {
      sum.high.reset();
    }
  }
}

constexpr std::size_t kLeads = 3;

/// The duties with breaches that have happened: by severity, then by how many.
std::vector<Lead> leads_of(const Results& results) {
  struct Duty {
    Severity severity = Severity::minor;
    std::uint64_t findings = 0;
    const Finding* first = nullptr;
  };
  std::map<std::string_view, Duty> duties;
  for (const Finding& x : results.findings) {
    if (x.verdict != Verdict::breach || x.readiness) continue;
    Duty& duty = duties[x.rule];
    duty.severity = std::max(duty.severity, x.severity);
    ++duty.findings;
    if (duty.first == nullptr) duty.first = &x;
  }
  std::vector<std::pair<std::string_view, Duty>> order(duties.begin(), duties.end());
  std::ranges::stable_sort(order, std::greater{}, [](const auto& one) {
    return std::pair(one.second.severity, one.second.findings);
  });
  if (order.size() > kLeads) order.resize(kLeads);
  std::vector<Lead> leads;
  for (const auto& [id, duty] : order) {
    Lead lead{{}, {}, duty.findings};
    const auto rule = std::ranges::find(results.rules, id, &Rule::id);
    if (rule != results.rules.end()) lead.title = rule->breach;
    if (!duty.first->citations.empty()) {
      const auto law = std::ranges::find(results.provisions,
                                         duty.first->citations.front().provision, &Provision::id);
      if (law != results.provisions.end()) lead.cite = law->instrument + " " + law->cite;
    }
    leads.push_back(std::move(lead));
  }
  return leads;
}

std::vector<Bilingual> most_asked(const Results& results) {
  std::vector<const Request*> order;
  for (const Request& x : results.requests) {
    if (!x.label.id.empty()) order.push_back(&x);
  }
  std::ranges::stable_sort(order, std::greater{},
                           [](const Request* x) { return x->findings.size(); });
  std::vector<Bilingual> labels;
  for (const Request* x : order) {
    if (std::ranges::find(labels, x->label) == labels.end()) labels.push_back(x->label);
    if (labels.size() == kLeads) break;
  }
  return labels;
}

}  // namespace

BatchEntry entry_of(const Results& results) {
  BatchEntry entry;
  entry.exit_code = exit_code(results);
  if (!results.header.inputs.empty()) entry.sha256 = results.header.inputs.front().sha256;
  for (const Input& input : results.header.inputs) {
    entry.fictitious = entry.fictitious || input.fictitious;
    entry.workers += input.workers;
  }
  entry.agency = results.header.agency;
  entry.agency_nib = results.header.agency_nib;
  entry.as_of = results.header.as_of;
  for (const Finding& finding : results.findings)
    ++entry.findings[std::string(to_string(finding.verdict))];
  entry.evaluations = results.summary.evaluations;
  entry.verdicts = results.summary.verdicts;
  entry.refund = results.summary.refund;
  entry.workers_affected = results.summary.workers_affected;
  entry.workers_open = results.summary.workers_open;
  entry.notices = results.notices.size();
  entry.referrals = static_cast<std::uint64_t>(
      std::ranges::count_if(results.notices, [](const Notice& x) { return x.referral; }));
  entry.leads = leads_of(results);
  entry.requests = results.requests.size();
  entry.asked = most_asked(results);
  return entry;
}

BatchEntry refused_entry(const Diagnostics& reasons, const std::string& file,
                         std::map<std::string, Secret>& secrets) {
  const Diagnostic& first = reasons.front();
  BatchEntry entry;
  entry.file = file;
  entry.exit_code = kRefused;
  const Bilingual shown{masked(first.text.id), masked(first.text.en)};
  entry.refused = Refusal{reasons.size(), first.at, shown, {}};
  if (shown == first.text) return entry;
  entry.refused->secret = file + "/reason";
  secrets.emplace(entry.refused->secret + "/id", Secret{first.text.id, {}});
  secrets.emplace(entry.refused->secret + "/en", Secret{first.text.en, {}});
  return entry;
}

Position placed(Position at, const std::string& own, const std::string& name) {
  at.file = at.file == own ? name : name + '/' + at.file;
  return at;
}

BatchTotals totals_of(std::span<const BatchEntry> filings) {
  BatchTotals totals;
  std::map<std::string, Amount> refund;
  for (const BatchEntry& entry : filings) {
    ++totals.filings;
    ++(entry.refused ? totals.refused : totals.assessed);
    ++totals.exit_codes[std::to_string(entry.exit_code)];
    totals.workers += entry.workers;
    add(totals.findings, entry.findings);
    totals.evaluations += entry.evaluations;
    add(totals.verdicts, entry.verdicts);
    add(refund, entry.refund);
    totals.workers_affected += entry.workers_affected;
    totals.workers_open += entry.workers_open;
  }
  for (const auto& [currency, amount] : refund) totals.refund.push_back(amount);
  return totals;
}

int exit_code(const Batch& batch) {
  for (const int code : kGravest) {
    const auto has = [&](const BatchEntry& entry) { return entry.exit_code == code; };
    if (std::ranges::any_of(batch.filings, has)) return code;
  }
  return kRefused;
}

}  // namespace periksa::results
