// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "auditor/audit/example_filing.h"
#include "auditor/ruleset/rule_set.h"

namespace periksa::audit {

/// How the author's examples have seen a leaf come out, where it counted for the verdict.
struct SeenLeaf {
  Position at;
  std::string text;  // on one line
  bool yes = false;
  bool no = false;
  bool unknown = false;
  bool by_facts = true;  // false: the law alone decides it, so that one outcome is all there is
  bool open = true;      // false: nothing that is not known can leave it unknown

  bool all() const { return !by_facts || (yes && no && (unknown || !open)); }
};

/// Every leaf of the rule's conditions, in reading order (docs/writing-rules.md, Examples).
std::vector<SeenLeaf> seen_leaves(const ruleset::RuleSet& rules, const ruleset::Rule& rule,
                                  ExampleBases& bases);

}  // namespace periksa::audit
