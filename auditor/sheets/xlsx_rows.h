// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "auditor/base/diagnostic.h"
#include "auditor/sheets/serial_date.h"
#include "auditor/sheets/sheet_rows.h"
#include "auditor/sheets/xlsx_styles.h"
#include "auditor/sheets/xlsx_text.h"

namespace periksa::sheets {

/// What the cells of all sheets of a workbook refer to.
struct XlsxGround {
  SharedStrings strings;
  Styles styles;
  DateSystem dates = DateSystem::from_1900;
};

/// Makes rows of the elements of a worksheet, whoever reads them. After a problem nothing more may
/// be told.
class XlsxRows {
 public:
  using Attribute = std::optional<std::string_view>;

  XlsxRows(std::string sheet, const XlsxGround& ground, const Caps& caps, SheetRows& rows);

  void begin_row(Attribute number);
  void begin_cell(Attribute address, Attribute style, Attribute type);
  void formula() { open_.formula = true; }
  /// The cell has a value element, if only an empty one.
  void value() { open_.value = true; }
  /// With all text of its value.
  void end_cell(std::string_view text);
  void end_row();
  void merge(std::string_view area);
  void cell_too_long();

  const std::optional<Diagnostic>& problem() const { return problem_; }

  /// Where reading stood before a row, and back to there; only while that row is not ended.
  std::uint32_t mark() const { return row_; }
  void back_to(std::uint32_t mark) { row_ = mark; }

 private:
  enum class Type : std::uint8_t { number, shared, formula_text, inlined, boolean, date, error };
  struct Open {
    Type type = Type::number;
    const NumberFormat* format = nullptr;
    bool formula = false;
    bool value = false;
  };

  static std::optional<Type> type_of(std::string_view text);
  bool take_address(std::string_view stated, std::uint32_t before);
  void number(std::string_view stored);
  void shared_string(std::string_view stored);
  void date(std::string_view stored);
  void boolean(std::string_view stored);
  void text(std::string_view stored);
  void add(Kind kind, std::string_view text, std::string_view unit = {});
  void refuse(Bilingual text, std::string cell);
  void refuse_here(Bilingual text);

  std::string sheet_;
  const XlsxGround& ground_;
  const Caps& caps_;
  SheetRows& rows_;
  std::uint32_t row_ = 0;
  std::uint32_t column_ = 0;
  Open open_;
  std::string scratch_;
  std::optional<Diagnostic> problem_;
};

}  // namespace periksa::sheets
