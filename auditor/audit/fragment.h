// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/results/results.h"

namespace periksa::audit {

/// What one worker (or the agency) contributes to the results. Indexes in it are its own until it
/// is merged.
struct Fragment {
  std::uint32_t ordinal = 0;
  std::vector<results::Fact> facts;
  std::vector<results::Finding> findings;
  std::vector<results::Notice> notices;
  std::map<std::string, results::Secret> secrets;
  std::string name;  // the worker's, for the private section; empty when nothing was found
};

/// Moves a fragment's facts and findings into the results, with their indexes shifted.
void merge(Fragment&& fragment, results::Results& into);

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
