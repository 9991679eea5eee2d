// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "auditor/books/xlsx_book.h"
#include "auditor/forms/table_export.h"

namespace periksa::forms {

/// Writes sheets as an XLSX workbook: headings bold and frozen, days as dates of the program's own,
/// all else as texts, so that an identity number keeps its digits and `=1+1` stays what it is.
class XlsxSink : public TableSink {
 public:
  explicit XlsxSink(const std::filesystem::path& file);
  void sheet(std::size_t index, const std::string& title, const std::string& name,
             const std::vector<std::string>& headings) override;
  void row(std::size_t index, const std::vector<OutCell>& cells) override;
  /// The file takes its name; or what went wrong first.
  Result<void> finish() override;

 private:
  struct Open {
    books::XlsxBook::Sheet sheet = nullptr;
    std::uint32_t rows = 0;
    std::vector<double> widths;
  };

  books::XlsxBook book_;
  std::vector<Open> open_;
};

}  // namespace periksa::forms
