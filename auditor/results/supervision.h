// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "auditor/base/bilingual.h"
#include "auditor/results/amount.h"

/// What a case store tells of agencies, their audits and findings (docs/store.md): everything shown
/// of a store is a function of these. None of it is private: workers go by the pseudonyms they had
/// in the audit that saw them last.
namespace periksa::results {

/// Where a finding of an audit stands in supervision.
struct CaseMark {
  std::int64_t number = 0;  ///< of the finding in the store
  std::string state;        ///< as FindingRow::state
  std::string due;          ///< the day by which it is to be put right; empty where none was set
};

/// What a store says of an audit that was saved in it; told in its reports.
struct StoreMark {
  std::string head;                       ///< of the log, with this audit
  std::map<std::string, CaseMark> cases;  ///< by Finding::fingerprint
};

/// An agency and what is unresolved of it: what a supervisor looks at first.
struct AgencyRow {
  std::int64_t id = 0;
  std::string name;  ///< as in its first filing; may be empty
  std::string nib;
  bool fictitious = false;
  std::uint64_t audits = 0;
  std::string as_of;           ///< of the latest audit
  std::uint64_t workers = 0;   ///< in its filing
  std::uint64_t breaches = 0;  ///< unresolved, verdict `breach`
  std::uint64_t suspected = 0;
  std::uint64_t open = 0;      ///< unresolved, cannot be assessed yet
  std::uint64_t reopened = 0;  ///< among the unresolved
  std::uint64_t resolved = 0;
  std::uint64_t affected = 0;    ///< workers with an unresolved breach or suspicion
  std::uint64_t overdue = 0;     ///< unresolved, with a day that has passed
  std::vector<Amount> refund{};  ///< of the latest audit
};

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
  std::string results_sha256;  ///< of the results document, where it was kept
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
  std::int64_t id = 0;
  std::string agency;
  std::string nib;
  Bilingual title;
  std::string cite;
  std::string state;
  std::string due;
  std::string worker;  ///< pseudonym; empty for the agency's own
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

/// How many findings of an article came up, came back and were resolved, by quarter of the as-of
/// days ("2026-Q1").
struct TrendRow {
  std::string cite;
  std::string quarter;
  std::uint64_t fresh = 0;
  std::uint64_t reopened = 0;
  std::uint64_t resolved = 0;
};

/// A number that filings of several agencies share; the number itself is not known to the store.
struct MatchRow {
  struct Place {
    std::string agency;
    std::string file;
    std::string worker;  ///< pseudonym; empty for the agency's own
    std::string as_of;
  };
  std::string kind;  ///< "nik" · "passport" · "account" · "certificate" · "recruiter"
  std::vector<Place> places;
};

/// Agencies beside each other.
struct Supervision {
  std::string as_of;  ///< the day that what is overdue is counted to
  std::string head;   ///< of the log
  std::int64_t entries = 0;
  std::vector<AgencyRow> agencies;  ///< most to do first
  std::vector<TrendRow> trends;     ///< by article and quarter
  std::vector<MatchRow> matches;
};

/// One agency over time.
struct CaseHistory {
  AgencyRow agency;
  std::string head;
  std::vector<AuditRow> audits;      ///< the earliest first
  std::vector<FindingRow> findings;  ///< as they stand, unresolved ones first
};

/// One audit as it was saved.
struct SavedAudit {
  AuditRow audit;
  std::vector<FindingRow> findings;
};

/// What is kept of people.
struct RetentionRow {
  std::int64_t audit = 0;
  std::string agency;
  std::string at;
  std::uint64_t workers = 0;  ///< of whom numbers or facts are kept
  std::uint64_t numbers = 0;
  bool facts = false;
  std::uint64_t forgotten = 0;
};
struct BackupRow {
  std::string file;
  std::string at;
  std::uint64_t forgotten_since = 0;  ///< rows of people that are gone here and may be there
};
struct Retention {
  std::vector<RetentionRow> audits;
  std::vector<BackupRow> backups;
};

}  // namespace periksa::results
