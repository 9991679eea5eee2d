// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "auditor/sheets/xlsx_rows.h"

namespace periksa::sheets {

/// Reads rows of a worksheet that are written in the plainest way, several times faster than an XML
/// parser: no prefixed elements, namespaces, references, comments or CDATA, values in double
/// quotes, ASCII only. Whatever it takes, an XML parser would take with the same meaning;
/// everything else it declines, and tells no error of XML itself.
class RowScanner {
 public:
  explicit RowScanner(XlsxRows& rows) : rows_(rows) {}

  enum class Outcome : std::uint8_t {
    taken,
    declined,
    incomplete,  ///< the bytes end before the row does
    refused,     ///< the rows have a problem
  };
  struct Scan {
    Outcome outcome;
    std::size_t length = 0;  ///< bytes taken
  };

  /// The row that begins at the first byte; behind the last byte stands a NUL. A row that is not
  /// taken leaves no trace in the rows.
  Scan scan(std::string_view bytes);

 private:
  struct Attributes;

  bool row();
  bool cell();
  bool formula();
  bool value(std::string_view& text);
  bool inline_string(std::string_view& text);
  bool attributes(Attributes& all);
  bool attribute(Attributes& all);
  bool characters(std::string_view& text);
  bool literal(const char* text);
  void skip_blanks();
  bool stop();
  bool decline();
  bool fine();

  XlsxRows& rows_;
  const char* at_ = nullptr;
  const char* end_ = nullptr;
  Outcome outcome_ = Outcome::taken;
};

}  // namespace periksa::sheets
