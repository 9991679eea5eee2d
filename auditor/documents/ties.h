// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "auditor/documents/folder.h"
#include "auditor/intake/filing_reader.h"

namespace periksa::documents {

/// A record that a row of the index names.
struct TiedRecord {
  facts::EntityId entity = 0;
  std::optional<std::uint32_t> worker;  ///< ordinal of whose it is; none of shared records
  std::uint32_t row = 0;                ///< in its table: of the filing, or of the one worker
  std::string id;                       ///< as filed
};

/// Ties what one reading of a filing says to the files of a folder (docs/documents.md):
/// - a source whose file is there rests on it, with its hash;
/// - a source whose stated hash nobody can confirm loses it;
/// - a record's own word rests on the file that the index names for it.
/// The index is held against the filing: what it names has to be there.
class Ties {
 public:
  /// Both outlive this.
  Ties(const Folder& folder, const facts::Vocabulary& vocabulary);

  /// Puts itself before what the reading calls; outlives the reading.
  void join(intake::ReadOptions& options, intake::OnShared& on_shared, intake::OnWorker& on_worker);

  /// After the reading: what the index names and the filing has not, by row; empty if all is well.
  Diagnostics finish();

  // What came of it, when `finish` has told of nothing.

  const Folder& folder() const { return folder_; }
  const Diagnostics& warnings() const { return warnings_; }
  /// Of the file of that number, by id and by record; also where it is missing.
  const std::vector<std::string>& sources_of(std::size_t number) const { return sources_[number]; }
  const std::vector<TiedRecord>& records_of(std::size_t number) const { return records_[number]; }
  /// Whether anything rests on it.
  bool is_tied(std::size_t number) const { return tied_[number]; }
  /// Sources whose stated hash is not that of the file the index names, or of no file at all.
  const std::vector<std::string>& differing() const { return differing_; }
  const std::vector<std::string>& unfound() const { return unfound_; }
  /// The number of the file that a source rests on.
  std::optional<std::size_t> file_of(std::string_view source_id) const;

 private:
  using RowIndex = std::size_t;

  void source(facts::Source& source);
  void tie_by_index(facts::Source& source, RowIndex row);
  void shared(intake::Filing& filing);
  void worker(std::uint32_t ordinal, facts::Facts& worker);
  void check_sources(const intake::Filing& filing);
  void make_sources(intake::Filing& filing);
  std::uint32_t own_word(const facts::FilingHeader& header, const IndexRow& row) const;
  void tie_shared_records(intake::Filing& filing);
  void tie_record(facts::Facts& facts, RowIndex row, std::optional<std::uint32_t> worker);
  void rest_on(facts::Facts& facts, facts::EntityId entity, std::uint32_t row, std::uint32_t own,
               std::uint32_t source) const;
  void tied(std::size_t number, facts::Source& source);
  void error(RowIndex row, Column column, Bilingual text);

  /// The source made for a row of a record, and whose own word it takes the place of.
  struct Made {
    std::uint32_t own = 0;
    std::uint32_t source = 0;  ///< 0: none was made, the record stays the filer's word
  };

  const Folder& folder_;
  const facts::Vocabulary& vocabulary_;
  std::map<std::string, RowIndex, std::less<>> by_source_;
  std::unordered_map<std::string, std::vector<RowIndex>> by_worker_;
  std::map<std::string, std::size_t> by_hash_;
  std::vector<bool> found_;                        // by row: the filing has what it names
  std::vector<Made> made_;                         // by row
  std::vector<std::vector<std::string>> sources_;  // by number of the file, as the next two
  std::vector<std::vector<TiedRecord>> records_;
  std::vector<bool> tied_;
  std::map<std::string, std::size_t, std::less<>> files_;  // by id of a source that is tied
  std::vector<std::string> differing_;
  std::vector<std::string> unfound_;
  std::map<RowIndex, Diagnostic> errors_;  // the first of each row
  Diagnostics warnings_;
  std::mutex mutex_;                     // guards all above while workers are read
  std::vector<std::string> worker_ids_;  // for the nearest name; empty where there are too many
  bool too_many_workers_ = false;
};

}  // namespace periksa::documents
