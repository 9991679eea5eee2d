// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "auditor/forms/mapping.h"
#include "auditor/forms/row_store.h"
#include "auditor/forms/table_names.h"
#include "auditor/intake/problems.h"

namespace periksa::forms {

/// A column that is read.
struct PlannedColumn {
  std::uint32_t column = 1;
  ColumnMeaning meaning;
  std::string_view key{};  ///< in tables of sources and completeness: the attribute it fills
  std::string heading{};
  Habits habits{};
  const Mapping::Column* mapped = nullptr;
};

/// A record that a row may hold.
struct PlannedRecord {
  SheetMeaning meaning;
  std::vector<PlannedColumn> columns;  ///< in the order of the vocabulary's fields
  const Mapping::Record* mapped = nullptr;

  const PlannedColumn* find(ColumnMeaning::Kind kind) const;
  const PlannedColumn* find(std::string_view key) const;
};

/// What is read of a sheet.
struct PlannedSheet {
  std::size_t sheet = 0;  ///< index in RowStore::kept; its part is one more
  std::size_t first = 0;  ///< index of the first row behind the headings
  std::vector<PlannedRecord> records;

  std::uint16_t part() const { return static_cast<std::uint16_t>(sheet + 1); }
};

/// Finds out what each sheet and each column holds. What has no meaning is kept out and told as a
/// warning; what has two, or none where there must be one, is an error, as is a text of a column
/// that is read which no filing can hold: longer than `text_cap`, or with control characters.
class SheetPlanner {
 public:
  SheetPlanner(const RowStore& store, const facts::Vocabulary& vocabulary, const TableNames& names,
               const Mapping* mapping, std::size_t text_cap, intake::Problems& problems);

  std::vector<PlannedSheet> plan();

 private:
  using Cells = std::vector<sheets::Cell>;

  void plan_sheet(std::size_t index);
  void check_mapped_sheets();
  void plan_mapped(std::size_t index, const Mapping::Sheet& mapped);
  std::optional<std::size_t> row_numbered(std::size_t index, std::uint32_t number) const;
  ColumnMeaning meaning_of(const SheetMeaning& sheet, const std::string& heading,
                           std::string_view& key) const;
  void add_column(PlannedRecord& record, std::size_t index, std::uint32_t row,
                  const sheets::Cell& cell);
  bool repeats(const PlannedRecord& record, const PlannedColumn& column, facts::Spot at);
  PlannedRecord plan_record(std::size_t index, const Mapping::Record& mapped, std::uint32_t row,
                            const Cells& headings, std::vector<bool>& placed);
  const sheets::Cell* find_heading(std::size_t index, std::uint32_t row, const Cells& headings,
                                   std::string_view wanted);
  void forget_empty(PlannedSheet& sheet) const;
  void check_text(facts::Spot at, const sheets::Cell& cell) const;
  void check_merged(const PlannedSheet& sheet);
  void prove_dates();
  void prove_dates(PlannedSheet& sheet) const;
  facts::Spot spot(std::size_t index, std::uint32_t row, std::uint32_t column) const;
  Bilingual name_of(const SheetMeaning& meaning) const;

  const RowStore& store_;
  const facts::Vocabulary& vocabulary_;
  const TableNames& names_;
  const Mapping* mapping_;
  std::size_t text_cap_;
  intake::Problems& problems_;
  std::vector<PlannedSheet> planned_;
};

}  // namespace periksa::forms
