// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/version_days.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "auditor/audit/fact_lever.h"
#include "auditor/audit/kleene.h"
#include "auditor/ruleset/xml_text.h"

namespace periksa::audit {
namespace {

/// Puts the event of one subject of one example on a day.
struct Handle {
  const MadeExample* example = nullptr;
  std::size_t subject = 0;
  std::optional<FactPlace> event;  // nothing: the as-of date
};

class Days {
 public:
  Days(Points& points, const ruleset::Rule& rule, Boundaries& out)
      : points_(points), rule_(rule), out_(out) {}

  void run(const std::vector<MadeExample>& examples) {
    std::set<Date> days;
    for (const auto& version : rule_.versions) {
      for (const Date edge : {version.window.from, version.window.to}) {
        if (edge == law::kOpen || edge <= *Date::of(1900, 1, 1)) continue;
        days.insert(edge.plus_days(-1));
        days.insert(edge);
      }
    }
    if (days.empty()) return;
    for (const auto& handle : handles(examples)) {
      if (std::ranges::all_of(days, [&](Date day) { return test(handle, day); })) return;
      if (!out_.problems.empty()) return;
    }
    out_.unmade.push_back(rule_.versions.front().at);
  }

 private:
  std::vector<Handle> handles(const std::vector<MadeExample>& examples) {
    std::vector<Handle> all;
    for (const auto& example : examples) {
      if (all.size() >= 4) break;
      points_.judge_all(example.filing, example.as_of, [&](std::size_t subject, const Judged& j) {
        if (subject != 0) return;
        Handle handle{&example, subject, {}};
        for (const auto& [node, recorded] : j.recording.event) {
          if (!recorded.cells.empty()) handle.event = place_of(recorded.cells.back());
        }
        const bool movable = !rule_.event || (handle.event && j.judgement.event.exact());
        if (movable) all.push_back(std::move(handle));
      });
    }
    return all;
  }

  /// False if such a filing cannot be made.
  bool test(const Handle& handle, Date day) {
    std::string filing = handle.example->filing;
    std::optional<Date> as_of = handle.example->as_of;
    if (handle.event) {
      const auto moved = with_fact(filing, *handle.event, to_iso(day));
      if (!moved) return false;
      filing = *moved;
    } else {
      as_of = day;
    }
    bool made = false;
    points_.judge_all(filing, as_of, [&](std::size_t subject, const Judged& judged) {
      if (subject != handle.subject || !judged.judgement.event.exact()) return;
      if (judged.judgement.event.low != day.days()) return;
      made = true;
      compare(judged, day);
    });
    return made;
  }

  void compare(const Judged& judged, Date day) {
    bool right = true;
    for (const auto& version : rule_.versions) {
      const bool inside = version.window.from <= day && day < version.window.to;
      const bool applied = std::ranges::any_of(
          judged.judgement.parts, [&](const auto& parts) { return parts.version == &version; });
      if (inside == applied) continue;
      right = false;
      ruleset::complain(out_.problems, version.at,
                        fmt::format("{}: pada {} versi ini {}", rule_.id, to_iso(day),
                                    inside ? "tidak dipakai" : "dipakai di luar masanya"),
                        fmt::format("{}: on {} this version is {}", rule_.id, to_iso(day),
                                    inside ? "not applied" : "applied outside its time"));
    }
    if (!agrees_with_leaves(rule_, judged.judgement, judged.recording, judged.on.as_of)) {
      right = false;
      ruleset::complain(out_.problems, rule_.at,
                        fmt::format("{}: pada {} putusannya tidak mengikuti bagian-bagiannya",
                                    rule_.id, to_iso(day)),
                        fmt::format("{}: on {} the verdict does not follow from its parts",
                                    rule_.id, to_iso(day)));
    }
    if (right) ++out_.held;
  }

  Points& points_;
  const ruleset::Rule& rule_;
  Boundaries& out_;
};

}  // namespace

void test_version_days(Points& points, const ruleset::Rule& rule,
                       const std::vector<MadeExample>& examples, Boundaries& out) {
  Days(points, rule, out).run(examples);
}

}  // namespace periksa::audit
