// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/sheet_filing.h"

#include <algorithm>
#include <utility>

#include "auditor/forms/filing_sheet.h"
#include "auditor/forms/messages.h"
#include "auditor/forms/record_finder.h"
#include "auditor/forms/worker_batches.h"
#include "auditor/intake/assembly.h"
#include "auditor/sheets/sheets.h"

namespace periksa::forms {
namespace {

/// One reading of one workbook.
class SheetReading {
 public:
  SheetReading(const std::filesystem::path& path, const facts::Vocabulary& vocabulary,
               const intake::ReadOptions& options, const SheetOptions& sheets,
               const intake::OnShared& on_shared, const intake::OnWorker& on_worker)
      : path_(path),
        vocabulary_(vocabulary),
        caps_(options.caps),
        options_(sheets),
        names_(vocabulary),
        values_(vocabulary),
        assembly_(path.string(), vocabulary, options, on_shared, on_worker),
        problems_(assembly_.problems()),
        fields_(vocabulary, values_, problems_),
        tables_(vocabulary, names_, values_),
        row_(store_),
        finder_(store_, plan_, vocabulary, problems_) {}

  Result<intake::Filing> run() {
    auto files = sheets::read_workbook(path_, options_.caps, store_);
    if (!files) return std::unexpected(files.error());
    // What was read depends on the mapping as much as on the sheets.
    if (options_.mapping != nullptr)
      files->push_back({options_.mapping->file, options_.mapping->sha256});
    parts_ = parts_of(store_);
    problems_.set_parts(parts_);
    plan_ =
        SheetPlanner(store_, vocabulary_, names_, options_.mapping, caps_.text, problems_).plan();
    facts::FilingHeader header = read_filing_sheet();
    for (auto& sheet : plan_) set_century(sheet, century_of(header.closing));
    header.parts = parts_;
    for (const auto& [file, sha256] : *files) {
      if (files->size() > 1) header.files.push_back({file, sha256});
    }
    assembly_.begin(std::move(header));
    found_ = finder_.find();
    if (found_.workers.size() > caps_.workers)
      problems_.error({}, say::too_many_workers(caps_.workers));
    if (!problems_.failed()) write_shared();
    if (!problems_.failed()) write_workers();
    return assembly_.finish(!problems_.failed(), static_cast<std::uint32_t>(found_.workers.size()),
                            [&] { return files->front().sha256; });
  }

 private:
  facts::FilingHeader read_filing_sheet() {
    FilingSheet sheet(names_, options_.mapping, problems_);
    for (const auto& planned : plan_) {
      if (planned.records.front().meaning.kind != SheetKind::filing) continue;
      for (const auto& ref : store_.kept()[planned.sheet].rows) {
        row_.open(planned, ref);
        sheet.row(row_);
      }
    }
    return sheet.finish();
  }

  static void set_century(PlannedSheet& sheet, const DateRange& century) {
    for (auto& record : sheet.records) {
      for (auto& column : record.columns) column.habits.century = century;
    }
  }

  const PlannedRecord& open(const Found& found) {
    row_.open(finder_.sheet_of(found), found.row);
    return finder_.record_of(found);
  }

  void write_shared() {
    if (options_.mapping != nullptr) {
      for (const auto& source : options_.mapping->sources) write_mapped_source(source);
    }
    for (const auto& found : found_.sources) tables_.write(open(found), row_, "source", writer_);
    for (const auto& found : found_.collections)
      tables_.write(open(found), row_, "collection", writer_);
    for (const auto& records : found_.shared) {
      for (const auto& rows : records) {
        if (writer_.size() > caps_.shared) break;  // the assembly tells that it is too much
        write_record(rows);
        writer_.close(entity_of(rows).name);
      }
    }
    assembly_.shared(writer_.slice());
    writer_.take();
    found_.shared.clear();
  }

  const facts::Entity& entity_of(const RowsOfRecord& rows) const {
    return finder_.entity_of(finder_.record_of(rows.front()));
  }

  void write_workers() {
    std::span<const Found> records = found_.of_workers;
    std::span<const Found> collections = found_.worker_collections;
    WorkerBatches batches(writer_, assembly_);
    for (std::uint32_t ordinal = 0; ordinal < found_.workers.size(); ++ordinal) {
      write_record(found_.workers[ordinal]);
      for (; !collections.empty() && collections.front().owner == ordinal;
           collections = collections.subspan(1))
        tables_.write(open(collections.front()), row_, "collection", writer_);
      while (!records.empty() && records.front().owner == ordinal) write_next_kind(records);
      writer_.close("worker");
      batches.add(ordinal);
      if (assembly_.stopped() || problems_.failed()) return;
    }
    batches.flush();
  }

  /// The records of one kind at the front, all of one worker.
  void write_next_kind(std::span<const Found>& records) {
    const auto first = records.front();
    const auto entity = finder_.record_of(first).meaning.entity;
    const auto end = std::ranges::find_if(records, [&](const Found& found) {
      return found.owner != first.owner || finder_.record_of(found).meaning.entity != entity;
    });
    const auto count = static_cast<std::size_t>(end - records.begin());
    for (const auto& rows : finder_.group(records.first(count))) {
      write_record(rows);
      writer_.close(entity_of(rows).name);
    }
    records = records.subspan(count);
  }

  /// All that the rows say of the record, but for its end tag.
  void write_record(const RowsOfRecord& rows) {
    const auto& record = open(rows.front());
    const auto& entity = finder_.entity_of(record);
    writer_.open(entity.name, row_.spot());
    const auto* const id = record.find(ColumnKind::id);
    writer_.attribute("id", finder_.id_of(finder_.sheet_of(rows.front()), record, row_),
                      {row_.spot(id), {}});
    write_said_in(record);
    if (record.mapped != nullptr) write_constants(*record.mapped);
    later_.clear();
    for (const auto& column : record.columns) {
      if (column.meaning.kind == ColumnKind::field) write_field(entity, record, column);
    }
    for (const auto& [column, written] : later_)
      writer_.field(entity.fields[column->meaning.field].name, {}, written, row_.origin(*column));
    for (const auto& further : std::span(rows).subspan(1)) write_further(further);
  }

  /// Values become attributes; what has a state of its own is an element and comes later.
  void write_field(const facts::Entity& entity, const PlannedRecord& record,
                   const PlannedColumn& column) {
    Written written;
    if (const auto* const cell = row_.cell(column.column))
      written = fields_.read(record, column, *cell, row_.spot(&column));
    switch (written.kind) {
      case Written::Kind::value:
      case Written::Kind::absent:
        writer_.attribute(entity.fields[column.meaning.field].name, written.text,
                          row_.origin(column));
        break;
      case Written::Kind::none:
      case Written::Kind::unreadable:
        later_.emplace_back(&column, std::move(written));
        break;
      case Written::Kind::not_supplied:
        break;
    }
  }

  /// What a further source says of the record; its empty cells say nothing.
  void write_further(const Found& found) {
    const auto& record = open(found);
    const std::string source(row_.text(record.find(ColumnKind::source)));
    for (const auto& column : record.columns) {
      const auto* const cell = row_.cell(column.column);
      if (column.meaning.kind != ColumnKind::field || cell == nullptr) continue;
      const Written written = fields_.read(record, column, *cell, row_.spot(&column));
      if (written.kind == Written::Kind::not_supplied) continue;
      writer_.field(finder_.entity_of(record).fields[column.meaning.field].name, source, written,
                    row_.origin(column));
    }
  }

  void write_said_in(const PlannedRecord& record) {
    for (const auto kind : {ColumnKind::source, ColumnKind::page}) {
      const auto* const column = record.find(kind);
      const auto text = row_.text(column);
      if (!text.empty())
        writer_.attribute(kind == ColumnKind::page ? "page" : "source", text, row_.origin(*column));
    }
  }

  void write_constants(const Mapping::Record& mapped) {
    for (const auto& constant : mapped.constants)
      writer_.attribute(constant.field, constant.value, {row_.spot(), {}});
  }

  void write_mapped_source(const Mapping::Source& source) {
    writer_.open("source", {});
    writer_.attribute("id", source.id, {});
    writer_.attribute("document", source.document, {});
    if (!source.asserter.empty()) writer_.attribute("asserter", source.asserter, {});
    if (!source.file.empty()) writer_.attribute("file", source.file, {});
    writer_.close("source");
  }

  const std::filesystem::path& path_;
  const facts::Vocabulary& vocabulary_;
  const intake::InputCaps& caps_;
  const SheetOptions& options_;
  TableNames names_;
  WrittenReader values_;
  RowStore store_;
  std::vector<facts::Part> parts_;
  std::vector<PlannedSheet> plan_;
  intake::Assembly assembly_;
  intake::Problems& problems_;
  FieldReader fields_;
  TableRows tables_;
  RowReader row_;
  RecordFinder finder_;
  FoundRecords found_;
  ElementWriter writer_;
  std::vector<std::pair<const PlannedColumn*, Written>> later_;
};

}  // namespace

Result<intake::Filing> read_sheets(const std::filesystem::path& path,
                                   const facts::Vocabulary& vocabulary,
                                   const intake::ReadOptions& options, const SheetOptions& sheets,
                                   const intake::OnShared& on_shared,
                                   const intake::OnWorker& on_worker) {
  return SheetReading(path, vocabulary, options, sheets, on_shared, on_worker).run();
}

}  // namespace periksa::forms
