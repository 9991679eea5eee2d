// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/readings_cache.h"

#include <algorithm>

namespace periksa::audit {
namespace {

constexpr std::int64_t kFarthest = 1'000'000;  // beyond, days are no longer told apart

/// Makes a stretch around a day end where something changes.
void cut(std::int64_t day, std::int64_t change, std::int64_t& from, std::int64_t& to) {
  if (change <= day) {
    from = std::max(from, change);
  } else {
    to = std::min(to, change);
  }
}

}  // namespace

ReadingsCache::ReadingsCache(const ruleset::RuleSet& rules) : rules_(rules) {
  for (const auto& rule : rules.rules()) last_.emplace_back(rule.versions.size());
}

Readings ReadingsCache::of(std::size_t index, const ruleset::Judgement& j) {
  const auto& rule = rules_.rules()[index];
  const std::int64_t day = j.event.low;
  const bool one = j.parts.size() == 1 && j.event.exact() && std::abs(day) < kFarthest;
  if (!one) return readings_of(rule, j, rules_.law());
  const auto version = j.parts.front().version - rule.versions.data();
  Stretch& last = last_[index][static_cast<std::size_t>(version)];
  if (day < last.from || day >= last.to) last = stretch(rule, j);
  return last.readings;
}

ReadingsCache::Stretch ReadingsCache::stretch(const ruleset::Rule& rule,
                                              const ruleset::Judgement& j) const {
  const std::int64_t day = j.event.low;
  Stretch found{-kFarthest, kFarthest, readings_of(rule, j, rules_.law())};
  for (const auto& cite : j.parts.front().version->cites) {
    for (const auto& text : cite.provision->versions) {
      cut(day, text.window.from.days(), found.from, found.to);
      cut(day, text.window.to.days(), found.from, found.to);
    }
    if (const auto* instrument = rules_.law().instrument(cite.provision->instrument)) {
      const std::int64_t last_checked = instrument->checked_until.days();
      cut(day, last_checked + 1, found.from, found.to);
    }
  }
  return found;
}

}  // namespace periksa::audit
