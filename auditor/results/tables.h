// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "auditor/base/bilingual.h"

/// What papers for a reader say beside findings. Declared in `rules/papers.xml`, so that a report
/// needs to know no rule and no field.
namespace periksa::results {

/// Facts that papers quote though no finding may have read them: who the agency is, what a worker
/// paid, the days of a worker's case. They stand among Results::facts like all others, masked where
/// private.
struct Table {
  struct Row {
    std::string worker;              // pseudonym; empty for the agency's own
    std::string record;              // "W001/payment-2", as facts name it
    std::vector<std::size_t> facts;  // indexes into Results::facts, one a column
    bool operator==(const Row&) const = default;
  };
  std::string id;  // "payments"
  Bilingual title;
  std::vector<Bilingual> columns;  // empty: every row is one fact, which says itself what it is
  std::vector<Row> rows;           // the agency's first, then by worker, as the filing has them
  bool indicated = false;          // of workers only those with an indication (summary.h)
  bool operator==(const Table&) const = default;
};

/// What a paper rests on: who may act on the as-of day, and the texts in force then.
struct Basis {
  std::string id;  // "inspection" · "dispute" …
  Bilingual authority;
  std::vector<std::string> provisions;  // Provision::id
  bool operator==(const Basis&) const = default;
};

/// A waiver that was given with the audit, and what became of it (docs/waivers.md).
struct Waiver {
  std::string id;
  std::string rule;
  std::string subject;      // as findings name it; empty: every subject of the rule
  std::string fingerprint;  // where it names one finding
  std::string authority;
  std::string reason;
  std::string from;
  std::string expires;
  std::string state;                  // "applied" · "expired" · "not-yet" · "unmatched"
  std::vector<std::string> findings;  // of those it was applied to, or would have been
  bool operator==(const Waiver&) const = default;
};

}  // namespace periksa::results
