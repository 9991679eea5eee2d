// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "auditor/audit/caps.h"
#include "auditor/ruleset/rule_set.h"

namespace periksa::audit {

/// readings_of() with a memory: nearly all events of a rule lie between the same two days on which
/// something it cites changes, and between them the readings are the same. One thread's.
class ReadingsCache {
 public:
  explicit ReadingsCache(const ruleset::RuleSet& rules);

  /// `rule` is an index in the rule set.
  Readings of(std::size_t rule, const ruleset::Judgement& judgement);

 private:
  /// The readings of one version for events of [from, to).
  struct Stretch {
    std::int64_t from = 0;
    std::int64_t to = 0;
    Readings readings;
  };

  Stretch stretch(const ruleset::Rule& rule, const ruleset::Judgement& judgement) const;

  const ruleset::RuleSet& rules_;
  std::vector<std::vector<Stretch>> last_;  // by rule and version
};

}  // namespace periksa::audit
