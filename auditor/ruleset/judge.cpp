// SPDX-License-Identifier: Apache-2.0
#include "auditor/ruleset/judge.h"

#include <algorithm>
#include <array>

namespace periksa::ruleset {
namespace {

using language::MonthReading;
using language::Operand;
using language::Truth;
using results::Verdict;

/// The first line of design §4's table that fits, without exceptions.
void decide(Parts& parts) {
  const auto set = [&](Verdict verdict, Reason reason) {
    parts.verdict = verdict;
    parts.reason = reason;
  };
  if (parts.when == Truth::no) return set(Verdict::not_applicable, Reason::condition);
  if (parts.require == Truth::empty) return set(Verdict::not_applicable, Reason::no_such_record);
  if (parts.require == Truth::yes) {
    return set(Verdict::met, parts.when == Truth::unknown ? Reason::whether_or_not : Reason::none);
  }
  if (parts.late == Truth::no) return set(Verdict::not_applicable, Reason::not_yet_due);
  const bool surely =
      language::is_true(parts.when) && parts.require == Truth::no && parts.late == Truth::yes;
  set(surely ? Verdict::breach : Verdict::insufficient, Reason::none);
}

/// Two lawful readings: equal verdicts stand, a breach under one only is suspected.
Parts combine_readings(const Parts& calendar, const Parts& thirty) {
  if (calendar.verdict == thirty.verdict) return calendar;
  Parts parts = calendar;
  const auto either = [&](Verdict v) { return calendar.verdict == v || thirty.verdict == v; };
  if (either(Verdict::breach)) {
    parts.verdict = Verdict::suspected;
    parts.reason = Reason::month_reading;
  } else if (either(Verdict::insufficient)) {
    parts.verdict = Verdict::insufficient;
    parts.reason = Reason::none;
  } else {
    return calendar.verdict == Verdict::met ? calendar : thirty;
  }
  return parts;
}

bool harmless(Verdict verdict) {
  return verdict <= Verdict::excused;
}

/// Whether a text and the days an event may have meet.
bool may_meet(const law::Window& window, const Operand& event) {
  if (event.shape == Operand::Shape::several) {
    return std::any_of(event.atoms.begin(), event.atoms.end(), [&](const language::Atom& atom) {
      return window.from.days() <= atom.value && atom.value < window.to.days();
    });
  }
  return event.low < window.to.days() && event.high >= window.from.days();
}

bool surely_inside(const law::Window& window, const Operand& event) {
  return window.sure_from.days() <= event.low && event.high < window.sure_to.days();
}

}  // namespace

std::string_view to_string(Reason reason) {
  static constexpr std::array<std::string_view, 9> kWords{
      "",           "condition",        "no-such-record", "not-yet-due",      "whether-or-not",
      "event-date", "uncertain-window", "month-reading",  "exception-reading"};
  return kWords[static_cast<std::size_t>(reason)];
}

Judgement Judge::judge(const Rule& rule, std::span<const Rule> all, const Case& on) {
  return run(rule, all, on, nullptr);
}

Judgement Judge::judge(const Rule& rule, std::span<const Rule> all, const Case& on,
                       Recording& recording) {
  evaluator_.begin_recordings();
  return run(rule, all, on, &recording);
}

language::Environment environment(const Case& on) {
  language::Environment env;
  env.filing = on.filing;
  env.workers = on.workers;
  env.variables = on.variables;
  env.as_of = on.as_of;
  env.limits = on.limits;
  env.standings = on.standings;
  env.overlay = on.overlay;
  env.indexes = on.indexes;
  env.mention = on.mention;
  env.several_sides = on.several_sides;
  return env;
}

namespace {

language::Environment environment(const Case& on, const Operand& event) {
  auto env = environment(on);
  env.event = event;
  return env;
}

}  // namespace

Operand Judge::evaluate(const Checked& checked, const Version& version, const Case& on,
                        const Operand& event) {
  language::Reliance ignored;
  auto env = environment(on, event);
  env.version = version.window;
  return evaluator_.operand(checked.program, env, ignored);
}

/// Finds the event's days. False when nothing has happened yet and no day is planned.
bool Judge::take_event(const Rule& rule, const language::Environment& env, Judgement& judgement,
                       Recording* recording) {
  if (!rule.event) {
    judgement.event = Operand::of(env.as_of.days());
    judgement.event_days.push_back(env.as_of);
    return true;
  }
  const auto read = [&](const Checked& checked) {
    return recording
               ? evaluator_.operand(checked.program, env, judgement.reliance, recording->event)
               : evaluator_.operand(checked.program, env, judgement.reliance);
  };
  judgement.event = read(*rule.event);
  // By every paper: stated none, or a day after the as-of date.
  const bool still_to_come = judgement.event.only_none || judgement.event.low > env.as_of.days();
  if (still_to_come) {
    judgement.readiness = true;
    if (judgement.event.only_none) {
      if (!rule.planned) return false;
      judgement.event = read(*rule.planned);
      if (!judgement.event.exact()) return false;
    }
  }
  // Keep the atoms beyond the evaluator's next run.
  if (judgement.event.shape == Operand::Shape::several) {
    for (const auto& atom : judgement.event.atoms) {
      judgement.event_days.push_back(Date(static_cast<std::int32_t>(atom.value)));
    }
    std::sort(judgement.event_days.begin(), judgement.event_days.end());
    kept_atoms_.assign(judgement.event.atoms.begin(), judgement.event.atoms.end());
    judgement.event.atoms = kept_atoms_;
  } else if (judgement.event.exact()) {
    judgement.event_days.push_back(Date(static_cast<std::int32_t>(judgement.event.low)));
  }
  judgement.date_in_doubt = !judgement.event.exact();
  return true;
}

Judgement Judge::run(const Rule& rule, std::span<const Rule> all, const Case& on,
                     Recording* recording) {
  Judgement judgement;
  auto env = environment(on, {});
  if (!take_event(rule, env, judgement, recording)) {
    judgement.verdict = Verdict::not_applicable;
    judgement.reason = Reason::not_yet_due;
    return judgement;
  }
  env.event = judgement.event;
  judge_versions(rule, all, on, env, judgement, recording);
  if (judgement.readiness) {
    judgement.prospect = judgement.verdict;
    judgement.verdict = Verdict::not_applicable;
    judgement.reason = Reason::not_yet_due;
  }
  return judgement;
}

Parts Judge::judge_version(const Version& version, const language::Environment& env,
                           language::Reliance& reliance, Recording::One* recording) {
  const auto condition = [&](const Checked& checked, language::Frame* frame) {
    return frame ? evaluator_.condition(checked.program, env, reliance, *frame)
                 : evaluator_.condition(checked.program, env, reliance);
  };
  Parts parts;
  parts.version = &version;
  if (version.when) parts.when = condition(*version.when, recording ? &recording->when : nullptr);
  // A duty that does not apply reads nothing further, unless it is shown.
  if (parts.when != Truth::no) {
    parts.require = condition(*version.require, recording ? &recording->require : nullptr);
    if (version.due && parts.require != Truth::yes) {
      const Operand due =
          recording ? evaluator_.operand(version.due->program, env, reliance, recording->due)
                    : evaluator_.operand(version.due->program, env, reliance);
      parts.late = language::compare(language::Relation::less_than, due,
                                     Operand::of(env.as_of.days()), facts::Type::date)
                       .truth;
    }
  }
  decide(parts);
  return parts;
}

Parts Judge::both_readings(const Version& version, language::Environment& env,
                           language::Reliance& reliance, Recording::One* recording) {
  env.version = version.window;
  env.reading = MonthReading::calendar;
  const Parts calendar = judge_version(version, env, reliance, recording);
  if (!reliance.months) return calendar;
  env.reading = MonthReading::thirty_days;
  return combine_readings(calendar, judge_version(version, env, reliance, nullptr));
}

void Judge::judge_versions(const Rule& rule, std::span<const Rule> all, const Case& on,
                           language::Environment& env, Judgement& judgement, Recording* recording) {
  bool surely_covered = false;
  for (const auto& version : rule.versions) {
    if (!may_meet(version.window, judgement.event)) continue;
    Recording::One* one = recording ? &recording->versions.emplace_back() : nullptr;
    judgement.parts.push_back(both_readings(version, env, judgement.reliance, one));
    surely_covered = surely_covered || surely_inside(version.window, judgement.event);
  }
  if (judgement.parts.empty()) {
    judgement.verdict = Verdict::not_in_force;
    return;
  }
  apply_exceptions(rule, all, on, judgement);
  if (surely_covered && !judgement.date_in_doubt && judgement.parts.size() == 1) {
    judgement.verdict = judgement.parts.front().verdict;
    judgement.reason = judgement.parts.front().reason;
    return;
  }
  // Without a text that surely covers every possible day, "no text at all" may be right as well,
  // unless the texts hand over to each other inside a window.
  Few<Verdict, 4> verdicts;
  for (const auto& parts : judgement.parts) verdicts.push_back(parts.verdict);
  const auto& first = rule.versions.front().window;
  const auto& last = rule.versions.back().window;
  const bool outside =
      judgement.event.low < first.sure_from.days() || judgement.event.high >= last.sure_to.days();
  if (!surely_covered && outside) verdicts.push_back(Verdict::not_in_force);
  // What may still lie ahead cannot have been breached for certain.
  const bool may_be_ahead = !judgement.readiness &&
                            (judgement.event.maybe_none || judgement.event.high > on.as_of.days());
  const bool accuses = std::any_of(verdicts.begin(), verdicts.end(), [](Verdict v) {
    return v == Verdict::breach || v == Verdict::suspected;
  });
  if (may_be_ahead && accuses) verdicts.push_back(Verdict::not_applicable);
  judgement.window = !judgement.date_in_doubt && !surely_covered;
  if (judgement.date_in_doubt) {
    judgement.window =
        std::any_of(judgement.parts.begin(), judgement.parts.end(), [&](const Parts& p) {
          const auto& w = p.version->window;
          const auto inside = [&](Date from, Date to) {
            return from < to && judgement.event.low < to.days() &&
                   judgement.event.high >= from.days();
          };
          return inside(w.from, w.sure_from) || inside(w.sure_to, w.to);
        });
  }
  const bool equal =
      std::all_of(verdicts.begin(), verdicts.end(), [&](Verdict v) { return v == verdicts[0]; });
  const auto has = [&](Verdict v) {
    return std::find(verdicts.begin(), verdicts.end(), v) != verdicts.end();
  };
  if (equal) {
    judgement.verdict = verdicts[0];
    judgement.reason = judgement.parts[0].reason;
    return;
  }
  const bool nothing_to_do = std::all_of(verdicts.begin(), verdicts.end(),
                                         [](Verdict v) { return v <= Verdict::not_applicable; });
  if (nothing_to_do) {
    judgement.verdict = Verdict::not_applicable;
    judgement.reason = Reason::condition;
  } else if (judgement.date_in_doubt) {
    judgement.verdict = Verdict::insufficient;
    judgement.reason = Reason::event_date;
  } else if (has(Verdict::breach) || has(Verdict::suspected)) {
    judgement.verdict = Verdict::suspected;
    judgement.reason = Reason::uncertain_window;
  } else if (has(Verdict::insufficient)) {
    judgement.verdict = Verdict::insufficient;
    judgement.reason = Reason::uncertain_window;
  } else {
    judgement.verdict = *std::max_element(verdicts.begin(), verdicts.end());
  }
}

/// Each version's breach or open question meets the exceptions: one that surely applies excuses, if
/// its own text carries it; one that may apply leaves the question open.
void Judge::apply_exceptions(const Rule& rule, std::span<const Rule> all, const Case& on,
                             Judgement& judgement) {
  const bool open = std::any_of(judgement.parts.begin(), judgement.parts.end(),
                                [](const Parts& p) { return !harmless(p.verdict); });
  if (rule.exceptions.empty() || !open) return;
  for (const auto index : rule.exceptions) {
    const Rule& exception = all[index];
    Judgement other;
    const auto event = judgement.event;
    const auto kept = kept_atoms_;
    auto env = environment(on, {});
    if (!take_event(exception, env, other, nullptr)) continue;
    Truth applies = Truth::no;
    bool sure = true;
    env.event = other.event;
    for (const auto& version : exception.versions) {
      if (!may_meet(version.window, other.event)) continue;
      const Parts parts = both_readings(version, env, other.reliance, nullptr);
      const Truth one = language::both(parts.when, parts.require);
      const bool whole = surely_inside(version.window, other.event);
      applies = language::either(
          applies, language::is_true(one) && !whole && other.date_in_doubt ? Truth::unknown : one);
      sure = sure && whole && readings_carry(version, other.event);
    }
    kept_atoms_ = kept;
    judgement.event = event;
    if (judgement.event.shape == Operand::Shape::several) judgement.event.atoms = kept_atoms_;
    if (applies == Truth::no) continue;
    judgement.reliance.join(other.reliance);
    for (auto& parts : judgement.parts) {
      if (harmless(parts.verdict)) continue;
      if (language::is_true(applies) && sure && law::carries_breach(other.reliance.grade)) {
        parts.verdict = Verdict::excused;
        parts.reason = Reason::none;
        judgement.excused_by = &exception;
      } else if (parts.verdict == Verdict::breach) {
        parts.verdict = language::is_true(applies) ? Verdict::suspected : Verdict::insufficient;
        parts.reason = language::is_true(applies) ? Reason::exception_reading : Reason::none;
        judgement.excused_by = &exception;
      }
    }
  }
}

bool Judge::readings_carry(const Version& version, const Operand& event) {
  const auto day = [](std::int64_t d) {
    return Date(static_cast<std::int32_t>(std::clamp<std::int64_t>(d, -1'000'000, 1'000'000)));
  };
  return std::all_of(version.cites.begin(), version.cites.end(), [&](const Cite& cite) {
    const auto texts = cite.provision->on(day(event.low), day(event.high));
    return std::all_of(texts.begin(), texts.end(),
                       [](const auto* text) { return law::carries_breach(text->grade); });
  });
}

}  // namespace periksa::ruleset
