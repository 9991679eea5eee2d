// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

/// What a case store keeps of people (docs/store.md), and where what was forgotten may still be.
namespace periksa::results {

/// Of the people in one audit.
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
/// Words that somebody recorded, of which nobody knows whom they name.
struct NoteRow {
  std::int64_t log = 0;  ///< its entry
  std::string at;
  std::string actor;
  std::string what;    ///< what somebody did, as StepRow::what
  std::string agency;  ///< of the findings
};
struct Retention {
  std::vector<RetentionRow> audits;
  std::vector<NoteRow> notes;
  std::vector<BackupRow> backups;
};

}  // namespace periksa::results
