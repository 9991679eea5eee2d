// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/fragment.h"

#include <algorithm>
#include <iterator>

namespace periksa::audit {
namespace {

void shift(results::Trace& trace, std::size_t offset) {
  for (auto& fact : trace.facts) fact += offset;
  for (auto& part : trace.parts) shift(part, offset);
}

void shift(results::Finding& finding, std::size_t offset) {
  for (auto& fact : finding.evidence) fact += offset;
  for (auto& trace : finding.reasoning) shift(trace, offset);
  for (auto& missing : finding.missing) missing.fact += offset;
  for (auto& change : finding.changes) change.fact += offset;
}

/// Nearly always the same word of the same table.
bool same(std::string_view a, std::string_view b) {
  return a.size() == b.size() && (a.data() == b.data() || a == b);
}

}  // namespace

void merge(Fragment&& fragment, results::Results& into) {
  const std::size_t offset = into.facts.size();
  std::move(fragment.facts.begin(), fragment.facts.end(), std::back_inserter(into.facts));
  for (auto& finding : fragment.findings) {
    shift(finding, offset);
    into.findings.push_back(std::move(finding));
  }
  for (auto& notice : fragment.notices) {
    for (auto& fact : notice.facts) fact += offset;
    into.notices.push_back(std::move(notice));
  }
  into.secrets.merge(fragment.secrets);
}

void Tally::add(std::uint32_t ordinal, results::Verdict verdict, std::string_view reason) {
  if (!runs_.empty()) {
    Run& last = runs_.back();
    if (last.verdict == verdict && same(last.reason, reason) && ordinal <= last.last + 1 &&
        ordinal >= last.last) {
      last.last = ordinal;
      ++last.count;
      return;
    }
  }
  runs_.push_back({ordinal, ordinal, verdict, reason, 1});
}

void Tally::absorb(Tally&& other) {
  runs_.insert(runs_.end(), other.runs_.begin(), other.runs_.end());
}

std::vector<results::Rule::Run> Tally::runs() {
  // One worker's subjects come from one thread, in order, so a stable sort by ordinal restores the
  // file's order.
  std::stable_sort(runs_.begin(), runs_.end(),
                   [](const Run& a, const Run& b) { return a.first < b.first; });
  std::vector<results::Rule::Run> runs;
  for (const auto& run : runs_) {
    if (!runs.empty() && runs.back().verdict == run.verdict && runs.back().reason == run.reason) {
      runs.back().count += run.count;
    } else {
      runs.push_back({run.verdict, std::string(run.reason), run.count});
    }
  }
  return runs;
}

}  // namespace periksa::audit
