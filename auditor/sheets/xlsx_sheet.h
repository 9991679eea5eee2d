// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "auditor/sheets/serial_date.h"
#include "auditor/sheets/sheet_rows.h"
#include "auditor/sheets/xlsx_styles.h"
#include "auditor/sheets/xlsx_text.h"
#include "auditor/sheets/xml_part.h"

namespace periksa::sheets {

/// What the cells of all sheets of a workbook refer to.
struct XlsxGround {
  SharedStrings strings;
  Styles styles;
  DateSystem dates = DateSystem::from_1900;
};

/// Reads the part of one worksheet and hands out its rows.
class XlsxSheetReader final : public PartReader {
 public:
  XlsxSheetReader(std::string sheet, const XlsxGround& ground, const Caps& caps, SheetRows& rows);

  void start(std::uint8_t element, const Attributes& attributes) override;
  void end(std::uint8_t element) override;
  void text(std::uint8_t element, std::string_view piece) override;

 private:
  /// The cell that is being read.
  struct Open {
    std::string type{};
    std::string text{};
    std::uint32_t style = 0;
    bool formula = false;
    bool value = false;  ///< the file has a value element, if only an empty one
  };

  void start_row(const Attributes& attributes);
  void start_cell(const Attributes& attributes);
  void merge(const Attributes& attributes);
  void end_cell();
  void number();
  void shared_string();
  void date();
  void boolean();
  void add(Kind kind, std::string_view text, std::string_view unit = {});
  void refuse_here(Bilingual text);

  std::string sheet_;
  const XlsxGround& ground_;
  const Caps& caps_;
  SheetRows& rows_;
  std::uint32_t row_ = 0;
  std::uint32_t column_ = 0;
  Open open_;
  std::string scratch_;
};

}  // namespace periksa::sheets
