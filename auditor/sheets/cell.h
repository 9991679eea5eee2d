// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "auditor/base/cell_name.h"

namespace periksa::sheets {

/// What a cell holds. All of a CSV file is text.
enum class Kind : std::uint8_t { text, number, date, boolean, error };

/// One cell with content, as the file stores it; nothing is guessed from its looks.
struct Cell {
  std::uint32_t column = 1;  ///< from 1
  Kind kind = Kind::text;
  bool formula = false;  ///< the value is what the program that saved the file had computed
  /// By kind:
  /// - text: as stored. A time of day or a duration without a date is text too, "08:30:00".
  /// - number: plain decimal digits, "2500000", "-8.5", never with an exponent, without zeros that
  ///   say nothing. Digits are exact as stored but for one case: a number with a fraction and more
  ///   than 15 significant digits is rounded to 15, half away from zero, as every spreadsheet shows
  ///   it (what was typed as 0.8 is stored as 0.7999999999999999). Whole numbers are never rounded.
  /// - date: "2024-03-12", or with a time of day other than midnight "2024-03-12T08:30:00". What
  ///   the format of a date does not show is left out: "2024-03", "2024", "--03-12".
  /// - boolean: "true", "false".
  /// - error: "#REF!"; of a date that is no day (serial 60 of 1900, below 1, after 9999) the
  ///   serial number.
  std::string_view text;
  /// Of a number: the currency sign or code that its format shows ("Rp", "HK$", "IDR"), "%" where
  /// it is shown as a percentage (8.5% has the text "0.085"), else empty. Empty too where the sign
  /// shown depends on the computer that shows it.
  std::string_view unit;
};

/// The cells of a row that hold more than blanks, by ascending column.
struct Row {
  std::uint32_t number = 1;  ///< from 1, as a spreadsheet program shows it
  std::span<const Cell> cells;
};

struct Sheet {
  std::string name;     ///< the CSV file's name without extension where there are no sheets
  std::string file;     ///< base name of the file it was read from
  bool hidden = false;  ///< not shown when the workbook is opened
};

/// Merged cells; all four count from 1 and belong to it.
struct Area {
  std::uint32_t first_row = 1;
  std::uint32_t first_column = 1;
  std::uint32_t last_row = 1;
  std::uint32_t last_column = 1;

  bool operator==(const Area&) const = default;
};

/// Takes what is read, sheet by sheet in the order of the workbook: `sheet`, its rows with
/// ascending numbers (a row without content is not handed out), `end`. All views are valid during
/// the call only. What was handed out counts only when the whole workbook was read without an
/// error. A cell that a merged area covers is handed out if the file stores something in it.
class Handler {
 public:
  virtual ~Handler() = default;
  virtual void sheet(const Sheet& sheet) = 0;
  virtual void row(const Row& row) = 0;
  virtual void end(std::span<const Area> merged) = 0;
};

}  // namespace periksa::sheets
