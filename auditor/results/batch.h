// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "auditor/base/diagnostic.h"
#include "auditor/results/results.h"

/// The summary of several filings audited in one run: what each came to, totals that add up, and
/// what shows only across filings. It is to the run what Results is to a filing: everything shown
/// of the run is a function of it (docs/many-filings.md, docs/summary.schema.json).
namespace periksa::results {

/// Why a filing has no results. What a message quotes from the file is masked; the whole text
/// stands in Batch::secrets under `secret` + "/id" and "/en", if there is anything to mask.
struct Refusal {
  std::uint64_t reasons = 0;  // how many were told
  Position at;                // of the first
  Bilingual first;
  std::string secret;
  bool operator==(const Refusal&) const = default;
};

/// A duty that shows why a filing is to be looked at.
struct Lead {
  Bilingual title;
  std::string cite;            // "UU 18/2017 Pasal 30 ayat (1)", may be empty
  std::uint64_t findings = 0;  // breaches of it
  bool operator==(const Lead&) const = default;
};

/// One filing of the run: assessed, or refused.
struct BatchEntry {
  std::string file;                // base name; with folders in front where several have the same
  std::string document;            // what its own documents are called, without an ending
  int exit_code = 0;               // what an audit of it alone gives
  std::optional<Refusal> refused;  // what follows is empty if it was
  std::string sha256;
  bool fictitious = false;
  std::string agency;  // name as filed, may be empty
  std::string agency_nib;
  std::string as_of;
  std::uint64_t workers = 0;
  std::map<std::string, std::uint64_t> findings;  // verdict → findings of its document
  std::uint64_t evaluations = 0;
  std::map<std::string, std::uint64_t> verdicts;  // adds up to `evaluations`
  std::vector<Amount> refund;
  std::uint64_t workers_affected = 0;
  std::uint64_t workers_open = 0;
  std::uint64_t notices = 0;
  std::uint64_t referrals = 0;     // among the notices
  std::vector<Lead> leads{};       // of the gravest breaches, most findings first; three at most
  std::uint64_t requests = 0;      // papers to ask for
  std::vector<Bilingual> asked{};  // those that would settle most; three at most
  bool operator==(const BatchEntry&) const = default;
};

/// The entries together. `assessed` + `refused` = `filings`, as do the exit codes; every other
/// number is the sum over those assessed.
struct BatchTotals {
  std::uint64_t filings = 0;
  std::uint64_t assessed = 0;
  std::uint64_t refused = 0;
  std::uint64_t left_out = 0;  // files in searched folders that are no filings; not in `filings`
  std::uint64_t compared = 0;  // filings with another one of a different agency: only their
                               // workers' numbers are compared
  std::map<std::string, std::uint64_t> exit_codes;  // "1" → filings
  std::uint64_t workers = 0;                        // as filed: who is in two filings counts twice
  std::map<std::string, std::uint64_t> findings;
  std::uint64_t evaluations = 0;
  std::map<std::string, std::uint64_t> verdicts;  // adds up to `evaluations`
  std::vector<Amount> refund;
  std::uint64_t workers_affected = 0;
  std::uint64_t workers_open = 0;
  bool operator==(const BatchTotals&) const = default;
};

/// Where a number that several filings share stands in one of them.
struct CrossPlace {
  std::string key;  // "nik" · "passport"
  Position at;
  bool operator==(const CrossPlace&) const = default;
};

/// A worker of one filing in a notice across filings.
struct CrossSight {
  std::uint64_t filing = 0;  // index into Batch::filings
  std::string worker;        // pseudonym in that filing
  std::vector<CrossPlace> places;
  std::string departed_on;  // empty where not known
  std::string returned_on;  // empty where not known
  bool operator==(const CrossSight&) const = default;
};

/// Workers in filings of different agencies who have a number in common: a reason to look, never a
/// finding.
struct CrossNotice {
  std::string id;                              // "L0001", in the order of the document
  std::vector<std::string> keys;               // "nik" · "passport": what they have in common
  std::map<std::string, std::string> numbers;  // key → key in Batch::secrets of the number
  Truth overlap = Truth::unknown;              // whether the placements overlap in time
  Bilingual title;
  Bilingual text;
  std::vector<CrossSight> sights;  // by filing and worker; of two agencies at least
  bool operator==(const CrossNotice&) const = default;
};

/// A place as the filing's own report has it, in the words of the summary: what stands in the file
/// that the filing is called by (`own`) stands in `name`, what stands in another of its files, a
/// sheet of a folder or a part of a case, in "name/FILE".
Position placed(Position at, const std::string& own, const std::string& name);

struct BatchHeader {
  std::string engine_version;
  std::string rule_set;
  std::string rule_set_version;
  std::string manifest_sha256;
  bool official = true;
  std::vector<std::string> changed_files;
  std::string as_of;  // if one was asked for; else each filing's own closing day is its as-of day
  std::vector<std::string> only_rules;
  std::vector<std::string> skipped_rules;
  bool operator==(const BatchHeader&) const = default;
};

struct Batch {
  BatchHeader header;
  BatchTotals totals;
  std::vector<BatchEntry> filings;
  std::vector<CrossNotice> notices;
  /// The one private section, as in the results document.
  std::map<std::string, Secret> secrets;
  bool operator==(const Batch&) const = default;
};

/// What the summary keeps of a filing's results; `file` and `document` are the caller's.
BatchEntry entry_of(const Results& results);
/// The same of a filing that was refused for these reasons (not empty), of which the first is told
/// with its position; adds to `secrets` what it quotes. `file` is what the filing is called.
BatchEntry refused_entry(const Diagnostics& reasons, const std::string& file,
                         std::map<std::string, Secret>& secrets);

/// The sums over the entries; `left_out` is the caller's. An amount without an upper bound makes a
/// sum without one, and a sum above what can be told stays there.
BatchTotals totals_of(std::span<const BatchEntry> filings);

/// The exit code of the run, the first of 70, 5, 1, 2, 3, 0 that a filing has; 5 without a filing,
/// as nothing assessed is no success.
int exit_code(const Batch& batch);

}  // namespace periksa::results
