// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/name_index.h"

#include <utility>

namespace periksa {

std::size_t NameIndex::slot_of(std::string_view name) const {
  const std::size_t mask = places_.size() - 1;
  std::size_t slot = name_hash(name) & mask;
  while (places_[slot].taken && !same_name(places_[slot].name, name)) slot = (slot + 1) & mask;
  return slot;
}

void NameIndex::grow() {
  std::size_t size = 16;
  while (size < 4 * (count_ + 1)) size *= 2;
  const std::vector<Place> old = std::exchange(places_, std::vector<Place>(size));
  for (const Place& place : old) {
    if (place.taken) places_[slot_of(place.name)] = place;
  }
}

bool NameIndex::add(std::string_view name, std::uint32_t value) {
  if (2 * (count_ + 1) > places_.size()) grow();
  Place& place = places_[slot_of(name)];
  if (place.taken) return false;
  place = {name, value, true};
  ++count_;
  return true;
}

}  // namespace periksa
