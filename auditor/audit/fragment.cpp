// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/fragment.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace periksa::audit {
namespace {

/// Where each fact of a fragment stands in the results.
using FactPlaces = std::vector<std::size_t>;

void move(std::vector<std::size_t>& facts, const FactPlaces& to) {
  for (auto& fact : facts) fact = to[fact];
}

void move(results::Trace& trace, const FactPlaces& to) {
  move(trace.facts, to);
  for (auto& part : trace.parts) move(part, to);
}

void move(results::Finding& finding, const FactPlaces& to) {
  move(finding.evidence, to);
  for (auto& trace : finding.reasoning) move(trace, to);
  for (auto& missing : finding.missing) missing.fact = to[missing.fact];
  for (auto& change : finding.changes) change.fact = to[change.fact];
}

/// A pattern's fact no longer knows the private value: it is that of the finding that read it.
bool is_same(const results::Fact& known, results::Fact& fact) {
  if (!fact.secret.empty()) return known == fact;
  fact.secret = known.secret;
  const bool same = known == fact;
  if (!same) fact.secret.clear();
  return same;
}

/// Nearly always the same word of the same table.
bool same(std::string_view a, std::string_view b) {
  return a.size() == b.size() && (a.data() == b.data() || a == b);
}

}  // namespace

std::size_t Merger::place(results::Fact&& fact) {
  const std::size_t next = into_.facts.size();
  // One fact may be shown in two ways: with the year of a day, or all of it masked.
  const auto [at, fresh] = places_.emplace(
      fmt::format("{}\n{}\n{}\n{}", fact.entity, fact.record, fact.field, fact.shown.text), next);
  if (!fresh && is_same(into_.facts[at->second], fact)) return at->second;
  into_.facts.push_back(std::move(fact));
  return next;
}

void Merger::add(Fragment&& fragment) {
  FactPlaces to;
  to.reserve(fragment.facts.size());
  for (auto& fact : fragment.facts) to.push_back(place(std::move(fact)));
  for (auto& finding : fragment.findings) {
    move(finding, to);
    into_.findings.push_back(std::move(finding));
  }
  for (auto& notice : fragment.notices) {
    move(notice.facts, to);
    for (auto& sign : notice.signs) move(sign.facts, to);
    into_.notices.push_back(std::move(notice));
  }
  for (auto& [table, row] : fragment.quoted) {
    move(row.facts, to);
    if (into_.tables.size() <= table) into_.tables.resize(table + 1);
    into_.tables[table].rows.push_back(std::move(row));
  }
  into_.secrets.merge(fragment.secrets);
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
