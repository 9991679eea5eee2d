// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "auditor/forms/row_store.h"
#include "auditor/forms/table_names.h"

namespace periksa::forms {

/// A heading, and what it may mean.
struct GuessedColumn {
  struct Choice {
    facts::EntityId entity = 0;
    std::string field;  ///< as a mapping names it
  };
  std::uint32_t column = 1;
  std::string heading;
  std::vector<Choice> choices;  ///< one: certain; none: nobody knows
};

/// A record that rows of the sheet hold, and the columns that certainly are its own.
struct GuessedRecord {
  facts::EntityId entity = 0;
  std::vector<GuessedColumn> columns;
};

/// What a sheet seems to hold.
struct GuessedSheet {
  std::uint32_t heading_row = 0;          ///< 0: none was found
  std::size_t first = 0;                  ///< index of the row behind it
  std::vector<facts::EntityId> could_be;  ///< where several fit equally well; no record then
  std::vector<GuessedRecord> records;     ///< first the one that most headings speak of
  std::vector<GuessedColumn> open;        ///< those that may mean several things or nothing
};

/// Finds the row of headings and the entity they fit best: a heading counts the more, the fewer
/// entities know it. A row of a worker may hold further records of that worker: such a column is
/// placed where only one entity knows its name.
GuessedSheet guess_sheet(const KeptSheet& kept, const RowStore& store,
                         const facts::Vocabulary& vocabulary, const TableNames& names);

}  // namespace periksa::forms
