// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "auditor/base/date.h"
#include "auditor/base/diagnostic.h"
#include "auditor/documents/paper.h"
#include "auditor/facts/source.h"
#include "auditor/facts/vocabulary.h"

namespace periksa::documents {

/// The columns of an index.
enum class Column : std::uint8_t {
  file,
  source,
  worker,
  entity,
  record,
  document,
  asserter,
  dated,
  note
};
inline constexpr std::size_t kColumns = 9;

/// One row: a file, and the source or the record that it is the paper of. Texts are without the
/// blanks around them.
struct IndexRow {
  std::uint32_t number = 0;  ///< as a spreadsheet program shows it
  std::string file;          ///< a name to compare with, never part of a path
  std::string source;        ///< id of a source of the filing; empty where a record is named
  std::string worker;        ///< id of the worker whose record it is; empty for shared records
  facts::EntityId entity = 0;
  std::string record;    ///< empty for the worker's own record and for the only one of its kind
  std::string document;  ///< code of document_kind; may be empty of a source
  std::optional<facts::Asserter> asserter;
  std::optional<Date> dated;
};

/// The table that ties files to what a filing says.
struct Index {
  std::string file;  ///< base name
  std::string sha256;
  std::string sheet;  ///< empty of a CSV file
  std::vector<IndexRow> rows;
  std::array<std::uint32_t, kColumns> columns{};  ///< from 1; 0: there is none
  Diagnostics warnings;                           ///< columns that are not read

  /// "indeks.csv B4"; of a column that is not there the first cell of the row.
  Position at(const IndexRow& row, Column column) const;
};

/// Whether a name of the listing is an index's: `indeks` or `index`, `.csv`, `.xlsx` or `.ods`.
bool is_index_name(std::string_view name);

/// Reads the index and holds its words against the vocabulary. Errors name the cell.
Result<Index> read_index(const std::filesystem::path& path, const facts::Vocabulary& vocabulary,
                         const Caps& caps);

}  // namespace periksa::documents
