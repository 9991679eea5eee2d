// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "auditor/forms/sheet_filing.h"
#include "tests/forms/form_reading.h"

namespace periksa::test {

/// A filing that was read from tables: every cell by record and field ("TS 6317 worker.born_on"),
/// as its state or, where it is known, its value: "1998-03-12", "IDR 2500000", "unreadable",
/// "none". A record of a worker is named by its id in the worker's ("TS 6317/K1 custody.taken_on").
struct ReadTables {
  std::map<std::string, std::string> cells;
  std::map<std::string, std::size_t> records;  ///< by entity
  std::vector<std::string> warnings;
  std::vector<std::string> errors;  ///< in English; then there is nothing else

  /// "" where there is no such record.
  std::string at(const std::string& cell) const;
};

ReadTables read_tables(const std::filesystem::path& path, const forms::Mapping* mapping = nullptr);

/// A workbook's sheets as a folder of CSV files, each cell as `change` gives it; without hidden
/// sheets.
using ChangeCell = std::function<std::string(const std::string& sheet, std::uint32_t row,
                                             std::uint32_t column, const std::string& text)>;
void write_as_csv(const std::filesystem::path& workbook, const std::filesystem::path& folder,
                  const ChangeCell& change);

/// Every cell of a workbook with content, "Pekerja!A2" to its text; hidden sheets too.
std::map<std::string, std::string> cells_in(const std::filesystem::path& workbook);

}  // namespace periksa::test
