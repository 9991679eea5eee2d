// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/problems.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace periksa::intake {
namespace {

bool before(const Diagnostic& a, const Diagnostic& b) {
  return std::tie(a.at.line, a.at.column, a.text.en) < std::tie(b.at.line, b.at.column, b.text.en);
}

std::uint64_t packed(std::uint32_t line, std::uint32_t column) {
  return (std::uint64_t{line} << 32) | column;
}

}  // namespace

bool Problems::Kept::wants(facts::Spot at) const {
  return packed(at.line, at.column) <= horizon.load(std::memory_order_relaxed);
}

void Problems::add(Kept& kept, Diagnostic diagnostic) {
  const std::lock_guard lock(mutex_);
  ++kept.total;
  kept.first.push_back(std::move(diagnostic));
  if (kept.first.size() < 4 * kept.cap) return;
  const auto end = kept.first.begin() + static_cast<std::ptrdiff_t>(kept.cap);
  std::nth_element(kept.first.begin(), end, kept.first.end(), before);
  kept.first.erase(end, kept.first.end());
  const auto last = std::max_element(kept.first.begin(), kept.first.end(), before);
  kept.horizon.store(packed(last->at.line, last->at.column), std::memory_order_relaxed);
}

void Problems::error(facts::Spot at, Bilingual text) {
  failed_.store(true, std::memory_order_relaxed);
  add(errors_, {Diagnostic::Kind::error, {file_, at.line, at.column, {}}, std::move(text)});
}

void Problems::warning(facts::Spot at, Bilingual text) {
  add(warnings_, {Diagnostic::Kind::warning, {file_, at.line, at.column, {}}, std::move(text)});
}

void Problems::more_errors() {
  const std::lock_guard lock(mutex_);
  ++errors_.total;
}

void Problems::more_warnings() {
  const std::lock_guard lock(mutex_);
  ++warnings_.total;
}

Diagnostics Problems::sorted(Kept& kept, Diagnostic::Kind kind) {
  const std::lock_guard lock(mutex_);
  std::sort(kept.first.begin(), kept.first.end(), before);
  if (kept.first.size() > kept.cap) kept.first.resize(kept.cap);
  Diagnostics all = kept.first;
  if (const auto rest = kept.total - all.size(); rest > 0) {
    all.push_back({kind,
                   {file_},
                   {fmt::format("dan {} lagi", rest), fmt::format("and {} more", rest)}});
  }
  return all;
}

Diagnostics Problems::errors() {
  return sorted(errors_, Diagnostic::Kind::error);
}

Diagnostics Problems::warnings() {
  return sorted(warnings_, Diagnostic::Kind::warning);
}

}  // namespace periksa::intake
