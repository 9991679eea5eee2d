// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/sightings.h"

#include <algorithm>
#include <functional>
#include <tuple>

namespace periksa::audit {

void Sightings::add(std::string_view text, const Sight& sight) {
  const std::uint64_t hash = std::hash<std::string_view>()(text);
  Entry& recent = recent_[hash % recent_.size()];
  if (recent.hash != hash || key(recent) != text) {
    recent = {hash, pool_.size(), static_cast<std::uint32_t>(text.size()), {}};
    pool_ += text;
  }
  entries_.push_back({hash, recent.begin, recent.length, sight});
}

void Sightings::absorb(Sightings&& other) {
  const std::uint64_t base = pool_.size();
  pool_ += other.pool_;
  entries_.reserve(entries_.size() + other.entries_.size());
  for (Entry entry : other.entries_) {
    entry.begin += base;
    entries_.push_back(entry);
  }
  other = {};
}

/// By hash, then by key where two hashes meet, then by worker and record.
void Sightings::sort() {
  std::sort(entries_.begin(), entries_.end(), [&](const Entry& a, const Entry& b) {
    if (a.hash != b.hash) return a.hash < b.hash;
    if (a.begin != b.begin && key(a) != key(b)) return key(a) < key(b);
    return std::tie(a.sight.ordinal, a.sight.place) < std::tie(b.sight.ordinal, b.sight.place);
  });
}

std::vector<Sight> Sightings::by_worker(std::span<const Entry> group) {
  std::vector<Sight> sights;
  for (const Entry& entry : group) {
    if (sights.empty() || sights.back().ordinal != entry.sight.ordinal)
      sights.push_back(entry.sight);
  }
  return sights;
}

std::vector<std::vector<Sight>> Sightings::shared(std::int64_t least) {
  sort();
  std::vector<std::pair<std::string_view, std::vector<Sight>>> groups;
  const std::span<const Entry> all(entries_);
  for (std::size_t first = 0; first < all.size();) {
    std::size_t last = first + 1;
    while (last < all.size() && all[last].hash == all[first].hash &&
           key(all[last]) == key(all[first]))
      ++last;
    if (static_cast<std::int64_t>(last - first) >= least) {
      auto sights = by_worker(all.subspan(first, last - first));
      if (static_cast<std::int64_t>(sights.size()) >= least)
        groups.emplace_back(key(all[first]), std::move(sights));
    }
    first = last;
  }
  std::sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) {
    const auto first = a.second.front().ordinal;
    const auto second = b.second.front().ordinal;
    return first != second ? first < second : a.first < b.first;
  });
  std::vector<std::vector<Sight>> shared;
  for (auto& [text, sights] : groups) shared.push_back(std::move(sights));
  *this = {};
  return shared;
}

}  // namespace periksa::audit
