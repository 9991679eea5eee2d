// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "auditor/intake/filing_reader.h"
#include "auditor/results/overview.h"
#include "auditor/results/results.h"

namespace periksa::audit {

/// Gathers an overview while a filing is read: how many records of each kind there are and what is
/// said of their completeness, how many values of each field are in which state, and every value
/// that cannot be read or that sources contradict, with its place. One worker at a time.
class OverviewMaker {
 public:
  /// `unmask`: values more private than `business` are written out.
  OverviewMaker(const facts::Vocabulary& vocabulary, bool unmask);

  /// First; the filing stays until the last worker.
  void shared(const intake::Filing& filing);
  void worker(const facts::Facts& worker);
  /// Last, once: with what an audit of the same filing could not judge.
  results::Overview finish(const intake::Filing& filing, const results::Results& audited);

 private:
  struct Seen {
    std::uint64_t records = 0;
    std::array<std::uint64_t, 4> lists{};              ///< by what is said of their completeness
    std::vector<std::array<std::uint64_t, 6>> fields;  ///< by state
  };

  void look(const facts::Facts& facts, facts::EntityId entity);
  void look(const facts::Facts& facts, facts::EntityId entity, std::uint32_t row);
  void note(results::Overview::DoubtfulList& into, const facts::Facts& facts,
            const facts::Field& field, std::string_view record, const facts::Cell& cell) const;
  void add_entities(facts::Completeness::State workers);
  void add_open(const results::Results& audited);

  const facts::Vocabulary& vocabulary_;
  bool unmask_;
  const facts::FilingHeader* header_ = nullptr;
  std::vector<Seen> seen_;  // by entity
  results::Overview overview_;
};

}  // namespace periksa::audit
