// SPDX-License-Identifier: Apache-2.0
#include "auditor/sheets/xlsx_rows.h"

#include <utility>

#include "auditor/sheets/letters.h"
#include "auditor/sheets/messages.h"
#include "auditor/sheets/number_text.h"
#include "auditor/sheets/place.h"

namespace periksa::sheets {
namespace {

/// Digits only, up to nine of them: more than any sheet has.
std::optional<std::uint32_t> parse_number(std::string_view text) {
  if (text.empty() || text.size() > 9) return std::nullopt;
  std::uint32_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return number;
}

/// Of what a format of dates and times gives: a time of day or a duration, of no date.
bool is_clock(std::string_view text) {
  return text.contains(':') && !text.contains('-');
}

}  // namespace

XlsxRows::XlsxRows(std::string sheet, const XlsxGround& ground, const Caps& caps, SheetRows& rows)
    : sheet_(std::move(sheet)), ground_(ground), caps_(caps), rows_(rows) {}

void XlsxRows::refuse(Bilingual text, std::string cell) {
  if (problem_) return;
  problem_ = {Diagnostic::Kind::error, {{}, 0, 0, std::move(cell)}, std::move(text)};
}

void XlsxRows::refuse_here(Bilingual text) {
  refuse(std::move(text), sheet_ + '!' + cell_name(row_, column_));
}

void XlsxRows::cell_too_long() {
  refuse_here(say::cell_too_long(caps_.cell));
}

void XlsxRows::begin_row(Attribute number) {
  const auto before = row_;
  column_ = 0;
  rows_.buffer().clear();
  if (!number) {
    ++row_;
    return;
  }
  const auto stated = parse_number(*number);
  if (!stated || *stated == 0) return refuse(say::bad_row(*number), sheet_);
  row_ = *stated;
  if (row_ <= before) refuse(say::row_order(row_, before), sheet_ + '!' + cell_name(row_, 1));
}

void XlsxRows::end_row() {
  if (auto problem = rows_.hand_out(row_)) refuse(std::move(*problem), sheet_);
}

std::optional<XlsxRows::Type> XlsxRows::type_of(std::string_view text) {
  if (text == "n") return Type::number;
  if (text == "s") return Type::shared;
  if (text == "str") return Type::formula_text;
  if (text == "inlineStr") return Type::inlined;
  if (text == "b") return Type::boolean;
  if (text == "d") return Type::date;
  if (text == "e") return Type::error;
  return std::nullopt;
}

bool XlsxRows::take_address(std::string_view stated, std::uint32_t before) {
  const auto place = parse_place(stated);
  if (!place) {
    refuse(say::bad_address(stated), sheet_);
    return false;
  }
  column_ = place->column;
  if (place->row != row_) refuse(say::other_row(row_), sheet_ + '!' + std::string(stated));
  if (column_ <= before) refuse_here(say::cell_order(cell_name(row_, before)));
  return !problem_;
}

void XlsxRows::begin_cell(Attribute address, Attribute style, Attribute type) {
  const auto before = column_++;
  open_.formula = false;
  open_.value = false;
  if (address && !take_address(*address, before)) return;
  const auto number = style ? parse_number(*style) : 0;
  open_.format = number ? ground_.styles.format(*number) : nullptr;
  if (open_.format == nullptr) return refuse_here(say::no_such_format(*style));
  const auto known = type ? type_of(*type) : Type::number;
  if (!known) return refuse_here(say::unknown_type(*type));
  open_.type = *known;
}

void XlsxRows::end_cell(std::string_view stored) {
  if (stored.size() > caps_.cell) return cell_too_long();
  const bool is_text = open_.type == Type::formula_text || open_.type == Type::inlined;
  if (!is_text) stored = trimmed(stored);
  if (is_text ? !open_.value : stored.empty()) {
    if (open_.formula) refuse_here(say::formula_without_value());
    return;
  }
  switch (open_.type) {
    case Type::number:
      return number(stored);
    case Type::shared:
      return shared_string(stored);
    case Type::boolean:
      return boolean(stored);
    case Type::date:
      return date(stored);
    case Type::error:
      return add(Kind::error, stored);
    case Type::formula_text:
    case Type::inlined:
      return text(stored);
  }
}

void XlsxRows::number(std::string_view stored) {
  const NumberFormat& format = *open_.format;
  scratch_.clear();
  if (format.shows == Shows::number) {
    if (!append_number(stored, scratch_)) return refuse_here(say::not_a_number(stored));
    return add(Kind::number, scratch_, format.unit);
  }
  if (append_date(stored, format.shows, ground_.dates, scratch_)) {
    return add(is_clock(scratch_) ? Kind::text : Kind::date, scratch_);
  }
  if (!append_number(stored, scratch_)) return refuse_here(say::not_a_number(stored));
  add(Kind::error, scratch_);
}

void XlsxRows::shared_string(std::string_view stored) {
  const auto index = parse_number(stored);
  if (!index || *index >= ground_.strings.size()) return refuse_here(say::no_such_string(stored));
  const auto text = ground_.strings[*index];
  if (text.empty()) return;
  if (auto problem = rows_.admit(column_, text.size())) return refuse_here(std::move(*problem));
  rows_.buffer().add_stable({column_, Kind::text, open_.formula, text, {}});
}

void XlsxRows::date(std::string_view stored) {
  if (auto day = iso_date(stored)) {
    keep_shown(open_.format->shows, *day);
    return add(Kind::date, *day);
  }
  if (const auto day = iso_date("2000-01-01T" + std::string(stored)))
    return add(Kind::text, day->size() > 11 ? day->substr(11) : "00:00:00");
  add(Kind::error, stored);
}

void XlsxRows::boolean(std::string_view stored) {
  if (stored == "1" || stored == "true") return add(Kind::boolean, "true");
  if (stored == "0" || stored == "false") return add(Kind::boolean, "false");
  refuse_here(say::not_a_boolean(stored));
}

void XlsxRows::text(std::string_view stored) {
  scratch_ = stored;
  undo_escapes(scratch_);
  if (!blank(scratch_)) add(Kind::text, scratch_);
}

void XlsxRows::add(Kind kind, std::string_view text, std::string_view unit) {
  if (auto problem = rows_.admit(column_, text.size())) return refuse_here(std::move(*problem));
  rows_.buffer().add({column_, kind, open_.formula, text, unit});
}

void XlsxRows::merge(std::string_view stated) {
  const auto area = parse_area(stated);
  if (!area) return refuse(say::bad_area(stated), sheet_);
  if (auto problem = rows_.merge(*area)) refuse(std::move(*problem), sheet_);
}

}  // namespace periksa::sheets
