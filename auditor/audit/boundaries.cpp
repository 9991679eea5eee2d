// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/boundaries.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "auditor/audit/boundary_points.h"
#include "auditor/audit/boundary_search.h"
#include "auditor/audit/version_days.h"
#include "auditor/ruleset/xml_text.h"

namespace periksa::audit {
namespace {

constexpr std::size_t kAttempts = 6;  // examples tried for one comparison

/// An example in which a comparison was made of known values.
struct Attempt {
  std::size_t example = 0;
  Sighting sighting;
  std::vector<Lever> levers;
  bool examined = false;
};

/// The greatest power of ten, at most one, in which both sides are written.
std::int64_t step_of(facts::Type type, std::int64_t left, std::int64_t right) {
  if (type != facts::Type::decimal && type != facts::Type::percent) return 1;
  std::int64_t step = 1'000'000;
  while (step > 1 && (left % step != 0 || right % step != 0)) step /= 10;
  return step;
}

Bilingual side_word(int side) {
  if (side == 0) return {"tepat pada batasnya", "on the limit"};
  return side < 0 ? Bilingual{"di bawah batasnya", "below the limit"}
                  : Bilingual{"di atas batasnya", "above the limit"};
}

class Maker {
 public:
  Maker(const ruleset::RuleSet& rules, const ruleset::Rule& rule, ExampleBases& bases)
      : rule_(rule), points_(rules, rule), bases_(bases), rules_(rules) {}

  Boundaries run() {
    if (!read_examples()) return std::move(made_);
    for (const auto& leaf : written_leaves(rule_)) {
      const auto& node = leaf.expression->at(leaf.node);
      const bool compared = node.kind == language::Kind::compare &&
                            language::is_ordered(leaf.expression->at(node.parts[0]).type.type);
      if (compared && language::reads_facts(*leaf.expression, leaf.node)) make(leaf);
    }
    test_version_days(points_, rule_, examples_, made_);
    test_due_days(points_, rule_, examples_, made_);
    return std::move(made_);
  }

 private:
  void tell(const Position& at, const std::string& id, const std::string& en) {
    ruleset::complain(made_.problems, at, fmt::format("{}: {}", rule_.id, id),
                      fmt::format("{}: {}", rule_.id, en));
  }

  bool read_examples() {
    const auto base = bases_.text(rule_.example_base);
    if (!base) {
      made_.problems = base.error();
      return false;
    }
    for (const auto& example : rule_.examples) {
      const auto text = example_filing(**base, example, rules_.vocabulary());
      if (!text) continue;  // told where the examples are run
      examples_.push_back({&example, *text, parse_iso_date(example.as_of)});
      watch(examples_.size() - 1);
    }
    return true;
  }

  void watch(std::size_t example) {
    const auto& one = examples_[example];
    points_.judge_all(one.filing, one.as_of, [&](std::size_t subject, const Judged& judged) {
      for_each_sight(rule_, judged.judgement, judged.recording, [&](const LeafSight& sight) {
        const auto sides = sides_of(sight);
        if (!sides) return;
        if (sight.own().examined) seen_[sight.place].insert(sides->sign());
        auto& attempts = attempts_[sight.place];
        if (attempts.size() >= kAttempts && !sight.own().examined) return;
        Attempt attempt{example,
                        {subject, sight.place, sight.records},
                        levers(sight, judged.recording),
                        sight.own().examined};
        if (!attempt.levers.empty()) attempts.push_back(std::move(attempt));
      });
    });
  }

  /// Tries the examples until one can be brought to the limit.
  void make(const WrittenLeaf& leaf) {
    auto& attempts = attempts_[leaf.place];
    std::ranges::stable_sort(attempts, {}, [](const Attempt& a) { return !a.examined; });
    std::size_t tried = 0;
    for (const auto& attempt : attempts) {
      if (++tried > kAttempts) break;
      for (const auto& lever : attempt.levers) {
        if (pull(leaf, attempt, lever)) return;
      }
    }
    made_.unmade.push_back({leaf.at, leaf.text});
  }

  std::optional<Point> look_at(const MadeExample& example, const Sighting& sighting,
                               const Lever& lever, std::int64_t value) {
    if (lever.at.as_of()) {
      const Date day(static_cast<std::int32_t>(value));
      return points_.look(example.filing, day, sighting);
    }
    const auto text = with_fact(example.filing, lever.at, fact_text(lever.type, value, lever.unit));
    return text ? points_.look(*text, example.as_of, sighting) : std::nullopt;
  }

  bool pull(const WrittenLeaf& leaf, const Attempt& attempt, const Lever& lever) {
    const auto& example = examples_[attempt.example];
    const auto& comparison = leaf.expression->at(leaf.node);
    const auto type = leaf.expression->at(comparison.parts[0]).type.type;
    std::map<std::int64_t, Point> points;
    const auto look = [&](std::int64_t value) -> std::optional<std::int64_t> {
      auto point = look_at(example, attempt.sighting, lever, value);
      if (!point) return std::nullopt;
      const std::int64_t difference = point->sides.left - point->sides.right;
      points.insert_or_assign(value, std::move(*point));
      return difference;
    };
    const auto now = points_.look(example.filing, example.as_of, attempt.sighting);
    if (!now) return false;
    const std::int64_t step = lever.type == type ? step_of(type, now->sides.left, now->sides.right)
                                                 : step_of(lever.type, lever.value, lever.value);
    const auto values = BoundarySearch(lever, step, look).run();
    if (values.size() < 2) return false;
    for (const auto value : values) check(leaf, lever, value, points.at(value));
    check_loss(leaf, attempt, lever, values, points);
    find_gaps(leaf, attempt, lever, values, points);
    return true;
  }

  void check(const WrittenLeaf& leaf, const Lever& lever, std::int64_t value, const Point& point) {
    const std::string at =
        fmt::format("{}={}", lever.at.name(), fact_text(lever.type, value, lever.unit));
    if (point.truth != point.expected) {
      tell(leaf.at,
           fmt::format("dengan {}, \"{}\" seharusnya {}", at, leaf.text, word(point.expected).id),
           fmt::format("with {}, \"{}\" must be {}", at, leaf.text, word(point.expected).en));
    } else if (!point.agrees) {
      tell(leaf.at, fmt::format("dengan {}, putusannya tidak mengikuti bagian-bagiannya", at),
           fmt::format("with {}, the verdict does not follow from its parts", at));
    } else {
      ++made_.held;
    }
  }

  static Bilingual word(language::Truth truth) {
    return language::is_true(truth) ? Bilingual{"benar", "true"} : Bilingual{"salah", "false"};
  }

  /// All points are one filing once the fact is gone.
  void check_loss(const WrittenLeaf& leaf, const Attempt& attempt, const Lever& lever,
                  const std::vector<std::int64_t>& values,
                  const std::map<std::int64_t, Point>& points) {
    if (lever.at.as_of()) return;
    const auto& example = examples_[attempt.example];
    const auto text = with_fact(example.filing, lever.at, std::nullopt);
    const auto lost =
        text ? points_.verdict(*text, example.as_of, attempt.sighting.subject) : std::nullopt;
    if (!lost) return;
    bool accused = false;
    bool cleared = false;
    for (const auto value : values) {
      accused = accused || accuses(points.at(value).verdict);
      cleared = cleared || !accuses(points.at(value).verdict);
    }
    if (cleared && accuses(*lost)) {
      tell(leaf.at, fmt::format("tanpa {} aturan ini menuduh", lever.at.name()),
           fmt::format("without {} this rule accuses", lever.at.name()));
    } else if (accused && cleared && *lost != results::Verdict::insufficient) {
      tell(leaf.at, fmt::format("tanpa {} aturan ini meluluskan", lever.at.name()),
           fmt::format("without {} this rule clears", lever.at.name()));
    }
  }

  /// The author's own examples: on the limit, and where the comparison comes out the other way.
  void find_gaps(const WrittenLeaf& leaf, const Attempt& attempt, const Lever& lever,
                 const std::vector<std::int64_t>& values,
                 const std::map<std::int64_t, Point>& points) {
    const auto& seen = seen_[leaf.place];
    std::map<int, std::pair<std::int64_t, bool>> sides;  // a value there, and the truth
    for (std::size_t i = 0; i < values.size(); ++i) {
      const Point& point = points.at(values[i]);
      const bool truth = language::is_true(point.expected);
      const auto [side, first] = sides.try_emplace(point.sides.sign(), values[i], truth);
      // Of a stretch that is equal the end at which the outcome changes.
      const bool edge =
          i + 1 < values.size() && language::is_true(points.at(values[i + 1]).expected) != truth;
      if (edge) side->second.first = values[i];
    }
    BoundaryGap gap{leaf.at, leaf.text, {}, {}, examples_[attempt.example].example->at};
    const auto need = [&](int side) {
      gap.sides.push_back(side_word(side));
      if (!gap.hint.empty()) return;
      const auto value = sides.at(side).first;
      gap.hint = fmt::format("{}={}", lever.at.name(), fact_text(lever.type, value, lever.unit));
    };
    if (sides.contains(0) && !seen.contains(0)) need(0);
    std::vector<int> others;  // where it comes out the other way; of `is` both, and one suffices
    for (const int side : {-1, 1}) {
      const bool differs =
          sides.contains(side) && sides.contains(0) && sides.at(side).second != sides.at(0).second;
      if (differs) others.push_back(side);
    }
    const bool shown = std::ranges::any_of(others, [&](int side) { return seen.contains(side); });
    if (!others.empty() && !shown) need(others.front());
    if (!gap.sides.empty()) made_.gaps.push_back(std::move(gap));
  }

  const ruleset::Rule& rule_;
  Points points_;
  ExampleBases& bases_;
  const ruleset::RuleSet& rules_;
  std::vector<MadeExample> examples_;
  std::map<LeafPlace, std::vector<Attempt>> attempts_;
  std::map<LeafPlace, std::set<int>> seen_;
  Boundaries made_;
};

}  // namespace

void Boundaries::join(Boundaries&& other) {
  const auto append = [](auto& to, auto& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  };
  held += other.held;
  append(unmade, other.unmade);
  append(gaps, other.gaps);
  append(problems, other.problems);
}

Boundaries test_boundaries(const ruleset::RuleSet& rules, const ruleset::Rule& rule,
                           ExampleBases& bases) {
  return Maker(rules, rule, bases).run();
}

}  // namespace periksa::audit
