// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/fragment.h"

#include <algorithm>
#include <iterator>
#include <utility>

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
    for (auto& sign : notice.signs) {
      for (auto& fact : sign.facts) fact += offset;
    }
    into.notices.push_back(std::move(notice));
  }
  for (auto& [table, row] : fragment.quoted) {
    for (auto& fact : row.facts) fact += offset;
    if (into.tables.size() <= table) into.tables.resize(table + 1);
    into.tables[table].rows.push_back(std::move(row));
  }
  into.secrets.merge(fragment.secrets);
}

std::uint8_t Tally::index_of(std::string_view reason) {
  const auto at = std::ranges::find_if(reasons_, [&](auto known) { return same(known, reason); });
  const auto index = static_cast<std::uint8_t>(at - reasons_.begin());
  if (at == reasons_.end()) reasons_.push_back(reason);
  return index;
}

void Tally::add(std::uint32_t ordinal, results::Verdict verdict, std::string_view reason) {
  if (!runs_.empty()) {
    Run& last = runs_.back();
    const bool goes_on = ordinal == last.last || ordinal == last.last + 1;
    if (goes_on && last.verdict == verdict && same(reasons_[last.reason], reason)) {
      last.last = ordinal;
      ++last.count;
      return;
    }
  }
  runs_.push_back({ordinal, ordinal, 1, verdict, index_of(reason)});
}

void Tally::absorb(Tally&& other) {
  if (runs_.empty()) {
    *this = std::exchange(other, {});
    return;
  }
  runs_.reserve(runs_.size() + other.runs_.size());
  for (Run run : other.runs_) {
    run.reason = index_of(other.reasons_[run.reason]);
    runs_.push_back(run);
  }
  other = {};
}

std::vector<results::Rule::Run> Tally::runs() {
  // One worker's subjects come from one thread, in order, so a stable sort by ordinal restores the
  // file's order. Each thread's runs are in order already.
  const auto by_first = [](const Run& a, const Run& b) { return a.first < b.first; };
  if (!std::ranges::is_sorted(runs_, by_first)) std::ranges::stable_sort(runs_, by_first);
  const auto alike = [](const Run& a, const Run& b) {
    return a.verdict == b.verdict && a.reason == b.reason;
  };
  std::size_t size = 0;
  for (std::size_t i = 0; i < runs_.size(); ++i)
    size += static_cast<std::size_t>(i == 0 || !alike(runs_[i - 1], runs_[i]));
  std::vector<results::Rule::Run> runs;
  runs.reserve(size);
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    const Run& run = runs_[i];
    if (i > 0 && alike(runs_[i - 1], run)) {
      runs.back().count += run.count;
    } else {
      runs.push_back({run.verdict, std::string(reasons_[run.reason]), run.count});
    }
  }
  *this = {};
  return runs;
}

}  // namespace periksa::audit
