// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "auditor/results/known_number.h"
#include "auditor/results/results.h"
#include "auditor/results/supervision.h"
#include "auditor/store/store.h"

namespace periksa::store {

struct AuditToSave {
  const results::Results* results = nullptr;
  /// Of everybody in the filing; kept as keyed digests only.
  std::vector<results::KnownNumber> numbers{};
  /// Keeps the results document too, with all its private values.
  bool keep_facts = false;
};

/// What an audit did to the case of its agency.
struct Saved {
  std::int64_t audit = 0;
  std::int64_t entry = 0;   ///< of the log
  results::StoreMark mark;  ///< the head of the log after it, and where each finding stands
  bool first = false;       ///< nothing was known of the agency before
  std::uint64_t fresh = 0;
  std::uint64_t persisting = 0;
  std::uint64_t resolved = 0;
  std::uint64_t reopened = 0;
  std::uint64_t unseen = 0;  ///< unresolved, and this audit could not tell (docs/store.md)
};

/// Saves one audit, whole or not at all; when it returns, the disk has it. Findings that this audit
/// looked for and found no more are resolved, those that came back are reopened; nothing is
/// deleted. Refused of an extract, a redacted edition, or where the key is missing.
Result<Saved> save(const Store& store, const AuditToSave& given, const Who& who);

}  // namespace periksa::store
