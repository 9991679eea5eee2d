// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/row_reader.h"

#include <algorithm>

#include "auditor/forms/messages.h"
#include "auditor/forms/written_parts.h"

namespace periksa::forms {

void RowReader::open(const PlannedSheet& sheet, RowRef row) {
  part_ = sheet.part();
  number_ = store_.read(row, cells_);
}

const sheets::Cell* RowReader::cell(std::uint32_t column) const {
  const auto at = std::ranges::lower_bound(cells_, column, {}, &sheets::Cell::column);
  return at == cells_.end() || at->column != column ? nullptr : &*at;
}

bool RowReader::has_any(const PlannedRecord& record) const {
  return std::ranges::any_of(record.columns, [&](const auto& column) {
    return column.meaning.kind == ColumnMeaning::Kind::field && cell(column.column) != nullptr;
  });
}

std::string_view RowReader::text(const PlannedColumn* column) const {
  const auto* const there = column == nullptr ? nullptr : cell(column->column);
  return there == nullptr ? std::string_view{} : unguarded(trimmed(there->text));
}

facts::Spot RowReader::spot(const PlannedColumn* column) const {
  return column == nullptr ? spot() : facts::Spot{number_, column->column, part_};
}

Origin RowReader::origin(const PlannedColumn& column) {
  raw_.clear();
  if (const auto* const there = cell(column.column)) {
    if (there->formula) raw_ += '=';
    if (!there->unit.empty() && there->unit != "%") (raw_ += there->unit) += ' ';
    raw_ += there->text;
    if (there->unit == "%") raw_ += " (%)";
  }
  return {spot(&column), raw_};
}

bool RowReader::is_total() const {
  if (cells_.empty()) return false;
  const auto words = words_of(plain_name(cells_.front().text));
  if (words.empty()) return false;
  const bool of_two = words.size() > 1 && (words[0] == "grand" || words[0] == "sub");
  const auto& first = words[of_two ? 1 : 0];
  return first == "total" || first == "jumlah" || first == "subtotal";
}

Written FieldReader::read(const PlannedRecord& record, const PlannedColumn& column,
                          const sheets::Cell& cell, facts::Spot at) {
  const auto& field = vocabulary_.entity(record.meaning.entity).fields[column.meaning.field];
  const std::string* means = nullptr;
  if (column.mapped != nullptr && !column.mapped->words.empty()) {
    const auto word = column.mapped->words.find(small_letters(trimmed(cell.text)));
    if (word != column.mapped->words.end()) means = &word->second;
  }
  Written written = means == nullptr ? read_kind(field, cell, column.habits)
                                     : values_.read(field, *means, column.habits);
  if (field.type == facts::Type::money) check_currency(column, written, at);
  const bool unknown = field.type == facts::Type::code && means == nullptr;
  if (unknown && written.kind == Written::Kind::unreadable)
    problems_.warning(at, say::unmapped_word(cell.text, field.label));
  return written;
}

Written FieldReader::read_kind(const facts::Field& field, const sheets::Cell& cell,
                               const Habits& habits) const {
  switch (cell.kind) {
    case sheets::Kind::number:
      return values_.read_number(field, cell.text, cell.unit, habits);
    case sheets::Kind::date:
      if (field.type == facts::Type::date || field.type == facts::Type::text)
        return values_.read(field, cell.text, habits);
      return {Written::Kind::unreadable, {}, std::nullopt};
    case sheets::Kind::error:
      return {Written::Kind::unreadable, {}, std::nullopt};
    case sheets::Kind::text:
    case sheets::Kind::boolean:
      break;
  }
  return values_.read(field, cell.text, habits);
}

void FieldReader::check_currency(const PlannedColumn& column, const Written& written,
                                 facts::Spot at) {
  if (!column.habits.currency || written.kind != Written::Kind::value) return;
  const auto currency = std::string_view(written.text).substr(0, 3);
  if (currency != column.habits.currency->view())
    problems_.error(at, say::mixed_currency(currency, column.habits.currency->view()));
}

}  // namespace periksa::forms
