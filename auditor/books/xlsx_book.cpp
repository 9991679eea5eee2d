// SPDX-License-Identifier: Apache-2.0
#include "auditor/books/xlsx_book.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <utility>

#include "auditor/base/cell_name.h"
#include "auditor/base/date.h"
#include "auditor/base/report_mark.h"

namespace periksa::books {
namespace {

/// 1 January 2020 in seconds: a workbook says when it was made, and no clock may show in it.
constexpr std::time_t kMade = 1'577'836'800;
constexpr lxw_color_t kShade = 0xDDEBF7;
constexpr lxw_color_t kGrey = 0x7F7F7F;

void make(lxw_format* format, Look look) {
  if (look == Look::plain || look == Look::example) format_set_num_format(format, "@");
  if (look == Look::number) format_set_num_format(format, "#,##0");
  if (look == Look::fraction) format_set_num_format(format, "#,##0.####");
  if (look == Look::ordinal) format_set_num_format(format, "0");
  if (look == Look::date || look == Look::example_date) format_set_num_format(format, "yyyy-mm-dd");
  if (look == Look::example || look == Look::example_date) {
    format_set_italic(format);
    format_set_font_color(format, kGrey);
  }
  if (look == Look::heading || look == Look::title || look == Look::strong) format_set_bold(format);
  if (look == Look::title) format_set_font_size(format, 14);
  if (look == Look::heading) {
    format_set_bg_color(format, kShade);
    format_set_bottom(format, LXW_BORDER_THIN);
  }
  if (look == Look::heading || look == Look::wrapped) format_set_text_wrap(format);
  if (look != Look::title) format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
}

lxw_error worst(bool failed) {
  return failed ? LXW_ERROR_CREATING_TMPFILE : LXW_NO_ERROR;
}

Bilingual told(int error) {
  if (error == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE)
    return {
        "lebih banyak baris atau kolom daripada yang dapat dimuat satu lembar buku kerja; tulis "
        "ke folder CSV",
        "more rows or columns than a sheet of a workbook can hold; write to a folder of CSV"};
  if (error == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
    return {
        "teks ini lebih panjang daripada 32.767 karakter yang dapat dimuat satu sel; tulis ke "
        "folder CSV",
        "this text is longer than the 32,767 characters that a cell can hold; write to a folder "
        "of CSV"};
  const char* why = lxw_strerror(static_cast<lxw_error>(error));
  return {fmt::format("buku kerja tidak dapat ditulis ({}); periksa folder, izin dan ruang cakram",
                      why),
          fmt::format("the workbook cannot be written ({}); check the folder, its permissions and "
                      "the free space",
                      why)};
}

/// A reader takes `_x0041_` for the letter A; what only looks like that has to be written so that
/// it does not.
bool looks_escaped(std::string_view text, std::size_t at) {
  constexpr std::string_view kHex = "0123456789ABCDEFabcdef";
  const std::string_view here = text.substr(at, 7);
  return here.size() == 7 && here.starts_with("_x") && here.back() == '_' &&
         here.substr(2, 4).find_first_not_of(kHex) == std::string_view::npos;
}
constexpr std::string_view kEscape = "_x005F";

std::string without_escapes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (looks_escaped(text, i)) out += kEscape;
    out += text[i];
  }
  return out;
}

/// The text where a cell holds it as it is written; else as much as goes before `…`. Cells are
/// measured in units of UTF-16.
std::string cut_to_cell(const std::string& text) {
  constexpr std::size_t kMost = 32'767;
  std::size_t units = 0;
  std::size_t end = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0U) == 0x80U) continue;
    if (units < kMost) end = i;
    units += (byte < 0xF0U ? 1 : 2) + (looks_escaped(text, i) ? kEscape.size() : 0);
    if (units > kMost) return text.substr(0, end) + "…";
  }
  return text;
}

std::string place(XlsxBook::Sheet sheet, std::uint32_t row, std::size_t column) {
  return fmt::format("{}!{}", sheet->name,
                     cell_name(row + 1, static_cast<std::uint32_t>(column) + 1));
}

lxw_col_t at(std::size_t column) {
  return static_cast<lxw_col_t>(std::min<std::size_t>(column, LXW_COL_MAX));
}

}  // namespace

XlsxBook::XlsxBook(const std::filesystem::path& path) : path_(path) {
  auto file = AtomicFile::create(path);
  if (!file) {
    problems_ = file.error();
    return;
  }
  file_.emplace(std::move(*file));
  open(file_->place(), {});
}

XlsxBook::XlsxBook(const NamelessFile& file) : path_("xlsx"), cuts_(true) {
  open(file.place(), kReportCategory);
}

void XlsxBook::open(const std::filesystem::path& place, std::string category) {
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  options.use_zip64 = LXW_FALSE;
  book_ = workbook_new_opt(place.c_str(), &options);
  if (book_ == nullptr) {
    check(LXW_ERROR_MEMORY_MALLOC_FAILED, {});
    return;
  }
  lxw_doc_properties properties{};
  properties.created = kMade;
  properties.category = category.data();
  workbook_set_properties(book_, &properties);
  for (std::size_t i = 0; i <= static_cast<std::size_t>(Look::last); ++i) {
    formats_.push_back(workbook_add_format(book_));
    make(formats_.back(), static_cast<Look>(i));
  }
}

XlsxBook::~XlsxBook() {
  if (book_ != nullptr) lxw_workbook_free(book_);
}

void XlsxBook::check(int error, const std::string& where) {
  if (error == LXW_NO_ERROR || !problems_.empty()) return;
  problems_.push_back({Diagnostic::Kind::error, {path_.string(), 0, 0, where}, told(error)});
}

lxw_format* XlsxBook::format(Look look) {
  return formats_[static_cast<std::size_t>(look)];
}

XlsxBook::Sheet XlsxBook::add_sheet(const std::string& title) {
  if (book_ == nullptr) return nullptr;
  check(workbook_validate_sheet_name(book_, title.c_str()), title);
  auto* const sheet = workbook_add_worksheet(book_, title.c_str());
  if (sheet != nullptr) sheets_.push_back(sheet);
  return sheet;
}

void XlsxBook::text(Sheet sheet, std::uint32_t row, std::size_t column, const std::string& text,
                    Look look) {
  if (sheet == nullptr || (text.empty() && look == Look::plain)) return;
  const std::string written = without_escapes(cuts_ ? cut_to_cell(text) : text);
  check(worksheet_write_string(sheet, row, at(column), written.c_str(), format(look)),
        place(sheet, row, column));
}

void XlsxBook::date(Sheet sheet, std::uint32_t row, std::size_t column, const std::string& day,
                    Look look) {
  const auto known = parse_iso_date(day);
  if (!known) return text(sheet, row, column, day);
  if (sheet == nullptr) return;
  lxw_datetime when{known->year(), known->month(), known->day(), 0, 0, 0};
  check(worksheet_write_datetime(sheet, row, at(column), &when, format(look)),
        place(sheet, row, column));
}

void XlsxBook::number(Sheet sheet, std::uint32_t row, std::size_t column, const std::string& digits,
                      Look look) {
  // Fifteen digits are what every program of the kind keeps.
  constexpr std::size_t kDigits = 15;
  const bool fraction = digits.contains('.');
  const bool plain = !digits.empty() && digits.size() <= kDigits + (fraction ? 1 : 0) &&
                     digits.find_first_not_of("0123456789.") == std::string::npos;
  double value = 0;
  const char* const end = digits.data() + digits.size();
  if (!plain || std::from_chars(digits.data(), end, value).ptr != end)
    return text(sheet, row, column, digits);
  if (sheet == nullptr) return;
  check(worksheet_write_number(sheet, row, at(column), value,
                               format(fraction ? Look::fraction : look)),
        place(sheet, row, column));
}

void XlsxBook::note(Sheet sheet, std::uint32_t row, std::size_t column, const std::string& text) {
  if (sheet == nullptr || text.empty()) return;
  lxw_comment_options options{};
  options.width = 320;
  // About 45 letters a line of 15 pixels, and one line more for each that is broken early.
  const auto breaks = static_cast<std::size_t>(std::ranges::count(text, '\n'));
  options.height =
      static_cast<std::uint16_t>(15 * std::min<std::size_t>(2 + breaks + text.size() / 45, 40));
  check(worksheet_write_comment_opt(sheet, row, at(column), text.c_str(), &options),
        place(sheet, row, column));
}

void XlsxBook::offer(Sheet sheet, const Choices& choices) {
  if (sheet == nullptr) return;
  std::string cells = choices.cells;
  std::string title = choices.title;
  std::string hint = choices.hint;
  lxw_data_validation rule{};
  rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
  rule.value_formula = cells.data();
  rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
  rule.error_title = title.data();
  rule.error_message = hint.data();
  const auto column = at(choices.column);
  check(worksheet_data_validation_range(sheet, choices.first, column, choices.last, column, &rule),
        place(sheet, choices.first, choices.column));
}

void XlsxBook::column(Sheet sheet, std::size_t column, double width, Look look) {
  if (sheet == nullptr) return;
  check(worksheet_set_column(sheet, at(column), at(column), width, format(look)),
        place(sheet, 0, column));
}

void XlsxBook::height(Sheet sheet, std::uint32_t row, std::size_t lines) {
  constexpr double kLine = 15;
  if (sheet == nullptr || lines < 2) return;
  check(worksheet_set_row(sheet, row, kLine * static_cast<double>(lines), nullptr),
        place(sheet, row, 0));
}

void XlsxBook::freeze(Sheet sheet, std::uint32_t rows, std::size_t columns) {
  if (sheet != nullptr) worksheet_freeze_panes(sheet, rows, at(columns));
}

void XlsxBook::filter(Sheet sheet, std::uint32_t last_row, std::size_t last_column) {
  if (sheet == nullptr) return;
  check(worksheet_autofilter(sheet, 0, 0, last_row, at(last_column)), place(sheet, 0, 0));
}

void XlsxBook::hide(Sheet sheet) {
  if (sheet != nullptr) worksheet_hide(sheet);
}

void XlsxBook::tab_colour(Sheet sheet, std::uint32_t rgb) {
  if (sheet != nullptr) worksheet_set_tab_color(sheet, rgb);
}

/// The library keeps rows in temporary files and does not look whether they took all of them.
void XlsxBook::check_temporary_files() {
  for (auto* const sheet : sheets_) {
    auto* const rows = sheet->optimize_tmpfile;
    check(worst(rows == nullptr || std::fflush(rows) != 0 || std::ferror(rows) != 0), sheet->name);
  }
}

Result<void> XlsxBook::finish() {
  if (book_ == nullptr) return std::unexpected(problems_);
  check_temporary_files();
  check(workbook_close(std::exchange(book_, nullptr)), {});
  sheets_.clear();
  if (!problems_.empty()) return std::unexpected(problems_);
  return file_ ? file_->commit() : Result<void>{};
}

std::size_t lines_in(std::string_view text, double width) {
  // Words do not fill their lines, and the letters of some programs are wider than others'.
  const auto room = static_cast<std::size_t>(std::max(width * 0.85, 1.0));
  return text.size() / room + 1;
}

double heading_width(std::string_view heading, std::size_t narrowest, std::size_t widest) {
  std::size_t longest = 0;
  for (std::size_t at = 0; at < heading.size();) {
    const std::size_t end = std::min(heading.find(' ', at), heading.size());
    longest = std::max(longest, end - at);
    at = end + 1;
  }
  const std::size_t wanted = std::max(longest + 3, heading.size() / 2);
  return static_cast<double>(std::clamp(wanted, narrowest, widest));
}

std::string cells_of(std::string_view sheet, std::size_t column, std::uint32_t first,
                     std::uint32_t last) {
  const std::string letters = column_name(static_cast<std::uint32_t>(column) + 1);
  return fmt::format("='{}'!${}${}:${}${}", sheet, letters, first + 1, letters, last + 1);
}

}  // namespace periksa::books
