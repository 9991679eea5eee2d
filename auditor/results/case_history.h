// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "auditor/base/bilingual.h"
#include "auditor/results/amount.h"
#include "auditor/results/supervision.h"

/// What a case store tells of one agency, one audit or one finding (docs/store.md). As in
/// supervision.h none of it is private.
namespace periksa::results {

struct AuditRow {
  std::int64_t id = 0;
  std::int64_t log = 0;  ///< its entry
  std::string at;        ///< when it was saved, UTC
  std::string actor;
  std::string agency;
  std::string file;
  std::string sha256;
  std::string as_of;
  std::string engine;
  std::string rules_version;
  std::string manifest;
  bool official = true;
  bool complete = true;
  int exit_code = 0;
  std::uint64_t workers = 0;
  std::uint64_t affected = 0;
  std::uint64_t fresh = 0;
  std::uint64_t persisting = 0;
  std::uint64_t resolved = 0;
  std::uint64_t reopened = 0;
  bool kept = false;  ///< its results document is kept
};

struct FindingRow {
  std::int64_t id = 0;
  std::string rule;
  Bilingual title;
  std::string cite;   ///< "UU 18/2017 Pasal 66"
  std::string state;  ///< "open" · "answered" · "corrected" · "resolved" · "reopened" · "closed"
  std::string due;    ///< the day by which it is to be put right; empty where none was set
  std::string verdict;
  std::string severity;
  std::string subject;
  std::string worker;  ///< pseudonym; empty for the agency's own
  std::string day;     ///< of the event; may be empty
  std::optional<Amount> refund{};
  std::string shift;  ///< what became of it in the audit asked for, or the last one: "new" ·
                      ///< "persisting" · "changed-evidence" · "changed-law" · "returned" ·
                      ///< "resolved" · "excused" · "earlier"
};

/// A finding that was to be put right by a day that has passed.
struct OverdueRow {
  std::string agency;
  std::string nib;
  FindingRow finding;
  std::int64_t days = 0;
};

/// One step in the life of a finding.
struct StepRow {
  std::int64_t log = 0;
  std::string at;
  std::string actor;
  std::string what;     ///< a shift, or what somebody did
  std::string as_of;    ///< of an audit; of what somebody did, the day
  std::string verdict;  ///< of an audit
  /// Of what somebody did; each may be empty.
  std::string due{};
  std::string reference{};
  std::string document{};
  std::string note{};
};

/// One finding over time.
struct FindingLife {
  std::string agency;
  std::string nib;
  FindingRow finding;          ///< as it stands
  std::vector<StepRow> steps;  ///< the earliest first
};

/// A waiver as it came with an audit (docs/waivers.md).
struct SavedWaiver {
  std::string id;
  std::string rule;
  std::string authority;
  std::string reason;
  std::string from;  ///< may be empty, as `expires`
  std::string expires;
  std::string state;  ///< as Waiver::state
};

/// An edition of an evidence pack that was made.
struct PackRow {
  std::int64_t log = 0;  ///< its entry
  std::string at;
  std::string actor;
  std::string edition;  ///< "redacted" · "sealed"
  std::string content;  ///< the hash of its content
  std::string worker;   ///< pseudonym; empty: the whole case
};

/// One agency over time.
struct CaseHistory {
  AgencyRow agency;
  std::string head;
  std::vector<AuditRow> audits;      ///< the earliest first
  std::vector<FindingRow> findings;  ///< as they stand, unresolved ones first
  std::vector<PackRow> packs;
};

/// One audit as it was saved.
struct SavedAudit {
  AuditRow audit;
  std::vector<std::pair<std::string, std::uint64_t>> verdicts;  ///< subjects by verdict
  std::vector<FindingRow> findings;
  std::vector<SavedWaiver> waivers;
  std::string document_sha256{};  ///< of the results document as it is kept now
};

}  // namespace periksa::results
