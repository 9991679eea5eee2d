// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/lookups.h"

namespace periksa::intake {

std::optional<std::uint32_t> SourceIds::find(std::string_view id) const {
  const auto found = index_.find(id);
  if (found == index_.end()) return std::nullopt;
  return found->second;
}

bool SourceIds::add(std::string_view id) {
  if (index_.contains(id)) return false;
  const std::string& kept = ids_.emplace_back(id);
  index_.emplace(kept, static_cast<std::uint32_t>(ids_.size()));
  return true;
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
