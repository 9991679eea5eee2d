// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/problems.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace periksa::intake {
namespace {

/// In order, but for columns beyond 2^24 and parts beyond 255, which count as one.
std::uint64_t packed(facts::Spot spot) {
  const std::uint64_t part = std::min<std::uint64_t>(spot.part, 0xFF);
  const std::uint64_t column = std::min<std::uint64_t>(spot.column, 0xFF'FFFF);
  return (part << 56) | (std::uint64_t{spot.line} << 24) | column;
}

}  // namespace

bool Problems::Kept::wants(facts::Spot at) const {
  return packed(at) <= horizon.load(std::memory_order_relaxed);
}

bool Problems::before(const Told& a, const Told& b) {
  if (is_before(a.spot, b.spot)) return true;
  return !is_before(b.spot, a.spot) && a.diagnostic.text.en < b.diagnostic.text.en;
}

Position Problems::position(facts::Spot spot) const {
  return parts_ == nullptr ? facts::position(file_, {}, spot)
                           : facts::position(file_, *parts_, spot);
}

std::string Problems::place(facts::Spot spot) const {
  Position at = position(spot);
  if (at.file == file_) at.file = at.file.substr(at.file.rfind('/') + 1);
  return to_string(at);
}

void Problems::add(Kept& kept, Told told) {
  const std::lock_guard lock(mutex_);
  ++kept.total;
  kept.first.push_back(std::move(told));
  if (kept.first.size() < 4 * kept.cap) return;
  const auto end = kept.first.begin() + static_cast<std::ptrdiff_t>(kept.cap);
  std::nth_element(kept.first.begin(), end, kept.first.end(), before);
  kept.first.erase(end, kept.first.end());
  const auto last = std::max_element(kept.first.begin(), kept.first.end(), before);
  kept.horizon.store(packed(last->spot), std::memory_order_relaxed);
}

Problems::Told Problems::at(Diagnostic::Kind kind, facts::Spot spot, Bilingual text) const {
  return {spot, {kind, position(spot), std::move(text)}};
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

void Problems::sort(Kept& kept) {
  std::sort(kept.first.begin(), kept.first.end(), before);
  if (kept.first.size() > kept.cap) kept.first.resize(kept.cap);
}

Diagnostics Problems::diagnostics(const std::vector<Told>& told) {
  Diagnostics all;
  for (const auto& one : told) all.push_back(one.diagnostic);
  return all;
}

void Problems::count_rest(Diagnostics& told, std::uint64_t total, Diagnostic::Kind kind) const {
  const std::uint64_t rest = total - told.size();
  if (rest == 0) return;
  told.push_back(
      {kind, {file_}, {fmt::format("dan {} lagi", rest), fmt::format("and {} more", rest)}});
}

/// Behind a fault nothing counts, so how many there are depends on when it was found: no number.
Diagnostics Problems::errors() {
  const std::lock_guard lock(mutex_);
  sort(errors_);
  if (!fault_) {
    Diagnostics all = diagnostics(errors_.first);
    count_rest(all, errors_.total, Diagnostic::Kind::error);
    return all;
  }
  auto told = errors_.first;
  told.erase(std::lower_bound(told.begin(), told.end(), *fault_, before), told.end());
  const bool room = told.size() < errors_.cap;
  Diagnostics all = diagnostics(told);
  all.push_back(room
                    ? fault_->diagnostic
                    : Diagnostic{Diagnostic::Kind::error, {file_}, {"dan seterusnya", "and more"}});
  return all;
}

Diagnostics Problems::warnings() {
  const std::lock_guard lock(mutex_);
  sort(warnings_);
  Diagnostics all = diagnostics(warnings_.first);
  count_rest(all, warnings_.total, Diagnostic::Kind::warning);
  return all;
}

}  // namespace periksa::intake
