// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "reports/paper.h"
#include "reports/wording.h"

namespace periksa::reports {

/// One of the tables that `rules/papers.xml` declares, looked up by record, by worker and by the
/// name of a field. A table that is not there, or lacks a field, knows nothing of it. Refers to the
/// wording, which must outlive it.
class QuotedTable {
 public:
  using Row = results::Table::Row;

  QuotedTable(const Wording& wording, std::string_view id);

  const std::vector<Row>& rows() const { return table_->rows; }
  std::string title() const { return wording_->text(table_->title); }

  /// Null if there is none.
  const Row* of_record(const std::string& record) const;
  /// In the order of the table; the agency's own stand under "".
  const std::map<std::string_view, std::vector<const Row*>>& by_worker() const { return workers_; }
  const std::vector<const Row*>& of_worker(const std::string& worker) const;

  /// The fact of a field; null where the row is null or has no such field.
  const results::Fact* fact(const Row* row, std::string_view field) const;
  bool knows(const Row* row, std::string_view field) const;
  /// In words; empty where it is not known.
  std::string cell(const Row* row, std::string_view field) const;

  /// All columns of a row, one below the other.
  PaperFields fields(const Row& row) const;
  /// The whole table as it is.
  PaperTable whole() const;

 private:
  std::string shown(std::size_t fact) const;

  const Wording* wording_;
  const results::Table* table_;
  std::map<std::string_view, const Row*> records_;
  std::map<std::string_view, std::vector<const Row*>> workers_;
};

}  // namespace periksa::reports
