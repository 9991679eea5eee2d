// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "auditor/results/results.h"

namespace periksa::audit {

/// A row of one of the tables that `rules/papers.xml` declares.
struct Quoted {
  std::size_t table = 0;  // index into Papers::tables
  results::Table::Row row;
};

/// What one worker (or the agency) contributes to the results. Indexes in it are its own until it
/// is merged.
struct Fragment {
  std::uint32_t ordinal = 0;
  std::vector<results::Fact> facts;
  std::vector<results::Finding> findings;
  std::vector<results::Notice> notices;
  std::map<std::string, results::Secret> secrets;
  std::vector<Quoted> quoted;
  std::string name;  // the worker's, for the private section; empty when nothing was found
};

/// Moves fragments' facts, findings, notices and rows into the results, which must outlive it. A
/// fact stands there once, whoever's findings read it. Rows go into the table
/// of their place, which they make where it is not there yet.
class Merger {
 public:
  explicit Merger(results::Results& into) : into_(into) {}
  void add(Fragment&& fragment);

 private:
  std::size_t place(results::Fact&& fact);

  results::Results& into_;
  std::unordered_map<std::string, std::size_t> places_;  // of facts, by what they are of
};

/// Verdicts of one rule over its subjects in file order, run-length coded, mergeable from threads
/// that each saw some workers.
class Tally {
 public:
  void add(std::uint32_t ordinal, results::Verdict verdict, std::string_view reason);
  void absorb(Tally&& other);
  /// All runs in file order, neighbours joined.
  std::vector<results::Rule::Run> runs();

 private:
  struct Run {
    std::uint32_t first = 0;  // ordinals
    std::uint32_t last = 0;
    std::uint32_t count = 0;
    results::Verdict verdict = results::Verdict::met;
    std::uint8_t reason = 0;  // index in reasons_
  };

  std::uint8_t index_of(std::string_view reason);

  std::vector<Run> runs_;
  std::vector<std::string_view> reasons_;  // words of a table: they live for ever
};

}  // namespace periksa::audit
