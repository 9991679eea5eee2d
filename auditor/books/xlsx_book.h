// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/base/file.h"
#include "auditor/base/nameless_file.h"

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace periksa::books {

/// How a cell looks.
enum class Look : std::uint8_t {
  plain,
  heading,   ///< bold and shaded, over several lines
  date,      ///< 2024-03-12
  number,    ///< 1,234,567
  fraction,  ///< 1,234.5
  ordinal,   ///< 1234567: what counts places and not things
  example,   ///< grey italics
  example_date,
  title,    ///< large and bold
  strong,   ///< bold
  wrapped,  ///< over several lines
  last = wrapped
};

/// An XLSX workbook being written, no sheet of which is held in memory: the rows of each sheet come
/// in their order, those of different sheets in turns. Rows and columns count from 0. Texts stay
/// texts, never numbers or formulas. The same calls give the same bytes. The file takes its name
/// with `finish`; what went wrong before is told there.
class XlsxBook {
 public:
  using Sheet = lxw_worksheet*;  ///< null, and told by `finish`, where there can be no such sheet

  explicit XlsxBook(const std::filesystem::path& path);
  /// A report, into a file without a name, for those who hand the bytes on: marked as one
  /// (auditor/base/report_mark.h); a text longer than a cell holds is cut, with a sign that it goes
  /// on, where other workbooks fail.
  explicit XlsxBook(const NamelessFile& file);
  XlsxBook(const XlsxBook&) = delete;
  XlsxBook& operator=(const XlsxBook&) = delete;
  ~XlsxBook();

  Sheet add_sheet(const std::string& title);
  /// An empty text leaves a cell that has a look and nothing in it.
  void text(Sheet sheet, std::uint32_t row, std::size_t column, const std::string& text,
            Look look = Look::plain);
  /// `2024-03-12` as a date of the program's own; what is no day stays a text.
  void date(Sheet sheet, std::uint32_t row, std::size_t column, const std::string& day,
            Look look = Look::date);
  /// Decimal digits, "1234.50", as a number of the program's own, a fraction where they have a
  /// point; one with more digits than such a number keeps, and what is no number, stays a text.
  void number(Sheet sheet, std::uint32_t row, std::size_t column, const std::string& digits,
              Look look = Look::number);
  /// A comment on a cell.
  void note(Sheet sheet, std::uint32_t row, std::size_t column, const std::string& text);

  /// The cells of a column from `first` to `last` offer what stands in `cells`
  /// (`=Daftar!$A$1:$A$9`); who writes something else is asked whether it is meant so.
  struct Choices {
    std::size_t column = 0;
    std::uint32_t first = 1;
    std::uint32_t last = 1'048'575;
    std::string cells;
    std::string title;  ///< of the question, at most 32 characters
    std::string hint;   ///< its text, at most 255
  };
  void offer(Sheet sheet, const Choices& choices);

  /// In characters; `look` is that of cells which nothing was written into, of text columns as
  /// texts, so that what is typed there keeps its digits.
  void column(Sheet sheet, std::size_t column, double width, Look look = Look::plain);
  /// How many lines of text a row shows; between the row before it and its own first cell.
  void height(Sheet sheet, std::uint32_t row, std::size_t lines);
  void freeze(Sheet sheet, std::uint32_t rows, std::size_t columns);
  /// Arrows on the first row that let a reader pick among the rows below it.
  void filter(Sheet sheet, std::uint32_t last_row, std::size_t last_column);
  void hide(Sheet sheet);
  void tab_colour(Sheet sheet, std::uint32_t rgb);

  Result<void> finish();

 private:
  void open(const std::filesystem::path& place, std::string category);
  lxw_format* format(Look look);
  void check(int error, const std::string& where);
  void check_temporary_files();

  std::filesystem::path path_;
  std::optional<AtomicFile> file_;
  bool cuts_ = false;
  lxw_workbook* book_ = nullptr;
  std::vector<lxw_format*> formats_;
  std::vector<Sheet> sheets_;
  Diagnostics problems_;
};

/// How many lines a text takes in a column so wide; rather one too many than one too few.
std::size_t lines_in(std::string_view text, double width);

/// How wide a column must be for a heading that is broken over lines, but not inside words.
double heading_width(std::string_view heading, std::size_t narrowest, std::size_t widest);

/// `=Daftar!$C$1:$C$9`: cells of one column of a sheet; rows and columns count from 0.
std::string cells_of(std::string_view sheet, std::size_t column, std::uint32_t first,
                     std::uint32_t last);

}  // namespace periksa::books
