// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "auditor/base/file.h"
#include "auditor/forms/table_export.h"

namespace periksa::forms {

/// Writes each sheet as a CSV file of a folder: UTF-8, commas, lines ended by a line feed. The
/// files take their names only when all of them are whole. A value that a spreadsheet program would
/// take for a formula is guarded by an apostrophe, which reading takes off again.
class CsvSink : public TableSink {
 public:
  explicit CsvSink(std::filesystem::path folder);
  void sheet(std::size_t index, const std::string& title, const std::string& name,
             const std::vector<std::string>& headings) override;
  void row(std::size_t index, const std::vector<OutCell>& cells) override;
  /// What went wrong first, if anything.
  Result<void> finish() override;

 private:
  void write(AtomicFile& file, const std::vector<OutCell>& cells);

  std::filesystem::path folder_;
  std::vector<std::optional<AtomicFile>> files_;
  Diagnostics problems_;
};

}  // namespace periksa::forms
