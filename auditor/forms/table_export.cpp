// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/table_export.h"

#include <algorithm>
#include <map>

#include "auditor/forms/fact_text.h"

namespace periksa::forms {
namespace {

using facts::Cell;
using facts::Completeness;
using facts::State;
using facts::Type;

constexpr std::size_t kFiling = 0;
constexpr std::size_t kSources = 1;
constexpr std::size_t kCompletenessSheet = 2;
constexpr std::size_t kFirstRecords = 3;

bool says_same(const std::optional<DateRange>& days, const facts::Reading* reading) {
  if (!days || reading == nullptr) return !days && reading == nullptr;
  return days->first.days() == reading->low && days->last.days() == reading->high;
}

const char* pick(Language language, const char* id, const char* en) {
  return language == Language::id ? id : en;
}

}  // namespace

TableExport::TableExport(const facts::Vocabulary& vocabulary, Language language)
    : vocabulary_(vocabulary), language_(language), reader_(vocabulary), names_(vocabulary) {
  for (const auto& entity : vocabulary.entities()) {
    sheets_.emplace_back();
    sheets_.back().used.resize(entity.fields.size(), false);
    sheets_.back().filled.resize(entity.fields.size(), false);
  }
}

void TableExport::look_at(const facts::Facts& facts, facts::EntityId entity) {
  Sheet& sheet = sheets_[entity];
  const auto& table = facts.table(entity);
  completeness_ = completeness_ || table.completeness(0).state != Completeness::State::unknown;
  for (std::uint32_t row = 0; row < table.size(); ++row) {
    sheet.any = true;
    sheet.sources = sheet.sources || table.row(row).source != 0;
    for (facts::FieldId field = 0; field < sheet.used.size(); ++field) {
      const Cell& cell = table.cell(row, field);
      if (cell.state != State::absent) sheet.filled[field] = true;
      if (cell.state == State::not_supplied) continue;
      sheet.used[field] = true;
      sheet.sources = sheet.sources || cell.source != 0 || cell.state == State::contradictory;
    }
  }
}

void TableExport::look(const intake::Filing& filing) {
  for (std::size_t i = 0; i < sheets_.size(); ++i) {
    if (!vocabulary_.entities()[i].in_worker)
      look_at(*filing.shared, static_cast<facts::EntityId>(i));
  }
  completeness_ =
      completeness_ || filing.header.workers_completeness.state != Completeness::State::unknown;
}

void TableExport::look(const facts::Facts& worker) {
  for (std::size_t i = 0; i < sheets_.size(); ++i) {
    const auto id = static_cast<facts::EntityId>(i);
    if (vocabulary_.entities()[i].in_worker || id == vocabulary_.worker()) look_at(worker, id);
  }
}

void TableExport::add_sheet(std::size_t index, SheetKind table) {
  std::vector<std::string> headings;
  for (const auto key : TableNames::keys(table))
    headings.push_back(key_title(table, key, language_));
  if (table == SheetKind::filing)
    headings = {pick(language_, "isian", "item"), pick(language_, "isi", "value")};
  static const std::map<SheetKind, std::string> kFiles{{SheetKind::filing, "filing"},
                                                       {SheetKind::sources, "sources"},
                                                       {SheetKind::collections, "collections"}};
  sink_->sheet(index, sheet_title(table, language_), kFiles.at(table), headings);
}

void TableExport::begin(const intake::Filing& filing, TableSink& sink) {
  filing_ = &filing;
  sink_ = &sink;
  add_sheet(kFiling, SheetKind::filing);
  add_sheet(kSources, SheetKind::sources);
  if (completeness_) add_sheet(kCompletenessSheet, SheetKind::collections);
  std::size_t next = kFirstRecords;
  for (std::size_t i = 0; i < sheets_.size(); ++i) {
    Sheet& sheet = sheets_[i];
    if (!sheet.any) continue;
    const auto& entity = vocabulary_.entities()[i];
    sheet.index = next++;
    std::vector<std::string> headings{column_title(ColumnKind::id, language_)};
    if (entity.in_worker) headings.push_back(column_title(ColumnKind::worker, language_));
    if (sheet.sources) headings.push_back(column_title(ColumnKind::source, language_));
    for (facts::FieldId field = 0; field < sheet.used.size(); ++field) {
      if (!sheet.used[field]) continue;
      sheet.fields.push_back(field);
      headings.push_back(names_.heading(static_cast<facts::EntityId>(i), field, language_));
    }
    sink.sheet(sheet.index, names_.title(static_cast<facts::EntityId>(i), language_), entity.many,
               headings);
  }
  write_filing();
  write_sources();
  if (completeness_) {
    const auto& worker = vocabulary_.entity(vocabulary_.worker());
    write_completeness(filing.header.workers_completeness, worker.many, {});
  }
  for (std::size_t i = 0; i < sheets_.size(); ++i) {
    const auto id = static_cast<facts::EntityId>(i);
    if (vocabulary_.entities()[i].in_worker || id == vocabulary_.worker()) continue;
    write_completeness(*filing.shared, id, {});
    write_rows(*filing.shared, id, {});
  }
}

void TableExport::worker(const facts::Facts& worker) {
  const std::string_view id = worker.table(vocabulary_.worker()).row(0).id;
  write_rows(worker, vocabulary_.worker(), {});
  for (std::size_t i = 0; i < sheets_.size(); ++i) {
    if (!vocabulary_.entities()[i].in_worker) continue;
    write_completeness(worker, static_cast<facts::EntityId>(i), id);
    write_rows(worker, static_cast<facts::EntityId>(i), id);
  }
}

void TableExport::write_filing() {
  const auto& header = filing_->header;
  const auto say = [&](std::string_view key, std::string value, bool date = false) {
    sink_->row(kFiling,
               {{key_title(SheetKind::filing, key, language_), false}, {std::move(value), date}});
  };
  say("format", "1");
  say("closing", to_iso(header.closing), true);
  say("asserter", std::string(to_string(header.sources.front().asserter)));
  say("fictitious",
      header.fictitious ? pick(language_, "ya", "yes") : pick(language_, "tidak", "no"));
}

void TableExport::write_sources() {
  const auto& sources = filing_->header.sources;
  for (std::size_t i = 1; i < sources.size(); ++i) {
    const auto& source = sources[i];
    sink_->row(kSources, {{source.id},
                          {source.document},
                          {std::string(to_string(source.asserter))},
                          {source.file},
                          {source.sha256},
                          {source.dated ? to_iso(*source.dated) : "", true}});
  }
}

void TableExport::write_completeness(const facts::Facts& facts, facts::EntityId entity,
                                     std::string_view worker) {
  write_completeness(facts.table(entity).completeness(0), vocabulary_.entity(entity).many, worker);
}

void TableExport::write_completeness(const Completeness& stated, const std::string& many,
                                     std::string_view worker) {
  if (stated.state == Completeness::State::unknown) return;
  const bool sample = stated.state == Completeness::State::sample;
  sink_->row(kCompletenessSheet, {{many},
                                  {std::string(worker)},
                                  {sample ? pick(language_, "sampel", "sample")
                                          : pick(language_, "lengkap", "complete")},
                                  {stated.count < 0 ? "" : std::to_string(stated.count)},
                                  {source_id(stated.source)}});
}

void TableExport::write_rows(const facts::Facts& facts, facts::EntityId entity,
                             std::string_view worker) {
  for (std::uint32_t row = 0; row < facts.table(entity).size(); ++row)
    write_row(facts, entity, row, worker);
}

/// The record's own row, then one for each other source that says something of it.
void TableExport::write_row(const facts::Facts& facts, facts::EntityId entity, std::uint32_t row,
                            std::string_view worker) {
  const auto& table = facts.table(entity);
  std::vector<std::uint32_t> others;
  const auto add = [&](std::uint32_t source) {
    if (source != table.row(row).source && std::ranges::find(others, source) == others.end())
      others.push_back(source);
  };
  for (const auto field : sheets_[entity].fields) {
    const Cell& cell = table.cell(row, field);
    if (cell.state == State::contradictory) {
      for (const auto& one : facts.alternatives(cell)) add(one.source);
    } else if (cell.state != State::not_supplied) {
      add(cell.source);
    }
  }
  write_reading(facts, entity, row, worker, table.row(row).source, true);
  for (const auto source : others) write_reading(facts, entity, row, worker, source, false);
}

void TableExport::write_reading(const facts::Facts& facts, facts::EntityId entity,
                                std::uint32_t row, std::string_view worker, std::uint32_t source,
                                bool first) {
  const Sheet& sheet = sheets_[entity];
  const auto& table = facts.table(entity);
  const auto& fields = vocabulary_.entity(entity).fields;
  std::vector<OutCell> cells{{std::string(table.row(row).id)}};
  if (vocabulary_.entity(entity).in_worker) cells.push_back({std::string(worker)});
  if (sheet.sources) cells.push_back({source_id(source)});
  for (const auto field : sheet.fields) {
    const Cell* said = &table.cell(row, field);
    if (said->state == State::contradictory) {
      const auto all = facts.alternatives(*said);
      const auto mine = std::ranges::find(all, source, &Cell::source);
      said = mine == all.end() ? nullptr : &*mine;
    } else if (said->state == State::not_supplied || said->source != source) {
      said = nullptr;
    }
    // An empty cell says nothing in a column without content, nor of a further source.
    const bool empty = first && sheet.filled[field];
    if (said != nullptr && said->state == State::absent && !empty) {
      cells.push_back({pick(language_, "kosong", "empty")});
    } else if (said != nullptr) {
      cells.push_back(cell(facts, fields[field], *said));
    } else {
      cells.push_back({first ? pick(language_, "tidak disampaikan", "not supplied") : ""});
    }
  }
  sink_->row(sheet.index, cells);
}

OutCell TableExport::cell(const facts::Facts& facts, const facts::Field& field,
                          const Cell& cell) const {
  switch (cell.state) {
    case State::known: {
      std::string text = known(facts, field, cell);
      // A text that would say something else in a sheet is marked as no more than a text.
      const bool other =
          field.type == Type::text && reader_.read(field, text).kind != Written::Kind::value;
      return {other ? '\'' + text : text, field.type == Type::date};
    }
    case State::stated_none:
      return {pick(language_, "tidak ada", "none")};
    case State::unreadable: {
      const std::string raw = raw_text(facts, cell);
      const auto again = reader_.read(field, raw, {.century = century_of(filing_->header.closing)});
      const bool same =
          again.kind == Written::Kind::unreadable && says_same(again.readings, facts.reading(cell));
      if (same && !raw.empty()) return {raw};
      return {pick(language_, "tidak terbaca: ", "unreadable: ") + raw};
    }
    case State::absent:
    case State::not_supplied:
    case State::contradictory:
      break;
  }
  return {};
}

/// The words that a person would write there, where reading them gives the same again.
std::string TableExport::known(const facts::Facts& facts, const facts::Field& field,
                               const Cell& cell) const {
  if (field.type == Type::boolean)
    return cell.value != 0 ? pick(language_, "ya", "yes") : pick(language_, "tidak", "no");
  if (field.type != Type::code) return fact_text(*filing_, facts, field, cell);
  const auto& code = vocabulary_.list(field.target).codes[static_cast<std::size_t>(cell.value)];
  const auto again = reader_.read(field, code.label.in(language_));
  return again.text == code.name ? code.label.in(language_) : code.name;
}

std::string TableExport::source_id(std::uint32_t source) const {
  return filing_->header.sources[source].id;
}

}  // namespace periksa::forms
