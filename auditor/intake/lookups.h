// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "auditor/facts/facts.h"
#include "auditor/facts/source.h"
#include "auditor/intake/caps.h"
#include "auditor/intake/value_reader.h"

namespace periksa::intake {

/// The sources a filing has declared, by their ids. Index 0 is the filer's declaration.
class SourceIds {
 public:
  std::optional<std::uint32_t> find(std::string_view id) const;
  /// False if the id is taken.
  bool add(std::string_view id);
  std::vector<std::string_view> all() const { return {ids_.begin(), ids_.end()}; }

 private:
  std::deque<std::string> ids_;
  std::unordered_map<std::string_view, std::uint32_t> index_;
};

/// Shared collections in which a worker's reference found nothing; told from several threads.
class Doubts {
 public:
  void add(facts::EntityId entity);
  std::vector<facts::EntityId> all() const;

 private:
  mutable std::mutex mutex_;
  std::set<facts::EntityId> entities_;
};

/// What the binders of one reading have in common. Written while the shared records are bound by
/// one thread; after that everything but `doubts` is only read.
struct Lookups {
  Lookups(const facts::Vocabulary& vocabulary_of_filing, const InputCaps& caps_of_reading)
      : vocabulary(vocabulary_of_filing), caps(caps_of_reading), values(vocabulary_of_filing) {}

  const facts::Vocabulary& vocabulary;
  const InputCaps& caps;
  ValueReader values;
  SourceIds sources;
  const std::vector<facts::Source>* declared = nullptr;  // what the sources are, by index
  const facts::Facts* shared = nullptr;
  Doubts doubts;
};

}  // namespace periksa::intake
