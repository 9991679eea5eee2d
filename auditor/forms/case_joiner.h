// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "auditor/forms/facts_writer.h"

namespace periksa::forms {

/// One part of a case as it was read: its shared records and, but for the first part, its workers.
struct HeldPart {
  Told told;
  intake::Filing filing;
  std::unique_ptr<facts::Facts> workers;  ///< null: handed out again when it is read again
  std::vector<std::vector<std::string>> worker_keys;  ///< by ordinal
};

/// A worker of a part.
struct PartWorker {
  std::size_t part = 0;
  std::uint32_t ordinal = 0;
};

/// A record of the case with what each part tells of it, in the order of the parts.
struct JoinedRecord {
  std::string id;
  std::vector<std::pair<std::size_t, std::uint32_t>> rows;  ///< part, or telling, and row
};

/// Which record a key belongs to.
class KeyIndex {
 public:
  /// The record of the first key that is known.
  std::optional<std::size_t> find(const std::vector<std::string>& keys) const;
  /// A key that is known stays with its record.
  void add(const std::vector<std::string>& keys, std::size_t record);

 private:
  std::unordered_map<std::string, std::size_t> records_;
};

/// Finds out which records of different parts are one. A part's own records are never joined with
/// each other: within a part the ids decide.
class CaseJoiner {
 public:
  CaseJoiner(const facts::Vocabulary& vocabulary, std::vector<std::unique_ptr<HeldPart>>& parts)
      : vocabulary_(vocabulary), parts_(parts) {}

  /// Keys of a worker that was read, for HeldPart::worker_keys.
  std::vector<std::string> keys_of_worker(const facts::Facts& facts, std::uint32_t worker) const;

  /// To be called once all parts have been read; sets the ids of Told.
  void join();

  const std::vector<std::vector<JoinedRecord>>& shared() const { return shared_; }  // by entity
  /// Those of one case worker, the first part's first.
  const std::vector<std::vector<PartWorker>>& workers() const { return workers_; }

  /// The records of one kind that the tellings of one worker hold, joined.
  std::vector<JoinedRecord> records(facts::EntityId entity,
                                    const std::vector<Telling>& tellings) const;

 private:
  std::string key_of(const facts::Facts& facts, const facts::JoinKey& key, std::uint32_t row) const;
  std::vector<std::string> keys_of(const facts::Facts& facts, facts::EntityId entity,
                                   std::uint32_t row) const;
  std::string id_in(std::size_t part, std::string_view id) const;
  void take(std::vector<JoinedRecord>& records, KeyIndex& index, const facts::Facts& facts,
            facts::EntityId entity, std::size_t part, std::uint32_t row, std::string id) const;
  void join_shared(facts::EntityId entity);
  void join_workers();

  const facts::Vocabulary& vocabulary_;
  std::vector<std::unique_ptr<HeldPart>>& parts_;
  std::vector<std::vector<JoinedRecord>> shared_;
  std::vector<std::vector<PartWorker>> workers_;
};

}  // namespace periksa::forms
