// SPDX-License-Identifier: Apache-2.0
#include "auditor/language/loop_index.h"

#include <algorithm>
#include <iterator>

namespace periksa::language {

std::span<const std::uint32_t> LoopIndex::with(std::int64_t value,
                                               std::vector<std::uint32_t>& room) const {
  const auto found = rows.find(value);
  if (found == rows.end()) return unsure;
  if (unsure.empty()) return found->second;
  room.clear();
  std::ranges::merge(found->second, unsure, std::back_inserter(room));
  return room;
}

const LoopIndex* LoopIndexes::find(const Instruction* loop, const facts::Facts* facts) const {
  const auto found = indexes_.find({loop, facts});
  return found == indexes_.end() ? nullptr : &found->second;
}

const LoopIndex& LoopIndexes::add(const Instruction* loop, const facts::Facts* facts,
                                  LoopIndex index) {
  return indexes_.insert_or_assign({loop, facts}, std::move(index)).first->second;
}

}  // namespace periksa::language
