// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/record_finder.h"

#include <fmt/format.h>

#include <algorithm>

#include "auditor/forms/messages.h"

namespace periksa::forms {

RecordFinder::RecordFinder(const RowStore& store, const std::vector<PlannedSheet>& plan,
                           const facts::Vocabulary& vocabulary, intake::Problems& problems)
    : store_(store),
      plan_(plan),
      vocabulary_(vocabulary),
      problems_(problems),
      row_(store),
      other_(store) {}

FoundRecords RecordFinder::find() {
  found_.shared.resize(vocabulary_.entities().size());
  std::vector<Index> shared(vocabulary_.entities().size());
  // Workers first, as the others' rows name them.
  each_row([&](const Found& found) {
    if (is_worker(record_of(found))) add(found, found_.workers, workers_);
  });
  each_row([&](const Found& found) {
    const auto& record = record_of(found);
    if (is_worker(record)) return;
    if (record.meaning.kind == SheetKind::sources) return found_.sources.push_back(found);
    if (record.meaning.kind == SheetKind::collections) return add_collection(found);
    const auto entity = record.meaning.entity;
    if (entity_of(record).in_worker) return add_of_worker(found);
    add(found, found_.shared[entity], shared[entity]);
  });
  if (examples_ > 0) problems_.warning(first_example_, say::example_rows(examples_));
  std::ranges::stable_sort(found_.of_workers, {}, [&](const Found& found) {
    return std::pair{found.owner, record_of(found).meaning.entity};
  });
  std::ranges::stable_sort(found_.worker_collections, {}, &Found::owner);
  return std::move(found_);
}

template <class Each>
void RecordFinder::each_row(const Each& each) {
  for (std::size_t s = 0; s < plan_.size(); ++s) {
    const auto& sheet = plan_[s];
    if (sheet.records.front().meaning.kind == SheetKind::filing) continue;
    const auto& rows = store_.kept()[sheet.sheet].rows;
    for (std::size_t i = sheet.first; i < rows.size(); ++i) {
      row_.open(sheet, rows[i]);
      if (is_no_record()) continue;
      for (std::size_t r = 0; r < sheet.records.size(); ++r) {
        if (sheet.records[r].mapped != nullptr && !row_.has_any(sheet.records[r])) continue;
        each(Found{0, static_cast<std::uint16_t>(s), static_cast<std::uint16_t>(r), rows[i]});
      }
    }
  }
}

bool RecordFinder::is_no_record() {
  const bool example = row_.is_example();
  if (!example && !row_.is_total()) return false;
  const facts::Spot at = row_.spot();
  if (!left_out_.insert((std::uint64_t{at.part} << 32) | at.line).second) return true;
  if (!example) problems_.warning(at, say::total_row());
  if (example && ++examples_ == 1) first_example_ = at;
  return true;
}

bool RecordFinder::is_worker(const PlannedRecord& record) const {
  return record.meaning.kind == SheetKind::records && record.meaning.entity == vocabulary_.worker();
}

std::string RecordFinder::id_of(const PlannedSheet& sheet, const PlannedRecord& record,
                                const RowReader& row) {
  if (const auto* const column = record.find(ColumnKind::id)) {
    std::string id(row.text(column));
    if (id.empty()) problems_.error(row.spot(column), say::no_id(entity_of(record).label));
    return id;
  }
  const bool named = record.mapped != nullptr && !record.mapped->name.empty();
  return fmt::format("{}:{}{}{}", store_.kept()[sheet.sheet].sheet.name, row.number(),
                     named ? ":" : "", named ? record.mapped->name : "");
}

void RecordFinder::add(const Found& found, std::vector<RowsOfRecord>& records, Index& index) {
  row_.open(sheet_of(found), found.row);
  const std::string id = id_of(sheet_of(found), record_of(found), row_);
  if (id.empty()) return;
  const auto [at, fresh] = index.emplace(id, static_cast<std::uint32_t>(records.size()));
  if (fresh) {
    records.push_back({found});
  } else if (is_other_reading(records[at->second], found, id)) {
    records[at->second].push_back(found);
  }
}

std::vector<RowsOfRecord> RecordFinder::group(std::span<const Found> rows) {
  std::vector<RowsOfRecord> records;
  Index index;
  for (const auto& found : rows) add(found, records, index);
  return records;
}

void RecordFinder::add_of_worker(Found found) {
  const auto owner = owner_of(found);
  if (!owner) return;
  found.owner = *owner;
  found_.of_workers.push_back(found);
}

/// The worker whose record the row holds: named there, or standing in the same row.
std::optional<std::uint32_t> RecordFinder::owner_of(const Found& found) {
  const auto& sheet = sheet_of(found);
  const auto& record = record_of(found);
  const PlannedColumn* const column = record.find(ColumnKind::worker);
  std::string id(row_.text(column));
  if (column == nullptr) {
    const auto worker =
        std::ranges::find_if(sheet.records, [&](const auto& one) { return is_worker(one); });
    if (worker != sheet.records.end()) id = id_of(sheet, *worker, row_);
  }
  if (id.empty()) {
    problems_.error(row_.spot(column), say::no_worker(entity_of(record).label));
    return std::nullopt;
  }
  const auto at = workers_.find(id);
  if (at != workers_.end()) return at->second;
  problems_.error(row_.spot(column), say::unknown_worker(id));
  return std::nullopt;
}

void RecordFinder::add_collection(Found found) {
  const auto* const worker = record_of(found).find("worker");
  const std::string id(row_.text(worker));
  if (id.empty()) return found_.collections.push_back(found);
  const auto at = workers_.find(id);
  if (at == workers_.end()) {
    problems_.error(row_.spot(worker), say::unknown_worker(id));
    return;
  }
  found.owner = at->second;
  found_.worker_collections.push_back(found);
}

/// Another row may speak of the same record if it does so for another source.
bool RecordFinder::is_other_reading(const RowsOfRecord& known, const Found& found,
                                    const std::string& id) {
  const auto& record = record_of(found);
  const auto source = row_.text(record.find(ColumnKind::source));
  for (const auto& one : known) {
    other_.open(sheet_of(one), one.row);
    // A row that names no source is no further source's word.
    const bool other = other_.text(record_of(one).find(ColumnKind::source)) != source;
    if (other && !source.empty()) continue;
    const auto first = problems_.place(other_.spot(record_of(one).find(ColumnKind::id)));
    problems_.error(row_.spot(record.find(ColumnKind::id)),
                    say::id_again(entity_of(record).label, id, first));
    return false;
  }
  return true;
}

}  // namespace periksa::forms
