// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/worker_ids.h"

#include <algorithm>
#include <functional>
#include <tuple>

namespace periksa::intake {
namespace {

std::uint64_t hash_of(std::string_view id) {
  return std::hash<std::string_view>()(id);
}

}  // namespace

void WorkerIds::add(std::string_view id, std::uint32_t ordinal, facts::Spot at) {
  entries_.push_back(
      {hash_of(id), pool_.size(), static_cast<std::uint32_t>(id.size()), ordinal, at});
  pool_ += id;
}

void WorkerIds::add(const WorkerIds& other) {
  const std::uint64_t base = pool_.size();
  pool_ += other.pool_;
  entries_.reserve(entries_.size() + other.entries_.size());
  for (Entry entry : other.entries_) {
    entry.begin += base;
    entries_.push_back(entry);
  }
}

/// By hash, then by id where two hashes meet, then in file order.
void WorkerIds::sort() {
  std::sort(entries_.begin(), entries_.end(), [&](const Entry& a, const Entry& b) {
    if (a.hash != b.hash) return a.hash < b.hash;
    return std::make_tuple(id(a), a.ordinal) < std::make_tuple(id(b), b.ordinal);
  });
}

std::int64_t WorkerIds::find(std::string_view wanted) const {
  const std::uint64_t hash = hash_of(wanted);
  auto entry =
      std::lower_bound(entries_.begin(), entries_.end(), hash,
                       [](const Entry& one, std::uint64_t value) { return one.hash < value; });
  for (; entry != entries_.end() && entry->hash == hash; ++entry) {
    if (id(*entry) == wanted) return entry->ordinal;
  }
  return -1;
}

std::vector<WorkerIds::Repeat> WorkerIds::repeats() const {
  std::vector<Repeat> found;
  const Entry* first = nullptr;
  for (const Entry& entry : entries_) {
    if (first != nullptr && first->hash == entry.hash && id(*first) == id(entry)) {
      found.push_back({*first, entry});
    } else {
      first = &entry;
    }
  }
  return found;
}

}  // namespace periksa::intake
