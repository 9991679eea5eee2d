// SPDX-License-Identifier: Apache-2.0
#include "auditor/store/migrations.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <map>

#include "auditor/store/fault.h"
#include "auditor/store/ledger.h"
#include "auditor/store/prior.h"
#include "auditor/store/sqlite.h"
#include "auditor/store/steps.h"

namespace periksa::store {
namespace {

/// Audits and what they saw. Tables with a column `log`, and those that hang on an audit, are the
/// ledger: rows are added and never changed. `standing` is derived from it; `private`, `document`
/// and `match` can be forgotten, and `commitment` remembers what they were. `results_sha256` stays
/// empty now: values could be tried out on it.
constexpr const char* kFirst = R"(
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE log (
  seq INTEGER PRIMARY KEY,
  salt BLOB NOT NULL,
  digest BLOB NOT NULL,
  previous BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;

CREATE TABLE entry (
  log INTEGER PRIMARY KEY REFERENCES log DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL
) STRICT;

CREATE TABLE agency (
  id INTEGER PRIMARY KEY,
  log INTEGER NOT NULL REFERENCES log DEFERRABLE INITIALLY DEFERRED,
  known_by TEXT NOT NULL UNIQUE,
  nib TEXT,
  name TEXT
) STRICT;

CREATE TABLE rule (
  id INTEGER PRIMARY KEY,
  log INTEGER NOT NULL REFERENCES log DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL,
  title_id TEXT NOT NULL,
  title_en TEXT NOT NULL,
  UNIQUE (code, title_id, title_en)
) STRICT;

CREATE TABLE provision (
  id INTEGER PRIMARY KEY,
  log INTEGER NOT NULL REFERENCES log DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL UNIQUE,
  instrument TEXT NOT NULL,
  cite TEXT NOT NULL
) STRICT;

CREATE TABLE filing (
  id INTEGER PRIMARY KEY,
  log INTEGER NOT NULL REFERENCES log DEFERRABLE INITIALLY DEFERRED,
  agency INTEGER NOT NULL REFERENCES agency,
  sha256 TEXT NOT NULL,
  file TEXT NOT NULL,
  closing TEXT,
  fictitious INTEGER NOT NULL,
  workers INTEGER NOT NULL,
  UNIQUE (agency, sha256)
) STRICT;

CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  log INTEGER NOT NULL UNIQUE REFERENCES log DEFERRABLE INITIALLY DEFERRED,
  filing INTEGER NOT NULL REFERENCES filing,
  as_of TEXT NOT NULL,
  engine TEXT NOT NULL,
  rules_version TEXT NOT NULL,
  manifest TEXT NOT NULL,
  official INTEGER NOT NULL,
  complete INTEGER NOT NULL,
  exit_code INTEGER NOT NULL,
  affected INTEGER NOT NULL,
  open INTEGER NOT NULL,
  results_sha256 TEXT NOT NULL
) STRICT;
CREATE INDEX audit_of_filing ON audit (filing);

CREATE TABLE audit_verdict (
  audit INTEGER NOT NULL REFERENCES audit,
  verdict TEXT NOT NULL,
  subjects INTEGER NOT NULL,
  PRIMARY KEY (audit, verdict)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_refund (
  audit INTEGER NOT NULL REFERENCES audit,
  currency TEXT NOT NULL,
  low INTEGER NOT NULL,
  high INTEGER,
  PRIMARY KEY (audit, currency)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_rule (
  audit INTEGER NOT NULL REFERENCES audit,
  rule TEXT NOT NULL,
  subjects INTEGER NOT NULL,
  PRIMARY KEY (audit, rule)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding (
  id INTEGER PRIMARY KEY,
  log INTEGER NOT NULL REFERENCES log DEFERRABLE INITIALLY DEFERRED,
  agency INTEGER NOT NULL REFERENCES agency,
  mark BLOB NOT NULL,
  rule INTEGER NOT NULL REFERENCES rule,
  worker BLOB,
  UNIQUE (agency, mark)
) STRICT;
CREATE INDEX finding_of_log ON finding (log);

CREATE TABLE sighting (
  audit INTEGER NOT NULL REFERENCES audit,
  finding INTEGER NOT NULL REFERENCES finding,
  shift TEXT NOT NULL,
  verdict TEXT,
  original TEXT,
  severity TEXT,
  provision INTEGER REFERENCES provision,
  day TEXT,
  subject TEXT,
  worker TEXT,
  evidence BLOB,
  currency TEXT,
  low INTEGER,
  high INTEGER,
  PRIMARY KEY (audit, finding)
) STRICT, WITHOUT ROWID;
CREATE INDEX sighting_of_finding ON sighting (finding, audit);

CREATE TABLE standing (
  finding INTEGER PRIMARY KEY REFERENCES finding,
  state TEXT NOT NULL,
  since INTEGER NOT NULL REFERENCES log DEFERRABLE INITIALLY DEFERRED,
  seen INTEGER NOT NULL REFERENCES audit,
  due TEXT
) STRICT;

CREATE TABLE commitment (
  id INTEGER PRIMARY KEY,
  log INTEGER NOT NULL REFERENCES log DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  place INTEGER NOT NULL,
  digest BLOB NOT NULL
) STRICT;
CREATE INDEX commitment_of_log ON commitment (log);

CREATE TABLE private (
  commitment INTEGER PRIMARY KEY REFERENCES commitment,
  salt BLOB NOT NULL,
  body BLOB NOT NULL
) STRICT;

CREATE TABLE match (
  kind TEXT NOT NULL,
  mac BLOB NOT NULL,
  commitment INTEGER NOT NULL REFERENCES commitment,
  PRIMARY KEY (kind, mac, commitment)
) STRICT, WITHOUT ROWID;
CREATE INDEX match_of_commitment ON match (commitment);

CREATE TABLE backup (
  log INTEGER PRIMARY KEY REFERENCES log DEFERRABLE INITIALLY DEFERRED,
  file TEXT NOT NULL
) STRICT;

CREATE TABLE forgotten (
  commitment INTEGER PRIMARY KEY REFERENCES commitment,
  log INTEGER NOT NULL REFERENCES log DEFERRABLE INITIALLY DEFERRED
) STRICT;
)";

/// What is done about findings, the packs that were made, and the waivers that came with an audit.
constexpr const char* kSecond = R"(
CREATE TABLE action (
  id INTEGER PRIMARY KEY,
  log INTEGER NOT NULL REFERENCES log DEFERRABLE INITIALLY DEFERRED,
  finding INTEGER NOT NULL REFERENCES finding,
  kind TEXT NOT NULL,
  day TEXT NOT NULL,
  due TEXT,
  reference TEXT,
  document TEXT,
  sha256 TEXT,
  note INTEGER REFERENCES commitment
) STRICT;
CREATE INDEX action_of_finding ON action (finding);
CREATE INDEX action_of_log ON action (log);
CREATE INDEX standing_by_due ON standing (due) WHERE due IS NOT NULL;

CREATE TABLE pack (
  id INTEGER PRIMARY KEY,
  log INTEGER NOT NULL REFERENCES log DEFERRABLE INITIALLY DEFERRED,
  agency INTEGER REFERENCES agency,
  edition TEXT NOT NULL,
  content TEXT NOT NULL,
  worker TEXT
) STRICT;
CREATE INDEX pack_of_log ON pack (log);

CREATE INDEX agency_of_log ON agency (log);
CREATE INDEX filing_of_log ON filing (log);
CREATE INDEX rule_of_log ON rule (log);
CREATE INDEX provision_of_log ON provision (log);
CREATE INDEX forgotten_of_log ON forgotten (log);

CREATE TABLE audit_waiver (
  audit INTEGER NOT NULL REFERENCES audit,
  place INTEGER NOT NULL,
  waiver TEXT NOT NULL,
  rule TEXT NOT NULL,
  authority TEXT NOT NULL,
  reason TEXT NOT NULL,
  from_day TEXT,
  expires TEXT,
  state TEXT NOT NULL,
  PRIMARY KEY (audit, place)
) STRICT, WITHOUT ROWID;
)";

/// Keyed numbers in the order of the rows they came with: an index in the order of the numbers,
/// which fall anywhere, would be written over and over. A document can be put in the place of
/// another one; it then names its audit.
constexpr const char* kThird = R"(
CREATE TEMPORARY TABLE kept AS SELECT commitment, kind, mac FROM match;
DROP TABLE match;
CREATE TABLE match (
  commitment INTEGER NOT NULL REFERENCES commitment,
  kind TEXT NOT NULL,
  mac BLOB NOT NULL,
  PRIMARY KEY (commitment, kind, mac)
) STRICT, WITHOUT ROWID;
INSERT INTO match SELECT commitment, kind, mac FROM kept ORDER BY commitment, kind, mac;
DROP TABLE kept;
CREATE INDEX commitment_of_document ON commitment (place) WHERE kind = 'document';
)";

constexpr std::array kSteps{kFirst, kSecond, kThird};

/// Kind and name of each part of the schema, and how it was declared.
std::map<std::string, std::string> parts_of(Connection& connection) {
  std::map<std::string, std::string> parts;
  connection.query("SELECT type, name, tbl_name, sql FROM sqlite_schema", {}, [&](const Row& row) {
    parts[row.text(0) + ' ' + row.text(1)] = row.text(2) + ' ' + row.text(3);
  });
  return parts;
}

}  // namespace

int newest_version() {
  return static_cast<int>(kSteps.size());
}

int version_of(Connection& connection) {
  return static_cast<int>(connection.number("PRAGMA user_version"));
}

void migrate(Connection& connection, int version) {
  for (int at = version_of(connection); at < version; ++at) {
    connection.script(kSteps[static_cast<std::size_t>(at)]);
    connection.script(fmt::format("PRAGMA user_version={}", at + 1));
  }
  guard_ledger(connection);
  // What is derived follows from the rows by the rules of this program.
  for (const auto& [finding, standing] : standings_by_steps(connection))
    write_standing(connection, finding, standing);
}

std::vector<std::string> schema_faults(Connection& connection) {
  const auto fresh = sqlite_in_memory();
  migrate(*fresh, version_of(connection));
  const auto own = parts_of(*fresh);
  const auto found = parts_of(connection);
  std::vector<std::string> faults;
  for (const auto& [name, text] : own) {
    const auto at = found.find(name);
    if (at == found.end())
      faults.push_back(name + " −");
    else if (at->second != text)
      faults.push_back(name + " ≠");
  }
  for (const auto& [name, text] : found) {
    if (!own.contains(name)) faults.push_back(name + " +");
  }
  return faults;
}

void require_own_schema(Connection& connection) {
  const auto faults = schema_faults(connection);
  if (!faults.empty()) throw Fault(Fault::Kind::broken, fmt::format("{}", fmt::join(faults, ", ")));
}

void require_newest(Connection& connection) {
  const int version = version_of(connection);
  if (version == newest_version()) return;
  throw Fault(version < newest_version() ? Fault::Kind::older : Fault::Kind::newer,
              fmt::format("v{}, v{}", version, newest_version()));
}

}  // namespace periksa::store
