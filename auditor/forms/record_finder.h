// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "auditor/forms/row_reader.h"

namespace periksa::forms {

/// Which record of which row; a few bytes, as there are many.
struct Found {
  std::uint32_t owner = 0;   ///< ordinal of the worker whose it is
  std::uint16_t sheet = 0;   ///< index in the plan
  std::uint16_t record = 0;  ///< index in PlannedSheet::records
  RowRef row;
};

/// The rows that speak of one record: the first of them, then readings of other sources.
using RowsOfRecord = std::vector<Found>;

/// All records of a workbook, by what they are.
struct FoundRecords {
  std::vector<Found> sources;
  std::vector<Found> collections;                 ///< of shared records and of the workers
  std::vector<std::vector<RowsOfRecord>> shared;  ///< by entity, in the order of the sheets
  std::vector<RowsOfRecord> workers;              ///< by ordinal
  std::vector<Found> of_workers;                  ///< by owner, then entity
  std::vector<Found> worker_collections;          ///< by owner
};

/// Finds out which rows hold which records and whose they are. An id stands for one record: a row
/// that repeats it must name another source; a row that names no worker we know is an error.
class RecordFinder {
 public:
  RecordFinder(const RowStore& store, const std::vector<PlannedSheet>& plan,
               const facts::Vocabulary& vocabulary, intake::Problems& problems);

  FoundRecords find();

  /// One worker's records of one kind, [first, last) of `of_workers`, by id.
  std::vector<RowsOfRecord> group(std::span<const Found> rows);

  /// The id that the row gives the record, or one made of its place; empty, and told, if its cell
  /// is.
  std::string id_of(const PlannedSheet& sheet, const PlannedRecord& record, const RowReader& row);

  const PlannedSheet& sheet_of(const Found& found) const { return plan_[found.sheet]; }
  const PlannedRecord& record_of(const Found& found) const {
    return plan_[found.sheet].records[found.record];
  }
  const facts::Entity& entity_of(const PlannedRecord& record) const {
    return vocabulary_.entity(record.meaning.entity);
  }

 private:
  using Index = std::unordered_map<std::string, std::uint32_t>;

  template <class Each>
  void each_row(const Each& each);
  bool is_no_record();
  bool is_worker(const PlannedRecord& record) const;
  void add(const Found& found, std::vector<RowsOfRecord>& records, Index& index);
  void add_of_worker(Found found);
  std::optional<std::uint32_t> owner_of(const Found& found);
  void add_collection(Found found);
  bool is_other_reading(const RowsOfRecord& known, const Found& found, const std::string& id);

  const RowStore& store_;
  const std::vector<PlannedSheet>& plan_;
  const facts::Vocabulary& vocabulary_;
  intake::Problems& problems_;
  RowReader row_;
  RowReader other_;
  FoundRecords found_;
  Index workers_;
  std::set<std::uint64_t> left_out_;
  std::size_t examples_ = 0;
  facts::Spot first_example_;
};

}  // namespace periksa::forms
