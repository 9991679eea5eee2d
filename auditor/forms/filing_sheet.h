// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>

#include "auditor/facts/filing.h"
#include "auditor/forms/row_reader.h"

namespace periksa::forms {

/// Reads what a filing says of itself: a name and its value a row, beside what a mapping says.
class FilingSheet {
 public:
  FilingSheet(const TableNames& names, const Mapping* mapping, intake::Problems& problems);

  void row(const RowReader& row);
  /// Its first source is the filer's declaration. What is missing is told.
  facts::FilingHeader finish();

 private:
  struct Stated {
    std::string text;
    facts::Spot at;
  };

  const Stated* find(const std::string& key) const;
  void read_closing(facts::FilingHeader& header);

  const TableNames& names_;
  intake::Problems& problems_;
  std::map<std::string, Stated> stated_;
  bool seen_ = false;
  facts::Spot closing_at_{};  ///< where the day would stand
};

/// Writes rows of the tables of sources and of completeness as elements.
class TableRows {
 public:
  TableRows(const facts::Vocabulary& vocabulary, const TableNames& names,
            const WrittenReader& values)
      : vocabulary_(vocabulary), names_(names), values_(values) {}

  void write(const PlannedRecord& record, RowReader& row, std::string_view element,
             ElementWriter& writer) const;

 private:
  /// As a filing writes it; words that say nothing we know stay as they are, and the binder tells
  /// what is wrong with them.
  std::string canonical(std::string_view key, std::string_view text) const;
  std::string document(std::string_view text) const;

  const facts::Vocabulary& vocabulary_;
  const TableNames& names_;
  const WrittenReader& values_;
};

/// `perusahaan`, `worker` … as a filing names who asserts.
std::optional<facts::Asserter> read_asserter(std::string_view text);

}  // namespace periksa::forms
