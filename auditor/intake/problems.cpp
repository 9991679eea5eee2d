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

Diagnostic Problems::at(Diagnostic::Kind kind, facts::Spot spot, Bilingual text) const {
  return {kind, {file_, spot.line, spot.column, {}}, std::move(text)};
}

void Problems::error(facts::Spot spot, Bilingual text) {
  failed_.store(true, std::memory_order_relaxed);
  add(errors_, at(Diagnostic::Kind::error, spot, std::move(text)));
}

void Problems::warning(facts::Spot spot, Bilingual text) {
  add(warnings_, at(Diagnostic::Kind::warning, spot, std::move(text)));
}

void Problems::fault(facts::Spot spot, Bilingual text) {
  failed_.store(true, std::memory_order_relaxed);
  broken_.store(true, std::memory_order_relaxed);
  auto found = at(Diagnostic::Kind::error, spot, std::move(text));
  const std::lock_guard lock(mutex_);
  if (!fault_ || before(found, *fault_)) fault_ = std::move(found);
}

void Problems::more_errors() {
  const std::lock_guard lock(mutex_);
  ++errors_.total;
}

void Problems::more_warnings() {
  const std::lock_guard lock(mutex_);
  ++warnings_.total;
}

Diagnostics Problems::sorted(Kept& kept) {
  std::sort(kept.first.begin(), kept.first.end(), before);
  if (kept.first.size() > kept.cap) kept.first.resize(kept.cap);
  return kept.first;
}

void Problems::count_rest(Diagnostics& told, std::uint64_t total, Diagnostic::Kind kind) const {
  const std::uint64_t rest = total - told.size();
  if (rest == 0) return;
  told.push_back(
      at(kind, {0, 0}, {fmt::format("dan {} lagi", rest), fmt::format("and {} more", rest)}));
}

/// Behind a fault nothing counts, so how many there are depends on when it was found: no number.
Diagnostics Problems::errors() {
  const std::lock_guard lock(mutex_);
  Diagnostics all = sorted(errors_);
  if (!fault_) {
    count_rest(all, errors_.total, Diagnostic::Kind::error);
    return all;
  }
  const auto end = std::lower_bound(all.begin(), all.end(), *fault_, before);
  all.erase(end, all.end());
  if (all.size() < errors_.cap) {
    all.push_back(*fault_);
  } else {
    all.push_back(at(Diagnostic::Kind::error, {0, 0}, {"dan seterusnya", "and more"}));
  }
  return all;
}

Diagnostics Problems::warnings() {
  const std::lock_guard lock(mutex_);
  Diagnostics all = sorted(warnings_);
  count_rest(all, warnings_.total, Diagnostic::Kind::warning);
  return all;
}

}  // namespace periksa::intake
