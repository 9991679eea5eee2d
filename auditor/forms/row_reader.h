// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "auditor/forms/element_writer.h"
#include "auditor/forms/row_store.h"
#include "auditor/forms/sheet_plan.h"

namespace periksa::forms {

/// A row of a planned sheet, opened: its cells by column, with their places. One row at a time.
class RowReader {
 public:
  explicit RowReader(const RowStore& store) : store_(store) {}

  void open(const PlannedSheet& sheet, RowRef row);

  std::uint32_t number() const { return number_; }
  const std::vector<sheets::Cell>& cells() const { return cells_; }
  const sheets::Cell* cell(std::uint32_t column) const;
  bool has_any(const PlannedRecord& record) const;
  /// The text of a column's cell without blanks around it; empty if there is none.
  std::string_view text(const PlannedColumn* column) const;
  /// The cell's place; of the row itself where there is no column.
  facts::Spot spot(const PlannedColumn* column) const;
  facts::Spot spot() const { return {number_, cells_.empty() ? 1U : cells_.front().column, part_}; }
  /// Place and raw text of a column's cell: `=` before what a formula gave, the currency that the
  /// cell's format shows before its number. Valid until the next call.
  Origin origin(const PlannedColumn& column);

  /// The template's example, or a row of totals; neither is a record.
  bool is_example() const { return forms::is_example(cells_); }
  bool is_total() const;

 private:
  const RowStore& store_;
  std::uint16_t part_ = 0;
  std::uint32_t number_ = 0;
  std::vector<sheets::Cell> cells_;
  std::string raw_;
};

/// Reads the cells of records as values of their fields.
class FieldReader {
 public:
  FieldReader(const facts::Vocabulary& vocabulary, const WrittenReader& values,
              intake::Problems& problems)
      : vocabulary_(vocabulary), values_(values), problems_(problems) {}

  Written read(const PlannedRecord& record, const PlannedColumn& column, const sheets::Cell& cell,
               facts::Spot at);

 private:
  Written read_kind(const facts::Field& field, const sheets::Cell& cell,
                    const Habits& habits) const;
  void check_currency(const PlannedColumn& column, const Written& written, facts::Spot at);

  const facts::Vocabulary& vocabulary_;
  const WrittenReader& values_;
  intake::Problems& problems_;
};

}  // namespace periksa::forms
