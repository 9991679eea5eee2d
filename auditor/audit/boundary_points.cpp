// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/boundary_points.h"

#include "auditor/audit/kleene.h"
#include "auditor/audit/subjects.h"

namespace periksa::audit {
namespace {

using language::Relation;
using language::Truth;

/// The words' own meaning, apart from the engine's.
Truth by_words(Relation relation, int sign) {
  bool holds = false;
  if (relation == Relation::equal) holds = sign == 0;
  if (relation == Relation::not_equal) holds = sign != 0;
  if (relation == Relation::at_least) holds = sign >= 0;
  if (relation == Relation::at_most) holds = sign <= 0;
  if (relation == Relation::more_than) holds = sign > 0;
  if (relation == Relation::less_than) holds = sign < 0;
  return holds ? Truth::yes : Truth::no;
}

}  // namespace

std::optional<Sides> sides_of(const LeafSight& sight) {
  const auto& node = sight.written();
  if (node.kind != language::Kind::compare) return std::nullopt;
  if (!language::is_ordered(sight.expression->at(node.parts[0]).type.type)) return std::nullopt;
  const auto* left = sight.recorded(node.parts[0]);
  const auto* right = sight.recorded(node.parts[1]);
  if (!left || !right) return std::nullopt;
  const auto& a = left->operand;
  const auto& b = right->operand;
  const auto one_value = [](const language::Operand& operand) {
    return !operand.maybe_none && !operand.only_none && !operand.any_unit && !operand.sum &&
           operand.low == operand.high && operand.shape != language::Operand::Shape::several;
  };
  if (!one_value(a) || !one_value(b)) return std::nullopt;
  if (a.unit != b.unit && a.low != 0 && b.low != 0) return std::nullopt;
  return Sides{a.low, b.low};
}

bool Points::judge_all(const std::string& filing, std::optional<Date> as_of,
                       const std::function<void(std::size_t, const Judged&)>& each) {
  std::size_t subject = 0;
  const auto read = for_each_subject(rules_, rule_, filing, as_of, [&](const ruleset::Case& on) {
    ruleset::Recording recording;
    const auto judgement = judge_.judge(rule_, rules_.rules(), on, recording);
    each(subject++, {on, judgement, recording});
  });
  return read.has_value();
}

std::optional<Point> Points::look(const std::string& filing, std::optional<Date> as_of,
                                  const Sighting& sighting) {
  std::optional<Point> found;
  judge_all(filing, as_of, [&](std::size_t subject, const Judged& judged) {
    if (subject != sighting.subject) return;
    for_each_sight(rule_, judged.judgement, judged.recording, [&](const LeafSight& sight) {
      if (found || sight.place != sighting.place || sight.records != sighting.records) return;
      const auto sides = sides_of(sight);
      const auto relation = sides ? written_relation(rule_, sight) : std::nullopt;
      if (!relation) return;
      found = Point{*sides, sight.own().truth, by_words(*relation, sides->sign()),
                    judged.judgement.verdict,
                    agrees_with_leaves(rule_, judged.judgement, judged.recording, judged.on.as_of)};
    });
  });
  return found;
}

std::optional<results::Verdict> Points::verdict(const std::string& filing,
                                                std::optional<Date> as_of, std::size_t wanted) {
  std::optional<results::Verdict> verdict;
  judge_all(filing, as_of, [&](std::size_t subject, const Judged& judged) {
    if (subject == wanted) verdict = judged.judgement.verdict;
  });
  return verdict;
}

}  // namespace periksa::audit
