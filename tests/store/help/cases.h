// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "auditor/results/case_history.h"
#include "auditor/results/results.h"
#include "auditor/store/save.h"
#include "auditor/store/store.h"

namespace periksa::test {

/// A finding of a made-up audit.
struct Seen {
  std::string rule = "duty/1";
  std::string worker = "W001";  ///< empty: the agency's own
  std::string evidence = "paper";
  results::Verdict verdict = results::Verdict::breach;
  std::string record{};  ///< "payment-1": of a record of the worker instead of the worker
  std::int64_t refund = 0;
};

/// A made-up audit: an agency with workers who have been judged by `duty/1` and `duty/2`.
struct Audit {
  std::vector<Seen> seen{};
  std::string nib = "9120001234567";
  std::string agency = "PT Rekaan Sejahtera";
  std::string filing = "first";
  std::string as_of = "2026-03-31";
  std::vector<std::string> workers{"siti", "budi"};  ///< ids in the filing
  std::vector<std::string> rules{"duty/1", "duty/2"};
  std::uint64_t subjects = 2;  ///< of each rule
  std::string engine = "0.1.0";
};

/// As the audit would tell it: fingerprints are made of agency, rule and the worker's id.
results::Results results_of(const Audit& audit);

inline const store::Who kInspector{"pengawas", "2026-04-01T08:00:00Z"};

/// Opened; throws with what was told when it is refused.
store::Store new_store(const std::filesystem::path& path);
store::Store opened(const std::filesystem::path& path, store::Access access = store::Access::write);

/// The same of saving.
store::Saved saved(const store::Store& store, const Audit& audit,
                   std::vector<results::KnownNumber> numbers = {}, bool keep_facts = false);

/// The store's one finding of a rule, as it stands; throws where there is none.
results::FindingRow finding_of(const store::Store& store, std::string_view rule);

}  // namespace periksa::test
