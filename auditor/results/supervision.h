// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
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
  /// Of the log, with this audit; empty where an audit like it was never saved.
  std::string head;
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
  std::vector<Amount> refund{};  ///< by the latest audit, each payment counted once
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
    auto operator<=>(const Place&) const = default;
  };
  std::string kind;  ///< "nik" · "passport" · "account" · "certificate" · "recruiter"
  std::size_t agencies = 0;
  std::vector<Place> places;  ///< by agency; of one there may be several
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

}  // namespace periksa::results
