// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/lookups.h"

#include <algorithm>

namespace periksa::intake {

std::optional<std::uint32_t> SourceIds::find(std::string_view id) const {
  const auto found = index_.find(std::string(id));
  if (found == index_.end()) return std::nullopt;
  return found->second;
}

bool SourceIds::add(std::string_view id) {
  return index_.emplace(id, static_cast<std::uint32_t>(index_.size() + 1)).second;
}

std::vector<std::string_view> SourceIds::all() const {
  std::vector<std::string_view> ids;
  for (const auto& [id, index] : index_) ids.emplace_back(id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

void Doubts::add(facts::EntityId entity) {
  const std::lock_guard lock(mutex_);
  entities_.insert(entity);
}

std::vector<facts::EntityId> Doubts::all() const {
  const std::lock_guard lock(mutex_);
  return {entities_.begin(), entities_.end()};
}

}  // namespace periksa::intake
