// SPDX-License-Identifier: Apache-2.0
#include "auditor/documents/index.h"

#include <algorithm>
#include <string_view>

#include "auditor/base/cell_name.h"
#include "auditor/base/nearest.h"
#include "auditor/documents/messages.h"
#include "auditor/forms/filing_sheet.h"
#include "auditor/forms/row_store.h"
#include "auditor/forms/table_names.h"
#include "auditor/forms/written_parts.h"
#include "auditor/sheets/sheets.h"

namespace periksa::documents {
namespace {

constexpr std::size_t kMostErrors = 50;
constexpr std::size_t kHeadingRows = 20;

/// What the columns are called, as `forms::plain_name` makes it.
const std::array<std::vector<std::string_view>, kColumns>& names() {
  static const std::array<std::vector<std::string_view>, kColumns> all{
      {{"berkas", "nama berkas", "nama file", "file", "file name"},
       {"sumber", "id sumber", "source", "source id"},
       {"pekerja", "id pekerja", "id pmi", "id cpmi", "worker", "worker id"},
       {"jenis catatan", "record kind", "kind of record", "entity"},
       {"id catatan", "record", "record id"},
       {"jenis dokumen", "dokumen", "document", "document kind", "kind of document"},
       {"yang menyatakan", "penyampai", "asserter", "asserted by"},
       {"tanggal dokumen", "tanggal", "bertanggal", "dated", "date", "date of the document"},
       {"keterangan", "note", "notes"}}};
  return all;
}

std::optional<Column> column_of(std::string_view heading) {
  const std::string plain = forms::plain_name(heading);
  for (std::size_t i = 0; i < kColumns; ++i) {
    if (std::ranges::find(names()[i], plain) != names()[i].end()) return static_cast<Column>(i);
  }
  return std::nullopt;
}

/// One reading of one index.
class Reading {
 public:
  Reading(const std::filesystem::path& path, const facts::Vocabulary& vocabulary, const Caps& caps)
      : path_(path),
        vocabulary_(vocabulary),
        caps_(caps),
        tables_(vocabulary),
        values_(vocabulary) {}

  Result<Index> run() {
    const auto files = sheets::read_workbook(path_, {}, store_);
    if (!files) return std::unexpected(files.error());
    index_.file = files->front().file;
    index_.sha256 = files->front().sha256;
    const auto* const sheet = find_sheet();
    if (sheet == nullptr) return std::unexpected(problems_);
    for (const auto& ref : std::span(sheet->rows).subspan(heading_ + 1)) {
      read_row(ref);
      if (problems_.size() >= kMostErrors) break;
    }
    if (!problems_.empty()) return std::unexpected(problems_);
    return std::move(index_);
  }

 private:
  /// The one sheet with a column of files.
  const forms::KeptSheet* find_sheet() {
    const forms::KeptSheet* found = nullptr;
    for (const auto& sheet : store_.kept()) {
      const auto heading = heading_of(sheet);
      if (!heading) continue;
      if (found != nullptr) {
        tell({index_.file}, say::two_index_sheets(found->sheet.name, sheet.sheet.name));
        return nullptr;
      }
      found = &sheet;
      heading_ = *heading;
    }
    if (found == nullptr) {
      tell({index_.file}, say::no_headings());
      return nullptr;
    }
    if (!forms::ends_in(index_.file, ".csv")) index_.sheet = found->sheet.name;
    return read_headings(*found) ? found : nullptr;
  }

  std::optional<std::size_t> heading_of(const forms::KeptSheet& sheet) {
    for (std::size_t i = 0; i < std::min(sheet.rows.size(), kHeadingRows); ++i) {
      store_.read(sheet.rows[i], cells_);
      const auto is_file = [](const sheets::Cell& cell) {
        return column_of(cell.text) == Column::file;
      };
      if (cells_.size() > 1 && std::ranges::any_of(cells_, is_file)) return i;
    }
    return std::nullopt;
  }

  bool read_headings(const forms::KeptSheet& sheet) {
    number_ = store_.read(sheet.rows[heading_], cells_);
    for (const auto& cell : cells_) {
      const auto column = column_of(cell.text);
      if (!column) {
        index_.warnings.push_back({Diagnostic::Kind::warning, place(number_, cell.column),
                                   say::unknown_column(cell.text)});
        continue;
      }
      auto& taken = index_.columns[static_cast<std::size_t>(*column)];
      if (taken != 0) tell(place(number_, cell.column), say::column_twice(cell.text));
      taken = cell.column;
    }
    return problems_.empty();
  }

  void read_row(forms::RowRef ref) {
    number_ = store_.read(ref, cells_);
    if (forms::is_example(cells_)) return;
    row_ = {};
    row_.number = number_;
    row_.file = text(Column::file);
    row_.source = text(Column::source);
    row_.worker = text(Column::worker);
    row_.record = text(Column::record);
    if (row_.file.empty()) return tell(Column::file, say::no_file_named());
    if (index_.rows.size() == caps_.rows) return tell(Column::file, say::too_many_rows(caps_.rows));
    const std::size_t before = problems_.size();
    read_what();
    if (problems_.size() == before) read_document();
    read_asserter();
    read_dated();
    index_.rows.push_back(std::move(row_));
  }

  /// A source, or a record: a worker's, or one that all share.
  void read_what() {
    const std::string kind = text(Column::entity);
    const bool names_record = !row_.worker.empty() || !kind.empty() || !row_.record.empty();
    if (!row_.source.empty()) {
      if (names_record) tell(Column::source, say::source_and_record());
      return;
    }
    if (!names_record) return tell(Column::source, say::nothing_named());
    row_.entity = vocabulary_.worker();
    if (!kind.empty()) {
      const auto meaning = tables_.sheet(kind);
      if (meaning.kind != forms::SheetMeaning::Kind::records)
        return tell(Column::entity, say::unknown_entity(kind, nearest_entity(kind)));
      row_.entity = meaning.entity;
    }
    const auto& entity = vocabulary_.entity(row_.entity);
    if (row_.entity == vocabulary_.worker()) return read_worker(kind);
    if (entity.in_worker && row_.worker.empty())
      return tell(Column::worker, say::needs_worker(entity.label));
    if (!entity.in_worker && !row_.worker.empty())
      return tell(Column::worker, say::no_workers_record(entity.label));
    if (row_.record.empty() && !entity.single)
      tell(Column::record, say::needs_record(entity.label));
  }

  /// Of a row for the worker's own record the id may stand in either column.
  void read_worker(const std::string& kind) {
    if (kind.empty() && !row_.record.empty()) return tell(Column::entity, say::needs_entity());
    if (row_.worker.empty()) row_.worker = std::exchange(row_.record, {});
    if (row_.worker.empty()) return tell(Column::worker, say::needs_worker_id());
    if (!row_.record.empty() && row_.record != row_.worker)
      return tell(Column::record, say::two_workers());
    row_.record.clear();
  }

  std::string nearest_entity(const std::string& kind) const {
    std::vector<std::string_view> all;
    for (const auto& entity : vocabulary_.entities()) {
      all.push_back(entity.label.id);
      all.push_back(entity.label.en);
      all.push_back(entity.name);
    }
    return std::string(nearest(kind, all));
  }

  void read_document() {
    const std::string written = text(Column::document);
    const auto list = vocabulary_.find_list("document_kind");
    if (written.empty()) {
      if (row_.source.empty()) tell(Column::document, say::needs_document());
      return;
    }
    facts::Field field;
    field.type = facts::Type::code;
    field.target = list.value_or(0);
    const auto code = values_.read(field, written);
    if (list && code.kind == forms::Written::Kind::value) {
      row_.document = code.text;
      return;
    }
    std::vector<std::string_view> all;
    for (const auto& known : vocabulary_.list(*list).codes) {
      all.insert(all.end(), {known.label.id, known.label.en, known.name});
      all.insert(all.end(), known.known_as.begin(), known.known_as.end());
    }
    tell(Column::document, say::unknown_document(written, nearest(written, all)));
  }

  void read_asserter() {
    const std::string written = text(Column::asserter);
    if (written.empty()) return;
    row_.asserter = forms::read_asserter(written);
    if (!row_.asserter) tell(Column::asserter, say::unknown_asserter(written));
  }

  void read_dated() {
    const std::string written = text(Column::dated);
    if (written.empty()) return;
    row_.dated = parse_iso_date(forms::read_written_date(written).text);
    if (!row_.dated) tell(Column::dated, say::not_a_date(written));
  }

  std::string text(Column column) const {
    const auto wanted = index_.columns[static_cast<std::size_t>(column)];
    const auto at = std::ranges::find(cells_, wanted, &sheets::Cell::column);
    return at == cells_.end() ? std::string() : std::string(forms::trimmed(at->text));
  }

  Position place(std::uint32_t row, std::uint32_t column) const {
    const std::string cell = cell_name(row, column);
    return {index_.file, 0, 0, index_.sheet.empty() ? cell : index_.sheet + '!' + cell};
  }

  void tell(Column column, Bilingual text) { tell(index_.at(row_, column), std::move(text)); }
  void tell(Position at, Bilingual text) {
    problems_.push_back({Diagnostic::Kind::error, std::move(at), std::move(text)});
  }

  const std::filesystem::path& path_;
  const facts::Vocabulary& vocabulary_;
  const Caps& caps_;
  forms::TableNames tables_;
  forms::WrittenReader values_;
  forms::RowStore store_;
  std::size_t heading_ = 0;
  std::vector<sheets::Cell> cells_;
  std::uint32_t number_ = 0;
  IndexRow row_;
  Index index_;
  Diagnostics problems_;
};

}  // namespace

Position Index::at(const IndexRow& row, Column column) const {
  const auto there = columns[static_cast<std::size_t>(column)];
  const std::string cell = cell_name(row.number, std::max(there, 1U));
  return {file, 0, 0, sheet.empty() ? cell : sheet + '!' + cell};
}

bool is_index_name(std::string_view name) {
  const std::string small = forms::small_letters(name);
  for (const auto* stem : {"indeks.", "index."}) {
    for (const auto* ending : {"csv", "xlsx", "ods"}) {
      if (small == std::string(stem) + ending) return true;
    }
  }
  return false;
}

Result<Index> read_index(const std::filesystem::path& path, const facts::Vocabulary& vocabulary,
                         const Caps& caps) {
  return Reading(path, vocabulary, caps).run();
}

}  // namespace periksa::documents
