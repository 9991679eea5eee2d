// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/leaf_report.h"

#include <map>

#include "auditor/audit/boundary_points.h"

namespace periksa::audit {

std::vector<SeenLeaf> seen_leaves(const ruleset::RuleSet& rules, const ruleset::Rule& rule,
                                  ExampleBases& bases) {
  std::vector<SeenLeaf> seen;
  std::map<LeafPlace, std::size_t> index;
  for (const auto& leaf : written_leaves(rule)) {
    index.emplace(leaf.place, seen.size());
    const bool by_facts = language::reads_facts(*leaf.expression, leaf.node);
    const bool open = language::may_be_unknown(*leaf.expression, leaf.node);
    seen.push_back({leaf.at, leaf.text, false, false, false, by_facts, open});
  }
  const auto base = bases.text(rule.example_base);
  if (!base) return seen;
  Points points(rules, rule);
  for (const auto& example : rule.examples) {
    const auto filing = example_filing(**base, example, rules.vocabulary());
    if (!filing) continue;
    points.judge_all(
        *filing, parse_iso_date(example.as_of), [&](std::size_t, const Judged& judged) {
          for_each_sight(rule, judged.judgement, judged.recording, [&](const LeafSight& sight) {
            if (!sight.own().examined) return;
            SeenLeaf& leaf = seen[index.at(sight.place)];
            const auto truth = sight.own().truth;
            const bool yes = language::is_true(truth);
            (truth == language::Truth::unknown ? leaf.unknown : yes ? leaf.yes : leaf.no) = true;
          });
        });
  }
  return seen;
}

}  // namespace periksa::audit
