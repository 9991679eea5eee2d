// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/case_joiner.h"

#include <utility>

#include "auditor/forms/join_key.h"

namespace periksa::forms {

std::optional<std::size_t> KeyIndex::find(const std::vector<std::string>& keys) const {
  for (const auto& key : keys) {
    if (const auto at = records_.find(key); at != records_.end()) return at->second;
  }
  return std::nullopt;
}

void KeyIndex::add(const std::vector<std::string>& keys, std::size_t record) {
  for (const auto& key : keys) records_.emplace(key, record);
}

std::string CaseJoiner::key_of(const facts::Facts& facts, const facts::JoinKey& key,
                               std::uint32_t row) const {
  const auto& cell = facts.table(key.entity).cell(row, key.field);
  if (cell.state != facts::State::known) return {};
  const auto& entity = vocabulary_.entity(key.entity);
  const auto& field = entity.fields[key.field];
  const std::string plain = join_key(entity, field, facts.text(cell));
  return plain.empty() ? plain : field.name + '=' + plain;
}

std::vector<std::string> CaseJoiner::keys_of(const facts::Facts& facts, facts::EntityId entity,
                                             std::uint32_t row) const {
  std::vector<std::string> keys;
  for (const auto& key : vocabulary_.entity(entity).keys) {
    if (auto text = key_of(facts, key, row); !text.empty()) keys.push_back(std::move(text));
  }
  return keys;
}

std::vector<std::string> CaseJoiner::keys_of_worker(const facts::Facts& facts,
                                                    std::uint32_t worker) const {
  std::vector<std::string> keys;
  for (const auto& key : vocabulary_.entity(vocabulary_.worker()).keys) {
    const bool own = key.entity == vocabulary_.worker();
    const auto [first, last] =
        own ? std::pair{worker, worker + 1} : facts.table(key.entity).rows_of(worker);
    for (std::uint32_t row = first; row < last; ++row) {
      if (auto text = key_of(facts, key, row); !text.empty()) keys.push_back(std::move(text));
    }
  }
  return keys;
}

/// The first part's ids stay as they are, as they are the ones people know.
std::string CaseJoiner::id_in(std::size_t part, std::string_view id) const {
  return part == 0 ? std::string(id) : parts_[part]->told.name + ':' + std::string(id);
}

void CaseJoiner::join() {
  const auto entities = vocabulary_.entities();
  shared_.resize(entities.size());
  for (auto& part : parts_) part->told.shared_ids.resize(entities.size());
  for (std::size_t i = 0; i < entities.size(); ++i) {
    const auto entity = static_cast<facts::EntityId>(i);
    if (!entities[i].in_worker && entity != vocabulary_.worker()) join_shared(entity);
  }
  join_workers();
}

/// A row is another part's record if a key says so, or if there can be only one; else its own.
void CaseJoiner::take(std::vector<JoinedRecord>& records, KeyIndex& index,
                      const facts::Facts& facts, facts::EntityId entity, std::size_t part,
                      std::uint32_t row, std::string id) const {
  const auto keys = keys_of(facts, entity, row);
  const bool only = vocabulary_.entity(entity).single && !records.empty();
  auto found = only ? std::optional<std::size_t>(0) : index.find(keys);
  if (!found || records[*found].rows.back().first == part) {
    found = records.size();
    records.push_back({std::move(id), {}});
  }
  records[*found].rows.emplace_back(part, row);
  index.add(keys, *found);
}

void CaseJoiner::join_shared(facts::EntityId entity) {
  auto& records = shared_[entity];
  KeyIndex index;
  for (std::size_t p = 0; p < parts_.size(); ++p) {
    const auto& facts = *parts_[p]->filing.shared;
    const auto& table = facts.table(entity);
    parts_[p]->told.shared_ids[entity].resize(table.size());
    for (std::uint32_t row = 0; row < table.size(); ++row)
      take(records, index, facts, entity, p, row, id_in(p, table.row(row).id));
  }
  for (const auto& record : records) {
    for (const auto& [part, row] : record.rows)
      parts_[part]->told.shared_ids[entity][row] = record.id;
  }
}

void CaseJoiner::join_workers() {
  KeyIndex index;
  for (std::size_t p = 0; p < parts_.size(); ++p) {
    auto& part = *parts_[p];
    for (std::uint32_t ordinal = 0; ordinal < part.worker_keys.size(); ++ordinal) {
      const auto& keys = part.worker_keys[ordinal];
      auto found = index.find(keys);
      if (!found || workers_[*found].back().part == p) {
        found = workers_.size();
        workers_.emplace_back();
      }
      workers_[*found].push_back({p, ordinal});
      index.add(keys, *found);
      // As the worker is called in the case: by the first part that tells of them.
      const auto& first = workers_[*found].front();
      auto& ids = part.told.worker_ids;
      ids[ordinal] = first.part == p ? id_in(p, ids[ordinal])
                                     : parts_[first.part]->told.worker_ids[first.ordinal];
    }
  }
}

std::vector<JoinedRecord> CaseJoiner::records(facts::EntityId entity,
                                              const std::vector<Telling>& tellings) const {
  std::vector<JoinedRecord> records;
  KeyIndex index;
  for (std::size_t t = 0; t < tellings.size(); ++t) {
    const auto& table = tellings[t].facts->table(entity);
    const auto [first, last] = table.rows_of(tellings[t].row);
    for (std::uint32_t row = first; row < last; ++row) {
      std::string id(table.row(row).id);
      if (t > 0) id = tellings[t].part->name + ':' + id;
      take(records, index, *tellings[t].facts, entity, t, row, std::move(id));
    }
  }
  return records;
}

}  // namespace periksa::forms
