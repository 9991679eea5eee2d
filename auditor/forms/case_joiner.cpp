// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/case_joiner.h"

#include <algorithm>

namespace periksa::forms {
namespace {

/// Numbers are compared without what people put between their digits: `AB 123-4` is `ab1234`.
std::string plain_key(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    const bool capital = c >= 'A' && c <= 'Z';
    const bool other = static_cast<unsigned char>(c) >= 0x80;
    if (capital || other || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'))
      plain += capital ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  // A row of zeros or a single sign is what stands for a number that nobody knows.
  return plain.size() < 2 || plain.find_first_not_of('0') == std::string::npos ? "" : plain;
}

}  // namespace

std::string CaseJoiner::key_of(const facts::Facts& facts, const facts::JoinKey& key,
                               std::uint32_t row) const {
  const auto& cell = facts.table(key.entity).cell(row, key.field);
  if (cell.state != facts::State::known) return {};
  const std::string plain = plain_key(facts.text(cell));
  return plain.empty() ? plain
                       : vocabulary_.entity(key.entity).fields[key.field].name + '=' + plain;
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
  shared_.resize(vocabulary_.entities().size());
  for (std::size_t i = 0; i < vocabulary_.entities().size(); ++i) {
    const auto entity = static_cast<facts::EntityId>(i);
    for (auto& part : parts_) part->told.shared_ids.resize(vocabulary_.entities().size());
    if (!vocabulary_.entities()[i].in_worker && entity != vocabulary_.worker()) join_shared(entity);
  }
  join_workers();
}

void CaseJoiner::join_shared(facts::EntityId entity) {
  auto& records = shared_[entity];
  std::unordered_map<std::string, std::size_t> index;
  const bool single = vocabulary_.entity(entity).single;
  for (std::size_t p = 0; p < parts_.size(); ++p) {
    const auto& facts = *parts_[p]->filing.shared;
    for (std::uint32_t row = 0; row < facts.table(entity).size(); ++row) {
      const auto keys = keys_of(facts, entity, row);
      std::optional<std::size_t> found;
      if (single && !records.empty()) found = 0;
      for (const auto& key : keys) {
        if (const auto at = index.find(key); !found && at != index.end()) found = at->second;
      }
      const bool own = found && records[*found].rows.back().first == p;
      if (!found || own) {
        found = records.size();
        records.push_back({id_in(p, facts.table(entity).row(row).id), {}});
      }
      records[*found].rows.emplace_back(p, row);
      for (const auto& key : keys) index.emplace(key, *found);
      parts_[p]->told.shared_ids[entity].push_back(records[*found].id);
    }
  }
}

void CaseJoiner::join_workers() {
  std::unordered_map<std::string, std::size_t> index;
  for (std::size_t p = 0; p < parts_.size(); ++p) {
    auto& part = *parts_[p];
    for (std::uint32_t ordinal = 0; ordinal < part.worker_keys.size(); ++ordinal) {
      std::optional<std::size_t> found;
      for (const auto& key : part.worker_keys[ordinal]) {
        const auto at = index.find(key);
        if (at != index.end() && !found) found = at->second;
      }
      if (!found || workers_[*found].back().part == p) {
        found = workers_.size();
        workers_.emplace_back();
      }
      workers_[*found].push_back({p, ordinal});
      for (const auto& key : part.worker_keys[ordinal]) index.emplace(key, *found);
      // As the worker is called in the case: by the first part that tells of them.
      const auto& first = workers_[*found].front();
      auto& ids = part.told.worker_ids;
      if (first.part == p) {
        ids[ordinal] = id_in(p, ids[ordinal]);
      } else {
        ids[ordinal] = parts_[first.part]->told.worker_ids[first.ordinal];
      }
    }
  }
}

std::vector<JoinedRecord> CaseJoiner::records(facts::EntityId entity,
                                              const std::vector<Telling>& tellings) const {
  std::vector<JoinedRecord> records;
  std::unordered_map<std::string, std::size_t> index;
  const bool single = vocabulary_.entity(entity).single;
  for (std::size_t t = 0; t < tellings.size(); ++t) {
    const auto& facts = *tellings[t].facts;
    const auto [first, last] = facts.table(entity).rows_of(tellings[t].row);
    for (std::uint32_t row = first; row < last; ++row) {
      const auto keys = keys_of(facts, entity, row);
      std::optional<std::size_t> found;
      if (single && !records.empty()) found = 0;
      for (const auto& key : keys) {
        if (const auto at = index.find(key); !found && at != index.end()) found = at->second;
      }
      if (!found || records[*found].rows.back().first == t) {
        found = records.size();
        const std::string id(facts.table(entity).row(row).id);
        records.push_back({t == 0 ? id : tellings[t].part->name + ':' + id, {}});
      }
      records[*found].rows.emplace_back(t, row);
      for (const auto& key : keys) index.emplace(key, *found);
    }
  }
  return records;
}

}  // namespace periksa::forms
