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
    out_.unmade.push_back({rule_.versions.front().at, {}});
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

/// The deadline of a version as an example has it.
struct Deadline {
  const MadeExample* example = nullptr;
  std::size_t subject = 0;
  Date last;
};

class DueDays {
 public:
  DueDays(Points& points, const ruleset::Rule& rule, Boundaries& out)
      : points_(points), rule_(rule), out_(out) {}

  void run(const ruleset::Version& version, const std::vector<MadeExample>& examples) {
    std::optional<Deadline> deadline;
    std::set<int> seen;
    for (const auto& example : examples) {
      look(version, example, example.as_of,
           [&](std::size_t subject, Date last, const Judged& j, std::size_t) {
             const Date today = j.on.as_of;
             seen.insert(today < last ? -1 : today > last ? 1 : 0);
             if (!deadline) deadline = {&example, subject, last};
           });
    }
    const auto at = version.due->places.at(0);
    const std::string text = one_line(version.due->expression.text);
    if (!deadline) return out_.unmade.push_back({at, text});
    for (const int offset : {-1, 0, 1}) test(version, *deadline, offset);
    if (seen.contains(0) && seen.contains(1)) return;
    BoundaryGap gap{at, text, {}, {}, deadline->example->example->at};
    if (!seen.contains(0)) gap.sides.push_back({"tepat pada batasnya", "on the limit"});
    if (!seen.contains(1)) gap.sides.push_back({"sudah lewat", "passed"});
    gap.hint = "as-of=" + to_iso(deadline->last.plus_days(seen.contains(0) ? 1 : 0));
    out_.gaps.push_back(std::move(gap));
  }

 private:
  /// Offers each subject whose deadline under the version is one day.
  template <class Each>
  void look(const ruleset::Version& version, const MadeExample& example, std::optional<Date> as_of,
            Each each) {
    points_.judge_all(example.filing, as_of, [&](std::size_t subject, const Judged& judged) {
      for (std::size_t i = 0; i < judged.recording.versions.size(); ++i) {
        if (judged.judgement.parts[i].version != &version) continue;
        const auto& frame = judged.recording.versions[i].due;
        const auto due = frame.find(version.due->expression.root);
        if (due == frame.end() || !due->second.operand.exact()) continue;
        each(subject, Date(static_cast<std::int32_t>(due->second.operand.low)), judged, i);
      }
    });
  }

  void test(const ruleset::Version& version, const Deadline& deadline, int offset) {
    const Date today = deadline.last.plus_days(offset);
    look(version, *deadline.example, today,
         [&](std::size_t subject, Date last, const Judged& judged, std::size_t index) {
           if (subject != deadline.subject || last != deadline.last) return;
           const auto late = judged.judgement.parts[index].late;
           const bool right =
               late == (offset > 0 ? language::Truth::yes : language::Truth::no) &&
               agrees_with_leaves(rule_, judged.judgement, judged.recording, judged.on.as_of);
           if (right) {
             ++out_.held;
             return;
           }
           ruleset::complain(out_.problems, version.due->places.at(0),
                             fmt::format("{}: pada {} batas waktu {} dinilai keliru", rule_.id,
                                         to_iso(today), to_iso(last)),
                             fmt::format("{}: on {} the deadline {} is judged wrongly", rule_.id,
                                         to_iso(today), to_iso(last)));
         });
  }

  Points& points_;
  const ruleset::Rule& rule_;
  Boundaries& out_;
};

}  // namespace

void test_due_days(Points& points, const ruleset::Rule& rule,
                   const std::vector<MadeExample>& examples, Boundaries& out) {
  for (const auto& version : rule.versions) {
    if (version.due) DueDays(points, rule, out).run(version, examples);
  }
}

void test_version_days(Points& points, const ruleset::Rule& rule,
                       const std::vector<MadeExample>& examples, Boundaries& out) {
  Days(points, rule, out).run(examples);
}

}  // namespace periksa::audit
