// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "auditor/sheets/row_scanner.h"
#include "auditor/sheets/xlsx_rows.h"
#include "auditor/sheets/xml_part.h"

namespace periksa::sheets {

/// Reads the part of one worksheet from its XML events.
class XlsxSheetReader final : public PartReader {
 public:
  XlsxSheetReader(const Caps& caps, XlsxRows& rows);

  /// The element whose children are the rows.
  static const std::uint8_t kRowsIn;

  void start(std::uint8_t element, const Attributes& attributes) override;
  void end(std::uint8_t element) override;
  void text(std::uint8_t element, std::string_view piece) override;

 private:
  void pass_on();

  const Caps& caps_;
  XlsxRows& rows_;
  std::string text_;
};

/// Feeds a worksheet: rows written as nearly all programs write them go straight to the scanner,
/// everything else to the XML parser, which sees a worksheet without those rows. That is sound, as
/// a row is only taken out where the parser rests between the children of <sheetData>, and as a
/// row the scanner takes is well-formed by itself.
class XlsxSheetPart final : public PartSink {
 public:
  XlsxSheetPart(std::string name, const Caps& caps, XlsxRows& rows);

  char* room(std::size_t size) override;
  bool filled(std::size_t size, bool last) override;
  const Diagnostic& problem() const override;

  /// Whether the part was refused at a line and column that count without the rows taken out; the
  /// parser alone then tells the right ones.
  bool misplaced() const { return taken_ && !rows_.problem(); }

 private:
  enum class Done : std::uint8_t { go_on, wait, refused };

  Done begin(std::string_view rest, bool last);
  Done row(std::string_view rest, bool last);
  Done between(std::string_view rest);
  Done feed(std::string_view bytes);
  Done feed_through(std::string_view rest, std::string_view mark);

  const Caps& caps_;
  XlsxRows& rows_;
  XlsxSheetReader reader_;
  XmlPart xml_;
  RowScanner scanner_;
  std::string buffer_;
  std::size_t begin_ = 0;  // of what was not consumed
  std::size_t end_ = 0;
  bool begun_ = false;  // <sheetData> was seen
  bool taken_ = false;  // by the scanner
};

}  // namespace periksa::sheets
