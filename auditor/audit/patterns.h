// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/audit/fragment.h"
#include "auditor/audit/outliers.h"
#include "auditor/audit/sightings.h"
#include "auditor/facts/filing.h"
#include "auditor/ruleset/rule_set.h"

namespace periksa::audit {

/// Looks for patterns while workers pass by: what shows in one worker's papers becomes a notice at
/// once, keys seen on several workers are compared when all have passed. One per thread.
class Patterns {
 public:
  Patterns(const ruleset::RuleSet& rules, const facts::FilingHeader& header)
      : rules_(&rules), header_(&header) {
    seen_.resize(rules.patterns().size());
    paid_.resize(rules.patterns().size());
  }

  void look(std::uint32_t ordinal, const facts::Facts& filing, const facts::Facts& worker,
            Fragment& into);
  void absorb(Patterns&& other);
  /// The notices over all workers, in the order of patterns and first workers. The reader hands its
  /// header over when it ends, so it is told once more.
  std::vector<Fragment> finish(const facts::FilingHeader& header);

 private:
  void keys(std::size_t pattern, std::uint32_t ordinal, const facts::Facts& worker);
  void totals(const ruleset::Pattern& pattern, std::uint32_t ordinal, const facts::Facts& filing,
              const facts::Facts& worker, Fragment& into) const;
  void nik(const ruleset::Pattern& pattern, std::uint32_t ordinal, const facts::Facts& filing,
           const facts::Facts& worker, Fragment& into) const;
  void total_of_lines(std::size_t pattern, std::uint32_t ordinal, const facts::Facts& worker);
  Fragment notice(const ruleset::Pattern& pattern, const std::vector<Sight>& sights) const;
  Fragment notice(const ruleset::Pattern& pattern, const Outlying& outlying) const;

  const ruleset::RuleSet* rules_;
  const facts::FilingHeader* header_;
  std::vector<Sightings> seen_;          // one per pattern
  std::vector<std::vector<Paid>> paid_;  // one per pattern
  std::string key_;
};

/// Joins the notices of one pattern about single workers into one that counts and names them all,
/// in one pass.
std::vector<results::Notice> join_notices(std::vector<results::Notice> notices);

}  // namespace periksa::audit
