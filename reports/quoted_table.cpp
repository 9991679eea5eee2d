// SPDX-License-Identifier: Apache-2.0
#include "reports/quoted_table.h"

#include <algorithm>

namespace periksa::reports {

using results::Table;

QuotedTable::QuotedTable(const Wording& wording, std::string_view id) : wording_(&wording) {
  static const Table kNone;
  const auto& tables = wording.results().tables;
  const auto at = std::ranges::find(tables, id, &Table::id);
  table_ = at == tables.end() ? &kNone : &*at;
  for (const Row& row : table_->rows) {
    records_.emplace(row.record, &row);
    workers_[row.worker].push_back(&row);
  }
}

const QuotedTable::Row* QuotedTable::of_record(const std::string& record) const {
  const auto at = records_.find(record);
  return at == records_.end() ? nullptr : at->second;
}

const std::vector<const QuotedTable::Row*>& QuotedTable::of_worker(
    const std::string& worker) const {
  static const std::vector<const Row*> kNone;
  const auto at = workers_.find(worker);
  return at == workers_.end() ? kNone : at->second;
}

const results::Fact* QuotedTable::fact(const Row* row, std::string_view field) const {
  if (row == nullptr) return nullptr;
  for (const std::size_t index : row->facts) {
    const results::Fact& fact = wording_->results().facts[index];
    if (fact.field == field) return &fact;
  }
  return nullptr;
}

bool QuotedTable::knows(const Row* row, std::string_view field) const {
  const results::Fact* const found = fact(row, field);
  return found != nullptr && found->state == "known";
}

std::string QuotedTable::cell(const Row* row, std::string_view field) const {
  const results::Fact* const found = fact(row, field);
  if (found == nullptr) return {};
  return shown(static_cast<std::size_t>(found - wording_->results().facts.data()));
}

std::string QuotedTable::shown(std::size_t fact) const {
  const FactWords words = wording_->fact(fact);
  return words.known ? words.value : std::string{};
}

PaperFields QuotedTable::fields(const Row& row) const {
  PaperFields out;
  for (std::size_t i = 0; i < table_->columns.size(); ++i)
    out.rows.emplace_back(wording_->text(table_->columns[i]), shown(row.facts[i]));
  return out;
}

PaperTable QuotedTable::whole() const {
  PaperTable out;
  out.name = out.caption = title();
  for (const auto& column : table_->columns) out.columns.push_back({wording_->text(column), 1});
  for (const Row& row : table_->rows) {
    PaperRow& cells = out.rows.emplace_back();
    for (const std::size_t fact : row.facts) cells.emplace_back(shown(fact));
  }
  return out;
}

}  // namespace periksa::reports
