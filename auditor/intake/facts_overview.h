// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "auditor/base/bilingual.h"
#include "auditor/intake/filing_reader.h"

namespace periksa::intake {

/// What a filing holds, at a glance: how many records of each kind and what is said of their
/// completeness, how many values of each field are in which state, and every value that cannot be
/// read or that sources contradict, with its place. One worker at a time.
class FactsOverview {
 public:
  struct Options {
    Language language = Language::id;
    bool unmask = false;
  };

  FactsOverview(const facts::Vocabulary& vocabulary, Options options);

  void shared(const Filing& filing);
  void worker(const facts::Facts& worker);
  /// At the end of the reading; values beyond the first 500 of a kind are counted only.
  void print(std::ostream& out, const Filing& filing) const;

 private:
  static constexpr std::size_t kStates = 6;
  using ByState = std::array<std::uint64_t, kStates>;

  struct Seen {
    std::uint64_t records = 0;
    std::array<std::uint64_t, 4> collections{};  ///< by what is said of their completeness
    std::vector<ByState> fields;
  };
  struct Doubtful {
    std::vector<std::string> lines;
    std::uint64_t count = 0;
  };

  void look(const facts::Facts& facts, facts::EntityId entity);
  void look(const facts::Facts& facts, facts::EntityId entity, std::uint32_t row);
  void note(Doubtful& into, const facts::Facts& facts, const facts::Field& field,
            std::string_view record, const facts::Cell& cell);
  std::string value(const facts::Facts& facts, const facts::Field& field,
                    const facts::Cell& cell) const;
  void print_entity(std::ostream& out, const facts::Entity& entity, const Seen& seen,
                    const facts::Completeness* workers) const;
  void print_doubtful(std::ostream& out, const Bilingual& title, const Doubtful& doubtful) const;
  const std::string& word(const Bilingual& text) const { return text.in(options_.language); }

  const facts::Vocabulary& vocabulary_;
  Options options_;
  const facts::FilingHeader* header_ = nullptr;
  std::vector<Seen> seen_;  // by entity
  Doubtful unreadable_;
  Doubtful contradictory_;
};

}  // namespace periksa::intake
