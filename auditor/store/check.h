// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "auditor/base/bilingual.h"
#include "auditor/store/store.h"

namespace periksa::store {

struct Checked {
  std::int64_t entries = 0;
  std::string head;
  std::uint64_t forgotten = 0;    ///< rows of people, by entries that say so
  std::vector<Bilingual> faults;  ///< everything that is not as it was written; empty: intact
};

/// Goes through the whole store: the database's own integrity and references, every entry of the
/// log and the rows that came with it, what was deleted and by which entry, and that every finding
/// stands where its steps lead. `head`: the head of the log as some report told it, at least its
/// first twelve digits; empty where there is none. Needs no key and writes nothing.
Result<Checked> check(const Store& store, const std::string& head);

}  // namespace periksa::store
