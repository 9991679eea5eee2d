// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/sheet_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "auditor/base/cell_name.h"
#include "auditor/base/nearest.h"
#include "auditor/forms/element_writer.h"
#include "auditor/forms/heading_row.h"
#include "auditor/forms/messages.h"
#include "auditor/forms/written_parts.h"

namespace periksa::forms {
namespace {

std::string text_of(const sheets::Cell& cell) {
  return std::string(trimmed(cell.text));
}

bool covers(const sheets::Area& area, std::uint32_t column) {
  return area.first_column <= column && column <= area.last_column;
}

std::string_view nearest_of(std::string_view word, const std::vector<std::string>& names) {
  const std::vector<std::string_view> views(names.begin(), names.end());
  return nearest(word, views);
}

std::string area_name(const sheets::Area& area) {
  return cell_name(area.first_row, area.first_column) + ':' +
         cell_name(area.last_row, area.last_column);
}

}  // namespace

const PlannedColumn* PlannedRecord::find(ColumnKind kind) const {
  const auto at = std::ranges::find_if(
      columns, [&](const auto& column) { return column.meaning.kind == kind; });
  return at == columns.end() ? nullptr : &*at;
}

const PlannedColumn* PlannedRecord::find(std::string_view key) const {
  const auto at = std::ranges::find(columns, key, &PlannedColumn::key);
  return at == columns.end() ? nullptr : &*at;
}

SheetPlanner::SheetPlanner(const RowStore& store, const facts::Vocabulary& vocabulary,
                           const TableNames& names, const Mapping* mapping, std::size_t text_cap,
                           intake::Problems& problems)
    : store_(store),
      vocabulary_(vocabulary),
      names_(names),
      mapping_(mapping),
      text_cap_(text_cap),
      problems_(problems) {}

std::vector<PlannedSheet> SheetPlanner::plan() {
  for (std::size_t i = 0; i < store_.kept().size(); ++i) {
    const auto& name = store_.kept()[i].sheet.name;
    const auto* const mapped = mapping_ == nullptr ? nullptr : mapping_->find(name);
    if (mapped == nullptr) {
      plan_sheet(i);
    } else if (!mapped->skipped) {
      plan_mapped(i, *mapped);
    }
  }
  check_mapped_sheets();
  if (planned_.empty()) {
    Bilingual examples;
    for (const auto language : {Language::id, Language::en}) {
      examples.in(language) = names_.title(vocabulary_.worker(), language) + ", " +
                              sheet_title(SheetKind::filing, language);
    }
    problems_.error({}, say::no_known_sheet(examples));
  }
  for (auto& sheet : planned_) forget_empty(sheet);
  for (const auto& sheet : planned_) check_merged(sheet);
  prove_dates();
  return std::move(planned_);
}

/// What the mapping reads must be there: without its cash book a filing would pass as whole. What
/// it does not read may be missing.
void SheetPlanner::check_mapped_sheets() {
  if (mapping_ == nullptr) return;
  std::vector<std::string> there;
  for (const auto& kept : store_.kept()) there.push_back(kept.sheet.name);
  for (const auto& mapped : mapping_->sheets) {
    const bool found = std::ranges::any_of(
        there, [&](const auto& name) { return plain_name(name) == plain_name(mapped.name); });
    if (!found && !mapped.skipped)
      problems_.error({}, say::no_such_sheet(mapped.name, nearest_of(mapped.name, there)));
  }
}

facts::Spot SheetPlanner::spot(std::size_t index, std::uint32_t row, std::uint32_t column) const {
  return {row, column, static_cast<std::uint16_t>(index + 1)};
}

Bilingual SheetPlanner::name_of(const SheetMeaning& meaning) const {
  if (meaning.kind == SheetKind::records) return vocabulary_.entity(meaning.entity).label;
  return {sheet_title(meaning.kind, Language::id), sheet_title(meaning.kind, Language::en)};
}

void SheetPlanner::plan_sheet(std::size_t index) {
  const auto& kept = store_.kept()[index];
  const SheetMeaning meaning = names_.sheet(kept.sheet.name);
  if (meaning.kind == SheetKind::guide) return;
  const bool own_lists = meaning.kind == SheetKind::choices && kept.sheet.hidden;
  if (own_lists) return;
  // A sheet "Daftar" that can be seen is somebody's own and may hold anything.
  if (meaning.kind == SheetKind::unknown || meaning.kind == SheetKind::choices) {
    std::vector<std::string> titles;
    for (std::size_t i = 0; i < vocabulary_.entities().size(); ++i)
      for (const auto language : {Language::id, Language::en})
        titles.push_back(names_.title(static_cast<facts::EntityId>(i), language));
    if (!kept.rows.empty()) {
      problems_.warning(spot(index, 1, 1),
                        say::unknown_sheet(kept.sheet.name, nearest_of(kept.sheet.name, titles)));
    }
    return;
  }
  if (meaning.kind == SheetKind::filing || kept.rows.empty()) {
    planned_.push_back({index, 0, {{meaning, {}, nullptr}}});
    return;
  }
  const auto headings = find_headings(kept, store_, [&](const sheets::Cell& cell) {
    std::string_view key;
    return meaning_of(meaning, text_of(cell), key).kind != ColumnKind::unknown;
  });
  const bool alone = headings && headings->known == 1 && headings->cells.size() > 1;
  if (!headings || !headings->mostly_known() || alone) {
    problems_.error(spot(index, 1, 1), say::no_headings(name_of(meaning)));
    return;
  }
  PlannedRecord record{meaning, {}, nullptr};
  for (const auto& cell : headings->cells) add_column(record, index, headings->number, cell);
  planned_.push_back({index, headings->index + 1, {std::move(record)}});
}

ColumnMeaning SheetPlanner::meaning_of(const SheetMeaning& sheet, const std::string& heading,
                                       std::string_view& key) const {
  if (sheet.kind == SheetKind::records) return names_.column(sheet.entity, heading);
  key = names_.key(sheet.kind, heading);
  return {key.empty() ? ColumnKind::unknown : ColumnKind::field};
}

void SheetPlanner::add_column(PlannedRecord& record, std::size_t index, std::uint32_t row,
                              const sheets::Cell& cell) {
  PlannedColumn column;
  column.column = cell.column;
  column.heading = text_of(cell);
  column.meaning = meaning_of(record.meaning, column.heading, column.key);
  column.habits.currency = column.meaning.currency;
  const facts::Spot at = spot(index, row, cell.column);
  if (column.meaning.kind == ColumnKind::unknown) {
    std::vector<std::string> titles;
    if (record.meaning.kind == SheetKind::records) {
      for (const auto& field : vocabulary_.entity(record.meaning.entity).fields)
        titles.insert(titles.end(), {field.label.id, field.label.en});
    }
    problems_.warning(at, say::unknown_heading(column.heading, nearest_of(column.heading, titles)));
    return;
  }
  if (column.meaning.kind == ColumnKind::ambiguous) {
    std::vector<std::string> could_be;
    for (const auto field : column.meaning.could_be)
      could_be.push_back(vocabulary_.entity(record.meaning.entity).fields[field].name);
    problems_.error(at, say::ambiguous_heading(column.heading, could_be));
    return;
  }
  if (!repeats(record, column, at)) record.columns.push_back(std::move(column));
}

bool SheetPlanner::repeats(const PlannedRecord& record, const PlannedColumn& column,
                           facts::Spot at) {
  const auto same = std::ranges::find_if(record.columns, [&](const auto& other) {
    return other.meaning == column.meaning && other.key == column.key;
  });
  if (same == record.columns.end()) return false;
  const bool field =
      record.meaning.kind == SheetKind::records && column.meaning.kind == ColumnKind::field;
  const std::string meaning =
      field ? vocabulary_.entity(record.meaning.entity).fields[column.meaning.field].name
            : std::string(column.key.empty() ? "ID" : column.key);
  problems_.error(at, say::same_meaning(column.heading, meaning, cell_name(at.line, same->column)));
  return true;
}

std::optional<std::size_t> SheetPlanner::row_numbered(std::size_t index,
                                                      std::uint32_t number) const {
  const auto& rows = store_.kept()[index].rows;
  Cells cells;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::uint32_t row = store_.read(rows[i], cells);
    if (row == number) return i;
    if (row > number) break;
  }
  return std::nullopt;
}

void SheetPlanner::plan_mapped(std::size_t index, const Mapping::Sheet& mapped) {
  const auto& kept = store_.kept()[index];
  const auto headings = row_numbered(index, mapped.heading_row);
  if (!headings) {
    problems_.error(spot(index, 1, 1), say::no_such_row(mapped.heading_row));
    return;
  }
  Cells cells;
  const std::uint32_t row = store_.read(kept.rows[*headings], cells);
  std::vector<bool> placed(cells.size(), false);
  PlannedSheet sheet{index, *headings + 1, {}};
  for (const auto& record : mapped.records)
    sheet.records.push_back(plan_record(index, record, row, cells, placed));
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto& ignored = mapped.ignored;
    const std::string heading = text_of(cells[i]);
    const bool known = placed[i] || std::ranges::any_of(ignored, [&](const auto& name) {
                         return plain_name(name) == plain_name(heading);
                       });
    if (!known)
      problems_.warning(spot(index, row, cells[i].column), say::unknown_heading(heading, {}));
  }
  planned_.push_back(std::move(sheet));
}

PlannedRecord SheetPlanner::plan_record(std::size_t index, const Mapping::Record& mapped,
                                        std::uint32_t row, const Cells& headings,
                                        std::vector<bool>& placed) {
  PlannedRecord record{names_.sheet(mapped.entity), {}, &mapped};
  for (const auto& wanted : mapped.columns) {
    const auto* const at = find_heading(index, row, headings, wanted.heading);
    if (at == nullptr) continue;
    placed[static_cast<std::size_t>(at - headings.data())] = true;
    PlannedColumn column;
    column.column = at->column;
    column.heading = wanted.heading;
    column.meaning = meaning_of(record.meaning, wanted.field, column.key);
    column.habits = {.currency = wanted.currency, .dates = wanted.dates};
    column.mapped = &wanted;
    if (!repeats(record, column, spot(index, row, at->column)))
      record.columns.push_back(std::move(column));
  }
  return record;
}

/// The cell of that name; null after having told that there is none, or that there are two.
const sheets::Cell* SheetPlanner::find_heading(std::size_t index, std::uint32_t row,
                                               const Cells& headings, std::string_view wanted) {
  const sheets::Cell* found = nullptr;
  for (const auto& cell : headings) {
    if (plain_name(cell.text) != plain_name(wanted)) continue;
    if (found != nullptr) {
      problems_.error(spot(index, row, cell.column),
                      say::heading_twice(wanted, cell_name(row, found->column)));
      return nullptr;
    }
    found = &cell;
  }
  if (found != nullptr) return found;
  std::vector<std::string> there;
  for (const auto& cell : headings) there.push_back(text_of(cell));
  problems_.error(spot(index, row, 1), say::no_such_heading(wanted, nearest_of(wanted, there)));
  return nullptr;
}

/// A column without any value is as one that is not there: the filer has left it out. Columns
/// without a heading are told of, formulas counted.
void SheetPlanner::forget_empty(PlannedSheet& sheet) const {
  if (sheet.records.front().meaning.kind == SheetKind::filing) return;
  const auto& rows = store_.kept()[sheet.sheet].rows;
  std::set<std::uint32_t> used;
  std::set<std::uint32_t> headed;
  std::map<std::uint32_t, std::pair<std::size_t, std::uint32_t>> formulas;
  Cells cells;
  if (sheet.first > 0) {
    store_.read(rows[sheet.first - 1], cells);
    for (const auto& cell : cells) headed.insert(cell.column);
  }
  std::set<std::uint32_t> read;
  for (const auto& record : sheet.records)
    for (const auto& column : record.columns) read.insert(column.column);
  std::map<std::uint32_t, std::uint32_t> headless;
  for (std::size_t i = sheet.first; i < rows.size(); ++i) {
    const std::uint32_t row = store_.read(rows[i], cells);
    if (is_example(cells)) continue;
    for (const auto& cell : cells) {
      used.insert(cell.column);
      if (read.contains(cell.column)) check_text(spot(sheet.sheet, row, cell.column), cell);
      if (!headed.contains(cell.column)) headless.emplace(cell.column, row);
      if (cell.formula) {
        const auto at = formulas.emplace(cell.column, std::pair{std::size_t{0}, row}).first;
        ++at->second.first;
      }
    }
  }
  for (const auto& [column, row] : headless)
    problems_.warning(spot(sheet.sheet, row, column), say::no_heading_here());
  for (auto& record : sheet.records) {
    for (const auto& column : record.columns) {
      const auto at = formulas.find(column.column);
      if (at == formulas.end()) continue;
      problems_.warning(spot(sheet.sheet, at->second.second, column.column),
                        say::formulas(at->second.first, column.heading));
      formulas.erase(at);
    }
    std::erase_if(record.columns,
                  [&](const auto& column) { return !used.contains(column.column); });
    std::ranges::stable_sort(record.columns, {}, [](const auto& column) {
      return std::pair{column.meaning.kind != ColumnKind::field, column.meaning.field};
    });
  }
}

/// The raw text of a value bears marks of its own beside the cell's.
void SheetPlanner::check_text(facts::Spot at, const sheets::Cell& cell) const {
  constexpr std::size_t kMarks = 16;
  if (!is_legal_text(cell.text)) {
    problems_.error(at, say::text_illegal());
  } else if (written_size(cell.text) + written_size(cell.unit) + kMarks > text_cap_) {
    problems_.error(at, say::text_too_long(text_cap_));
  }
}

/// A merged area over rows that are read leaves open whose its value is.
void SheetPlanner::check_merged(const PlannedSheet& sheet) {
  const auto& kept = store_.kept()[sheet.sheet];
  Cells cells;
  const std::uint32_t headings =
      sheet.first == 0 ? 0 : store_.read(kept.rows[sheet.first - 1], cells);
  for (const auto& area : kept.merged) {
    if (area.last_row <= headings) continue;
    const bool read = std::ranges::any_of(sheet.records, [&](const auto& record) {
      return record.columns.empty() || std::ranges::any_of(record.columns, [&](const auto& column) {
               return covers(area, column.column);
             });
    });
    if (read)
      problems_.error(spot(sheet.sheet, area.first_row, area.first_column),
                      say::merged_cells(area_name(area)));
  }
}

void SheetPlanner::prove_dates() {
  for (auto& sheet : planned_) prove_dates(sheet);
}

/// One date that can only be read day first (13/03/2024) proves the order for the others of its
/// column, unless another proves the opposite; other columns may have been written by others.
void SheetPlanner::prove_dates(PlannedSheet& sheet) const {
  const auto is_date = [&](const PlannedRecord& record, const PlannedColumn& column) {
    return record.meaning.kind == SheetKind::records && column.meaning.kind == ColumnKind::field &&
           vocabulary_.entity(record.meaning.entity).fields[column.meaning.field].type ==
               facts::Type::date;
  };
  std::map<std::uint32_t, std::set<DateOrder>> proven;  // by column
  for (const auto& record : sheet.records) {
    for (const auto& column : record.columns) {
      if (is_date(record, column)) proven[column.column];
    }
  }
  if (proven.empty()) return;
  const auto& rows = store_.kept()[sheet.sheet].rows;
  Cells cells;
  for (std::size_t i = sheet.first; i < rows.size(); ++i) {
    store_.read(rows[i], cells);
    if (is_example(cells)) continue;
    for (const auto& cell : cells) {
      const auto column = proven.find(cell.column);
      if (cell.kind == sheets::Kind::text && column != proven.end())
        column->second.insert(proven_order(cell.text));
    }
  }
  for (auto& record : sheet.records) {
    for (auto& column : record.columns) {
      if (!is_date(record, column) || column.habits.dates != DateOrder::unknown) continue;
      auto& orders = proven[column.column];
      orders.erase(DateOrder::unknown);
      if (orders.size() == 1) column.habits.dates = *orders.begin();
    }
  }
}

}  // namespace periksa::forms
