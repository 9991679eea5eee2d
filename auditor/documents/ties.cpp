// SPDX-License-Identifier: Apache-2.0
#include "auditor/documents/ties.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "auditor/base/nearest.h"
#include "auditor/documents/messages.h"

namespace periksa::documents {
namespace {

using facts::Cell;
using facts::State;

constexpr std::size_t kMostTieErrors = 50;
constexpr std::size_t kMostIds = 100'000;

template <class Range>
std::string nearest_of(std::string_view id, const Range& all) {
  const std::vector<std::string_view> names(all.begin(), all.end());
  return std::string(nearest(id, names));
}

}  // namespace

Ties::Ties(const Folder& folder, const facts::Vocabulary& vocabulary)
    : folder_(folder),
      vocabulary_(vocabulary),
      found_(folder.index.rows.size()),
      made_(folder.index.rows.size()) {
  const std::size_t files = folder.papers.size() + folder.missing.size();
  sources_.resize(files);
  records_.resize(files);
  tied_.resize(files);
  for (RowIndex i = 0; i < folder.index.rows.size(); ++i) {
    const auto& row = folder.index.rows[i];
    if (!row.source.empty()) by_source_.emplace(row.source, i);
    if (!row.worker.empty()) by_worker_[row.worker].push_back(i);
  }
  for (std::size_t i = 0; i < folder.papers.size(); ++i) {
    if (folder.is_there(i)) by_hash_.emplace(folder.papers[i].sha256, i);
  }
}

void Ties::join(intake::ReadOptions& options, intake::OnShared& on_shared,
                intake::OnWorker& on_worker) {
  options.on_source = [this](facts::Source& one) { source(one); };
  on_shared = [this, next = std::move(on_shared)](intake::Filing& filing) {
    shared(filing);
    next(filing);
  };
  on_worker = [this, next = std::move(on_worker)](unsigned lane, std::uint32_t ordinal,
                                                  facts::Facts& one) {
    worker(ordinal, one);
    next(lane, ordinal, one);
  };
}

Diagnostics Ties::finish() {
  for (const auto& [id, rows] : by_worker_) {
    for (const RowIndex row : rows) {
      if (!found_[row] && !errors_.contains(row))
        error(row, Column::worker, say::unknown_worker(id, nearest_of(id, worker_ids_)));
    }
  }
  for (auto& records : records_) {
    std::ranges::sort(records, {}, [](const TiedRecord& one) {
      return std::tuple(one.worker.has_value(), one.worker.value_or(0), one.entity, one.row);
    });
  }
  Diagnostics told;
  for (auto& [row, one] : errors_) {
    if (told.size() == kMostTieErrors) break;
    told.push_back(one);
  }
  if (errors_.size() > kMostTieErrors)
    told.push_back({Diagnostic::Kind::error,
                    {folder_.index.file},
                    say::more_errors(errors_.size() - kMostTieErrors)});
  return told;
}

std::optional<std::size_t> Ties::file_of(std::string_view source_id) const {
  const auto at = files_.find(source_id);
  return at == files_.end() ? std::nullopt : std::optional(at->second);
}

// --- sources ---

/// What a paper rests on must be known before values of several papers are put together, as the
/// stronger of two counts.
void Ties::source(facts::Source& source) {
  if (source.document.empty()) return;  // the own word of a part of a case
  if (const auto row = by_source_.find(source.id); row != by_source_.end())
    return tie_by_index(source, row->second);
  if (source.sha256.empty()) return;
  const auto paper = by_hash_.find(source.sha256);
  if (paper != by_hash_.end()) {
    sources_[paper->second].push_back(source.id);
    return tied(paper->second, source);
  }
  unfound_.push_back(source.id);
  source.sha256.clear();
}

void Ties::tie_by_index(facts::Source& source, RowIndex index) {
  const auto& row = folder_.index.rows[index];
  found_[index] = true;
  if (!row.document.empty() && row.document != source.document)
    error(index, Column::document, say::other_document(source.id, source.document));
  if (row.asserter && *row.asserter != source.asserter)
    error(index, Column::asserter, say::other_asserter(source.id, to_string(source.asserter)));
  if (!source.dated) source.dated = row.dated;
  const std::size_t number = folder_.ties[index];
  sources_[number].push_back(source.id);
  const std::string stated = std::exchange(source.sha256, {});
  if (!folder_.is_there(number)) return;
  if (stated.empty() || stated == folder_.papers[number].sha256) return tied(number, source);
  differing_.push_back(source.id);
}

/// The name is private and stands in no result but by its alias.
void Ties::tied(std::size_t number, facts::Source& source) {
  source.file = Folder::alias(number);
  source.sha256 = folder_.papers[number].sha256;
  tied_[number] = true;
  files_.emplace(source.id, number);
}

// --- records ---

void Ties::shared(intake::Filing& filing) {
  check_sources(filing);
  make_sources(filing);
  tie_shared_records(filing);
}

void Ties::check_sources(const intake::Filing& filing) {
  std::set<std::string_view> ids;
  for (const auto& source : filing.header.sources) {
    if (!source.document.empty()) ids.insert(source.id);
  }
  for (RowIndex i = 0; i < folder_.index.rows.size(); ++i) {
    const auto& row = folder_.index.rows[i];
    if (row.source.empty() || ids.contains(row.source)) continue;
    error(i, Column::source, say::unknown_source(row.source, nearest_of(row.source, ids)));
  }
}

/// One source for each record that is named, before any worker is read: a header that several
/// threads look at does not change any more.
void Ties::make_sources(intake::Filing& filing) {
  std::set<std::string, std::less<>> taken;
  for (const auto& source : filing.header.sources) taken.insert(source.id);
  std::map<std::tuple<std::string, facts::EntityId, std::string>, RowIndex> first;
  for (RowIndex i = 0; i < folder_.index.rows.size(); ++i) {
    const auto& row = folder_.index.rows[i];
    if (!row.source.empty() || !folder_.is_there(folder_.ties[i])) continue;
    const auto [at, fresh] = first.emplace(std::tuple(row.worker, row.entity, row.record), i);
    if (!fresh) {
      const RowIndex before = at->second;
      if (folder_.ties[before] != folder_.ties[i])
        warnings_.push_back({Diagnostic::Kind::warning, folder_.index.at(row, Column::file),
                             say::record_again(folder_.index.rows[before].number)});
      continue;
    }
    made_[i].own = own_word(filing.header, row);
    made_[i].source = static_cast<std::uint32_t>(filing.header.sources.size());
    const auto& own = filing.header.sources[made_[i].own];
    facts::Source source;
    source.id = fmt::format("indeks:{}", row.number);
    while (!taken.insert(source.id).second) source.id += '+';
    source.document = row.document;
    source.asserter = row.asserter.value_or(own.asserter);
    source.dated = row.dated;
    source.filer = own.filer;
    source.side = own.side;
    tied(folder_.ties[i], source);
    filing.header.sources.push_back(std::move(source));
  }
}

/// The declaration that the record's values have as long as no paper is named: the filer's, in a
/// case that of the part whose name stands before the id, else of the first part.
std::uint32_t Ties::own_word(const facts::FilingHeader& header, const IndexRow& row) const {
  const std::string& id = row.record.empty() ? row.worker : row.record;
  const std::string part = id.substr(0, id.find(':'));
  std::uint32_t first = 0;
  for (std::uint32_t i = 1; i < header.sources.size(); ++i) {
    const auto& source = header.sources[i];
    if (!source.document.empty() || source.side == facts::kMostSides) continue;
    if (first == 0) first = i;
    if (source.id == part) return i;
  }
  return first;
}

void Ties::tie_shared_records(intake::Filing& filing) {
  for (RowIndex i = 0; i < folder_.index.rows.size(); ++i) {
    const auto& row = folder_.index.rows[i];
    if (row.source.empty() && row.worker.empty()) tie_record(*filing.shared, i, std::nullopt);
  }
}

void Ties::worker(std::uint32_t ordinal, facts::Facts& worker) {
  const std::string id(worker.table(vocabulary_.worker()).row(0).id);
  const std::lock_guard lock(mutex_);
  if (!too_many_workers_) worker_ids_.push_back(id);
  if (worker_ids_.size() > kMostIds) {
    too_many_workers_ = true;
    worker_ids_.clear();
  }
  const auto rows = by_worker_.find(id);
  if (rows == by_worker_.end()) return;
  for (const RowIndex row : rows->second) tie_record(worker, row, ordinal);
}

void Ties::tie_record(facts::Facts& facts, RowIndex index, std::optional<std::uint32_t> worker) {
  const auto& named = folder_.index.rows[index];
  const auto& table = facts.table(named.entity);
  std::optional<std::uint32_t> row;
  if (!named.record.empty()) row = table.find(named.record);
  if (named.record.empty() && table.size() > 0) row = 0;
  found_[index] = true;
  if (!row) {
    std::vector<std::string_view> ids;
    for (std::uint32_t i = 0; i < table.size(); ++i) ids.push_back(table.row(i).id);
    return error(
        index, Column::record,
        say::unknown_record(table.entity().label, named.record, nearest_of(named.record, ids)));
  }
  const auto& [own, source] = made_[index];
  records_[folder_.ties[index]].push_back(
      {named.entity, worker, *row, std::string(table.row(*row).id)});
  if (source != 0) rest_on(facts, named.entity, *row, own, source);
}

/// Where a record has several readings of a field, those of the declaration rest on the paper.
void Ties::rest_on(facts::Facts& facts, facts::EntityId entity, std::uint32_t row,
                   std::uint32_t own, std::uint32_t source) const {
  auto& table = facts.table(entity);
  if (table.row(row).source == own) table.set_source(row, source);
  for (const auto field : table.kept()) {
    Cell& cell = table.cell(row, field);
    if (cell.state != State::contradictory) {
      if (cell.source == own && cell.state != State::not_supplied) cell.source = source;
      continue;
    }
    const auto before = facts.alternatives(cell);
    std::vector<Cell> readings(before.begin(), before.end());
    for (auto& one : readings) one.source = one.source == own ? source : one.source;
    Cell again = readings.front();
    for (const auto& one : std::span(readings).subspan(1))
      facts.merge(again, one, table.entity().fields[field].type);
    cell = again;
  }
}

void Ties::error(RowIndex row, Column column, Bilingual text) {
  errors_.emplace(
      row, Diagnostic{Diagnostic::Kind::error, folder_.index.at(folder_.index.rows[row], column),
                      std::move(text)});
}

}  // namespace periksa::documents
