// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "auditor/audit/example_filing.h"
#include "auditor/ruleset/rule_set.h"

namespace periksa::audit {

/// A comparison at whose boundary the author's examples leave a gap that an example could fill.
struct BoundaryGap {
  Position at;
  std::string text;              // the comparison, on one line
  std::vector<Bilingual> sides;  // "on the limit", "below it", "above it": what none shows
  std::string hint;              // the change of an example that would show the first of them
  Position base;                 // … and the example it is a change of
};

/// A comparison, deadline or version that no fact of an example could bring to its boundary.
struct Unmade {
  Position at;
  std::string text;  // on one line; empty: the days of the version
};

/// Examples made at the boundaries of a rule, on top of the author's.
struct Boundaries {
  std::size_t held = 0;  // examples made and judged as they must be
  std::vector<Unmade> unmade;
  std::vector<BoundaryGap> gaps;
  Diagnostics problems;  // what did not hold

  void join(Boundaries&& other);
};

/// Brings every comparison with an order to its limit, one step below and one above, by changing
/// one fact of an example of the author's, and the day of the event to the first and last day of
/// each version and the days around them. Nobody wrote what such a filing must come to; what must
/// hold whatever the rule says: the comparison is as its words say, on the days the versions are
/// those that apply, the verdict follows from the leaves, and without the fact nobody is accused
/// (nor cleared, where its value made the difference).
Boundaries test_boundaries(const ruleset::RuleSet& rules, const ruleset::Rule& rule,
                           ExampleBases& bases);

}  // namespace periksa::audit
