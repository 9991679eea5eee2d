// SPDX-License-Identifier: Apache-2.0
#include "auditor/sheets/ods_content.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "auditor/sheets/letters.h"
#include "auditor/sheets/messages.h"
#include "auditor/sheets/number_text.h"
#include "auditor/sheets/serial_date.h"

namespace periksa::sheets {
namespace {

enum OdsElement : std::uint8_t {
  document,
  content,
  styles,
  style,
  table_properties,
  body,
  spreadsheet,
  table,
  row_group,
  row,
  cell,
  paragraph,
  inlined,
  blanks,
  tab,
  line_break,
  date_format,
  day_part,
  month_part,
  year_part,
  column_group,
  columns,
};

constexpr Step inlined_in(std::uint8_t parent, std::string_view name) {
  return {parent, Space::text, name, inlined};
}

constexpr Step columns_in(std::uint8_t parent, std::string_view name, OdsElement element) {
  return {parent, Space::table, name, element};
}

constexpr std::array kOdsSteps{
    Step{row, Space::table, "table-cell", cell},
    Step{row, Space::table, "covered-table-cell", cell},
    Step{cell, Space::text, "p", paragraph},
    Step{table, Space::table, "table-row", row},
    Step{table, Space::table, "table-row-group", row_group},
    Step{table, Space::table, "table-header-rows", row_group},
    Step{table, Space::table, "table-rows", row_group},
    Step{row_group, Space::table, "table-row", row},
    Step{row_group, Space::table, "table-row-group", row_group},
    Step{row_group, Space::table, "table-header-rows", row_group},
    Step{row_group, Space::table, "table-rows", row_group},
    inlined_in(paragraph, "span"),
    inlined_in(paragraph, "a"),
    inlined_in(paragraph, "ruby"),
    inlined_in(paragraph, "sheet-name"),
    inlined_in(paragraph, "title"),
    inlined_in(paragraph, "date"),
    inlined_in(paragraph, "time"),
    Step{paragraph, Space::text, "s", blanks},
    Step{paragraph, Space::text, "tab", tab},
    Step{paragraph, Space::text, "line-break", line_break},
    inlined_in(inlined, "span"),
    inlined_in(inlined, "a"),
    inlined_in(inlined, "ruby"),
    inlined_in(inlined, "ruby-base"),
    Step{inlined, Space::text, "s", blanks},
    Step{inlined, Space::text, "tab", tab},
    Step{inlined, Space::text, "line-break", line_break},
    Step{document, Space::office, "document-content", content},
    Step{content, Space::office, "automatic-styles", styles},
    Step{styles, Space::style, "style", style},
    Step{style, Space::style, "table-properties", table_properties},
    Step{content, Space::office, "body", body},
    Step{body, Space::office, "spreadsheet", spreadsheet},
    Step{spreadsheet, Space::table, "table", table},
    Step{styles, Space::number, "date-style", date_format},
    Step{date_format, Space::number, "day", day_part},
    Step{date_format, Space::number, "day-of-week", day_part},
    Step{date_format, Space::number, "month", month_part},
    Step{date_format, Space::number, "year", year_part},
    columns_in(table, "table-column", columns),
    columns_in(table, "table-columns", column_group),
    columns_in(table, "table-header-columns", column_group),
    columns_in(table, "table-column-group", column_group),
    columns_in(column_group, "table-column", columns),
    columns_in(column_group, "table-columns", column_group),
    columns_in(column_group, "table-header-columns", column_group),
    columns_in(column_group, "table-column-group", column_group),
};

}  // namespace

void OdsText::clear() {
  text_.clear();
  paragraphs_ = false;
}

void OdsText::paragraph() {
  if (paragraphs_) text_ += '\n';
  paragraphs_ = true;
  blank_ = false;
  begun_ = false;
}

void OdsText::characters(std::string_view piece) {
  for (const char c : piece) {
    if (is_blank(c)) {
      blank_ = begun_;
      continue;
    }
    if (blank_) text_ += ' ';
    blank_ = false;
    begun_ = true;
    text_ += c;
  }
}

void OdsText::exactly(char c, std::size_t count) {
  if (blank_) text_ += ' ';
  blank_ = false;
  begun_ = true;
  text_.append(count, c);
}

OdsContentReader::OdsContentReader(std::string file, const Caps& caps, Handler& handler)
    : PartReader(kOdsSteps), file_(std::move(file)), caps_(caps), handler_(handler) {}

void OdsContentReader::refuse_here(Bilingual text) {
  const auto row = static_cast<std::uint32_t>(row_);
  refuse(std::move(text), sheet_ + '!' + cell_name(row, static_cast<std::uint32_t>(column_)));
}

void OdsContentReader::start(std::uint8_t element, const Attributes& attributes) {
  switch (element) {
    case style:
      return start_style(attributes);
    case date_format:
      dates_.format(attributes.find(Space::style, "name").value_or(""));
      return check_formats();
    case day_part:
      return dates_.part('d');
    case month_part:
      return dates_.part('m');
    case year_part:
      return dates_.part('y');
    case columns:
      return start_columns(attributes);
    case table_properties:
      if (attributes.find(Space::table, "display") == "false") hidden_styles_.insert(style_);
      return check_formats();
    case table:
      return start_table(attributes);
    case row:
      return start_row(attributes);
    case cell:
      return start_cell(attributes);
    case paragraph:
      text_.paragraph();
      return check_length();
    case blanks:
      return space(attributes);
    case tab:
      text_.exactly('\t', 1);
      return check_length();
    case line_break:
      text_.exactly('\n', 1);
      return check_length();
    default:
      return;
  }
}

void OdsContentReader::start_style(const Attributes& attributes) {
  style_ = attributes.find(Space::style, "name").value_or("");
  if (const auto format = attributes.find(Space::style, "data-style-name"))
    dates_.style(style_, *format);
  check_formats();
}

void OdsContentReader::check_formats() {
  if (hidden_styles_.size() + dates_.size() > caps_.formats)
    refuse(say::too_many_formats(caps_.formats));
}

void OdsContentReader::start_columns(const Attributes& attributes) {
  const auto count = repeated(attributes, "number-columns-repeated");
  // Behind the last column there is nothing to show.
  if (dates_.columns_known() < caps_.columns)
    dates_.columns(count, attributes.find(Space::table, "default-cell-style-name").value_or(""));
}

void OdsContentReader::start_table(const Attributes& attributes) {
  sheet_ = attributes.find(Space::table, "name").value_or("");
  if (names_.size() >= caps_.sheets) return refuse(say::too_many_sheets(caps_.sheets));
  if (!names_.insert(sheet_).second) return refuse(say::same_sheet_name(sheet_));
  const auto style_name = attributes.find(Space::table, "style-name").value_or("");
  handler_.sheet({sheet_, file_, hidden_styles_.contains(style_name)});
  rows_.emplace(handler_, caps_, total_);
  row_ = 1;
  column_ = 1;
  dates_.begin_table();
}

void OdsContentReader::start_row(const Attributes& attributes) {
  column_ = 1;
  row_style_ = attributes.find(Space::table, "default-cell-style-name").value_or("");
  rows_->buffer().clear();
  rows_repeated_ = repeated(attributes, "number-rows-repeated");
}

void OdsContentReader::start_cell(const Attributes& attributes) {
  text_.clear();
  open_.repeated = repeated(attributes, "number-columns-repeated");
  open_.formula = attributes.find(Space::table, "formula").has_value();
  open_.type = attributes.find(Space::office, "value-type").value_or("");
  if (attributes.find(Space::calc, "value-type") == "error") open_.type = "error";
  take_value(attributes);
  take_spans(attributes);
}

void OdsContentReader::take_value(const Attributes& attributes) {
  std::string_view name = "string-value";
  if (open_.type == "float" || open_.type == "percentage" || open_.type == "currency")
    name = "value";
  if (open_.type == "date") {
    name = "date-value";
    open_.shows = shows(attributes);
  }
  if (open_.type == "time") name = "time-value";
  if (open_.type == "boolean") name = "boolean-value";
  const auto value = attributes.find(Space::office, name);
  open_.stated = value.has_value();
  open_.value = value.value_or("");
  open_.unit = {};
  if (open_.type == "percentage") open_.unit = "%";
  if (open_.type == "currency")
    open_.unit = unit(attributes.find(Space::office, "currency").value_or(""));
}

/// The few currencies of a workbook; their texts stay where they are.
std::string_view OdsContentReader::unit(std::string_view text) {
  const auto known = units_.find(text);
  if (known != units_.end()) return *known;
  if (units_.size() >= caps_.formats) refuse(say::too_many_formats(caps_.formats));
  return *units_.emplace(text).first;
}

/// By the style of the cell, else of its row, else of its column.
Shows OdsContentReader::shows(const Attributes& attributes) const {
  if (const auto own = attributes.find(Space::table, "style-name")) return dates_.shows(*own);
  return dates_.shows(row_style_.empty() ? dates_.style_of_column(column_)
                                         : std::string_view(row_style_));
}

void OdsContentReader::take_spans(const Attributes& attributes) {
  const auto columns = repeated(attributes, "number-columns-spanned");
  const auto rows = repeated(attributes, "number-rows-spanned");
  if (columns == 1 && rows == 1) return;
  const auto first_row = static_cast<std::uint32_t>(row_);
  const auto first_column = static_cast<std::uint32_t>(column_);
  if (auto problem =
          rows_->merge({first_row, first_column, first_row + rows - 1, first_column + columns - 1}))
    refuse_here(std::move(*problem));
}

/// A number of repetitions or cells spanned, from 1; more than any sheet has is enough.
std::uint32_t OdsContentReader::repeated(const Attributes& attributes, std::string_view name) {
  constexpr std::uint32_t kEnough = 100'000'000;
  const auto stated = attributes.find(Space::table, name);
  if (!stated) return 1;
  std::uint32_t count = 0;
  const auto read = std::from_chars(stated->data(), stated->data() + stated->size(), count);
  const bool whole = read.ptr == stated->data() + stated->size() && !stated->empty();
  if (!whole || (read.ec == std::errc() && count == 0)) {
    refuse_here(say::bad_repeat(*stated));
    return 1;
  }
  return read.ec == std::errc() ? std::min(count, kEnough) : kEnough;
}

void OdsContentReader::space(const Attributes& attributes) {
  std::size_t count = 1;
  if (const auto stated = attributes.find(Space::text, "c"))
    std::from_chars(stated->data(), stated->data() + stated->size(), count);
  text_.exactly(' ', std::min(count, caps_.cell));
  check_length();
}

void OdsContentReader::check_length() {
  if (text_.text().size() > caps_.cell) refuse_here(say::cell_too_long(caps_.cell));
}

void OdsContentReader::text(std::uint8_t element, std::string_view piece) {
  if (element != paragraph && element != inlined) return;
  text_.characters(piece);
  check_length();
}

void OdsContentReader::end(std::uint8_t element) {
  if (element == cell) return end_cell();
  if (element == row) return end_row();
  if (element == table) rows_->end();
}

void OdsContentReader::end_row() {
  if (rows_->buffer().empty()) {
    row_ = std::min<std::uint64_t>(row_ + rows_repeated_, 1'000'000'000);
    return;
  }
  for (; rows_repeated_ > 0; --rows_repeated_, ++row_) {
    if (auto problem = rows_->hand_out(static_cast<std::uint32_t>(row_)))
      return refuse(std::move(*problem), sheet_);
  }
}

void OdsContentReader::end_cell() {
  const auto& type = open_.type;
  const std::string_view value = open_.stated ? open_.value : text_.text();
  if (type == "float" || type == "percentage" || type == "currency") {
    number();
  } else if (type == "date") {
    auto day = iso_date(open_.value);
    if (day) keep_shown(open_.shows, *day);
    add(day ? Kind::date : Kind::error, day ? std::string_view(*day) : value);
  } else if (type == "time") {
    const auto clock = iso_duration(open_.value);
    add(clock ? Kind::text : Kind::error, clock ? std::string_view(*clock) : value);
  } else if (type == "boolean") {
    if (value != "true" && value != "false") refuse_here(say::not_a_boolean(value));
    add(Kind::boolean, value);
  } else if (type == "error") {
    add(Kind::error, text_.text());
  } else if (type.empty() && open_.formula && value.empty()) {
    refuse_here(say::formula_without_value());
  } else {
    add(Kind::text, value);
  }
  column_ = std::min<std::uint64_t>(column_ + open_.repeated, 1'000'000'000);
}

void OdsContentReader::number() {
  scratch_.clear();
  if (!append_number(open_.value, scratch_)) return refuse_here(say::not_a_number(open_.value));
  add(Kind::number, scratch_, open_.unit);
}

void OdsContentReader::add(Kind kind, std::string_view text, std::string_view unit) {
  if (blank(text)) return;
  if (column_ + open_.repeated - 1 > caps_.columns)
    return refuse_here(say::columns_beyond(caps_.columns));
  const auto column = static_cast<std::uint32_t>(column_);
  if (auto problem = rows_->admit(column, text.size())) return refuse_here(std::move(*problem));
  rows_->buffer().add({column, kind, open_.formula, text, unit});
  rows_->buffer().repeat(open_.repeated - 1);
}

}  // namespace periksa::sheets
