// SPDX-License-Identifier: Apache-2.0
#include "auditor/sheets/xlsx_sheet.h"

#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "auditor/sheets/messages.h"
#include "auditor/sheets/number_text.h"
#include "auditor/sheets/place.h"

namespace periksa::sheets {
namespace {

enum Element : std::uint8_t {
  document,
  worksheet,
  data,
  row,
  cell,
  value,
  formula,
  inline_string,
  run,
  characters,
  merged_cells,
  merged_cell,
};

constexpr std::array kSteps{
    Step{row, Space::sheet, "c", cell},
    Step{cell, Space::sheet, "v", value},
    Step{cell, Space::sheet, "f", formula},
    Step{cell, Space::sheet, "is", inline_string},
    Step{data, Space::sheet, "row", row},
    Step{inline_string, Space::sheet, "t", characters},
    Step{inline_string, Space::sheet, "r", run},
    Step{run, Space::sheet, "t", characters},
    Step{worksheet, Space::sheet, "sheetData", data},
    Step{worksheet, Space::sheet, "mergeCells", merged_cells},
    Step{merged_cells, Space::sheet, "mergeCell", merged_cell},
    Step{document, Space::sheet, "worksheet", worksheet},
};

std::optional<std::uint32_t> parse_number(std::string_view text) {
  std::uint32_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace

XlsxSheetReader::XlsxSheetReader(std::string sheet, const XlsxGround& ground, const Caps& caps,
                                 SheetRows& rows)
    : PartReader(kSteps), sheet_(std::move(sheet)), ground_(ground), caps_(caps), rows_(rows) {}

void XlsxSheetReader::refuse_here(Bilingual text) {
  refuse(std::move(text), sheet_ + '!' + cell_name(row_, column_));
}

void XlsxSheetReader::start(std::uint8_t element, const Attributes& attributes) {
  switch (element) {
    case row:
      return start_row(attributes);
    case cell:
      return start_cell(attributes);
    case value:
    case inline_string:
      open_.value = true;
      return;
    case formula:
      open_.formula = true;
      return;
    case merged_cell:
      return merge(attributes);
    default:
      return;
  }
}

void XlsxSheetReader::start_row(const Attributes& attributes) {
  const auto before = row_;
  column_ = 0;
  rows_.buffer().clear();
  const auto stated = attributes.find("r");
  if (!stated) {
    ++row_;
    return;
  }
  const auto number = parse_number(*stated);
  if (!number || *number == 0) return refuse(say::bad_row(*stated), sheet_);
  row_ = *number;
  if (row_ <= before) refuse(say::row_order(row_, before), sheet_ + '!' + cell_name(row_, 1));
}

void XlsxSheetReader::start_cell(const Attributes& attributes) {
  const auto before = column_++;
  open_.type = attributes.find("t").value_or("n");
  open_.text.clear();
  open_.formula = false;
  open_.value = false;
  if (const auto stated = attributes.find("r")) {
    const auto place = parse_place(*stated);
    if (!place) return refuse(say::bad_address(*stated), sheet_);
    column_ = place->column;
    if (place->row != row_)
      return refuse(say::other_row(row_), sheet_ + '!' + std::string(*stated));
    if (column_ <= before) return refuse_here(say::cell_order(cell_name(row_, before)));
  }
  const auto style = attributes.find("s");
  const auto number = style ? parse_number(*style) : 0;
  if (!number || ground_.styles.format(*number) == nullptr)
    return refuse_here(say::no_such_format(*style));
  open_.style = *number;
}

void XlsxSheetReader::merge(const Attributes& attributes) {
  const auto stated = attributes.find("ref").value_or("");
  const auto area = parse_area(stated);
  if (!area) return refuse(say::bad_area(stated), sheet_);
  if (auto problem = rows_.merge(*area)) refuse(std::move(*problem), sheet_);
}

void XlsxSheetReader::text(std::uint8_t element, std::string_view piece) {
  if (element != value && element != characters) return;
  open_.text += piece;
  if (open_.text.size() > caps_.cell) refuse_here(say::cell_too_long(caps_.cell));
}

void XlsxSheetReader::end(std::uint8_t element) {
  if (element == cell) return end_cell();
  if (element != row) return;
  if (auto problem = rows_.hand_out(row_)) refuse(std::move(*problem), sheet_);
}

void XlsxSheetReader::end_cell() {
  const auto& type = open_.type;
  const bool text = type == "str" || type == "inlineStr";
  const bool nothing = text ? !open_.value : trimmed(open_.text).empty();
  if (nothing) {
    if (open_.formula) refuse_here(say::formula_without_value());
    return;
  }
  if (type == "n") return number();
  if (type == "s") return shared_string();
  if (type == "b") return boolean();
  if (type == "d") return date();
  if (type == "e") return add(Kind::error, trimmed(open_.text));
  if (!text) return refuse_here(say::unknown_type(type));
  undo_escapes(open_.text);
  if (!blank(open_.text)) add(Kind::text, open_.text);
}

void XlsxSheetReader::number() {
  const auto stored = trimmed(open_.text);
  const NumberFormat& format = *ground_.styles.format(open_.style);
  scratch_.clear();
  if (format.shows != Shows::number) {
    if (append_date(stored, format.shows, ground_.dates, scratch_)) {
      const bool day = scratch_.size() > 4 && scratch_[4] == '-';
      return add(day ? Kind::date : Kind::text, scratch_);
    }
  }
  if (!append_number(stored, scratch_)) return refuse_here(say::not_a_number(stored));
  if (format.shows == Shows::number) return add(Kind::number, scratch_, format.unit);
  add(Kind::error, scratch_);
}

void XlsxSheetReader::shared_string() {
  const auto stored = trimmed(open_.text);
  const auto index = parse_number(stored);
  if (!index || *index >= ground_.strings.size()) return refuse_here(say::no_such_string(stored));
  const auto text = ground_.strings[*index];
  if (blank(text)) return;
  if (auto problem = rows_.admit(column_, text.size())) return refuse_here(std::move(*problem));
  rows_.buffer().add_stable({column_, Kind::text, open_.formula, text, {}});
}

void XlsxSheetReader::date() {
  const auto stored = trimmed(open_.text);
  if (const auto day = iso_date(stored)) return add(Kind::date, *day);
  if (const auto day = iso_date("2000-01-01T" + std::string(stored)))
    return add(Kind::text, day->size() > 11 ? day->substr(11) : "00:00:00");
  add(Kind::error, stored);
}

void XlsxSheetReader::boolean() {
  const auto stored = trimmed(open_.text);
  if (stored == "1" || stored == "true") return add(Kind::boolean, "true");
  if (stored == "0" || stored == "false") return add(Kind::boolean, "false");
  refuse_here(say::not_a_boolean(stored));
}

void XlsxSheetReader::add(Kind kind, std::string_view text, std::string_view unit) {
  if (auto problem = rows_.admit(column_, text.size())) return refuse_here(std::move(*problem));
  rows_.buffer().add({column_, kind, open_.formula, text, unit});
}

}  // namespace periksa::sheets
