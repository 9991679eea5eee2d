// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "auditor/sheets/sheets.h"

namespace periksa::test {

/// Writes down all that is handed out, a line a cell:
///
///     == Pekerja (book.xlsx) hidden
///     C3 number 2500000 Rp formula
///     merged A1:H1
///
/// Line ends inside a text are written as \n. It also requires what Handler promises: ascending
/// rows and columns, no row without content.
class Seen final : public sheets::Handler {
 public:
  void sheet(const sheets::Sheet& sheet) override;
  void row(const sheets::Row& row) override;
  void end(std::span<const sheets::Area> merged) override;

  const std::string& text() const { return text_; }

 private:
  std::string text_;
  std::uint32_t last_row_ = 0;
  bool open_ = false;
};

/// What is seen in a workbook, or "refused: " and what is told in English.
std::string seen_in(const std::filesystem::path& path, const sheets::Caps& caps = {});

}  // namespace periksa::test
