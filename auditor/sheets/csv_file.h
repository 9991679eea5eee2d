// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "auditor/base/csv_stream.h"
#include "auditor/base/diagnostic.h"
#include "auditor/sheets/sheet_rows.h"

namespace periksa::sheets {

/// Reads the bytes of one CSV file, fed in pieces, and hands out its rows. Errors have line and
/// column, but no file yet. Nothing is fed after an error.
class CsvSheetReader {
 public:
  CsvSheetReader(const Caps& caps, SheetRows& rows);

  /// `last` tells that no more comes; the piece may then be empty.
  Result<void> feed(std::string_view piece, bool last);

 private:
  std::optional<Diagnostic> check(bool last);
  Position place(std::size_t offset) const;
  void begin();
  Result<void> lines(bool last);
  Result<void> line(std::string_view bytes);
  void record(std::span<const std::string> cells);
  std::unexpected<Diagnostics> refuse(Bilingual text) const;
  std::unexpected<Diagnostics> refuse(Bilingual text, std::size_t column) const;

  const Caps& caps_;
  SheetRows& rows_;
  std::unique_ptr<CsvStream> stream_;  // none before the delimiter is known
  char delimiter_ = '\x01';  // stands nowhere in text: what separates values when nothing does
  std::string unread_;
  std::size_t checked_ = 0;     // bytes of unread_ that are known to be UTF-8
  std::uint32_t line_ = 1;      // the one that is being read
  std::size_t column_ = 0;      // bytes of that line that were read
  std::uint32_t began_ = 1;     // line of the record that is open
  std::uint32_t record_ = 0;    // number of the last record, or of the one that is open
  std::size_t open_bytes_ = 0;  // of that record
  bool open_ = false;
  std::optional<Bilingual> problem_;
};

}  // namespace periksa::sheets
