// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "auditor/base/few.h"
#include "auditor/language/evaluator.h"
#include "auditor/results/verdict.h"
#include "auditor/ruleset/rule.h"

namespace periksa::ruleset {

/// Why a verdict is what it is, where the word alone does not say it.
enum class Reason : std::uint8_t {
  none,
  condition,         ///< not applicable: `when` is false
  no_such_record,    ///< not applicable: there was nothing to look at
  not_yet_due,       ///< not applicable: the event or the deadline is still to come
  whether_or_not,    ///< met although it is not known whether the duty applies
  event_date,        ///< insufficient: the day of the event decides and is in doubt
  uncertain_window,  ///< suspected: the law of that day is not certain
  month_reading,     ///< suspected: a breach under one reading of a month only
  exception_reading  ///< suspected: an exception applies whose own text is not verified
};

/// "not-yet-due" …: the word used in results.json; empty for `none`.
std::string_view to_string(Reason reason);

/// What a rule is judged on. All pointers outlive the judgement.
struct Case {
  const facts::Facts* filing = nullptr;
  const facts::Facts* workers = nullptr;
  std::span<const language::Record> variables;  ///< the subject, then its worker
  Date as_of;
  const law::Limits* limits = nullptr;
  std::span<const facts::Standing> standings;
  const language::Overlay* overlay = nullptr;
  language::LoopIndexes* indexes = nullptr;  ///< may be null
  std::int64_t mention = 0;                  ///< language::Environment::mention
  bool several_sides = false;                ///< language::Environment::several_sides
};

/// What all programs of a judgement have in common; event, version and reading are the judge's.
language::Environment environment(const Case& on);

/// How the parts of one version came out.
struct Parts {
  const Version* version = nullptr;
  language::Truth when = language::Truth::yes;
  language::Truth require = language::Truth::unknown;
  language::Truth late =
      language::Truth::yes;  ///< whether the deadline has passed; yes without one
  results::Verdict verdict = results::Verdict::insufficient;
  Reason reason = Reason::none;
};

/// The verdict of one rule on one subject, **before** the caps for unverified readings
/// (auditor/audit/caps.h).
struct Judgement {
  results::Verdict verdict = results::Verdict::insufficient;
  Reason reason = Reason::none;
  language::Reliance reliance;
  language::Operand event;  ///< its atoms live until the judge's next judgement
  Few<Date, 2> event_days;  ///< one; several where papers differ; none where it is not known
  bool readiness = false;   ///< nothing has happened yet: judged on the planned day
  results::Verdict prospect = results::Verdict::not_applicable;  ///< of a readiness judgement
  bool window = false;  ///< some possible day lies in an uncertain window
  bool date_in_doubt = false;
  Few<Parts, 2> parts;  ///< one per version the event may fall under
  const Rule* excused_by = nullptr;
};

/// Recordings of a judgement, for what is reported: one per entry of Judgement::parts.
struct Recording {
  struct One {
    language::Frame when;
    language::Frame due;
    language::Frame require;
  };
  language::Frame event;
  std::vector<One> versions;
};

/// Judges rules. One per thread; keeps the evaluator's registers.
class Judge {
 public:
  /// `all` are the rules the exceptions of `rule` index. What a recording shows stays valid until
  /// the next judgement with one.
  Judgement judge(const Rule& rule, std::span<const Rule> all, const Case& on);
  Judgement judge(const Rule& rule, std::span<const Rule> all, const Case& on,
                  Recording& recording);

  /// An operand of a version (a sentence's argument, an amount) under the event of a judgement.
  language::Operand evaluate(const Checked& checked, const Version& version, const Case& on,
                             const language::Operand& event);

 private:
  Judgement run(const Rule& rule, std::span<const Rule> all, const Case& on, Recording* recording);
  /// In an environment without an event.
  bool take_event(const Rule& rule, const language::Environment& env, Judgement& judgement,
                  Recording* recording);
  void judge_versions(const Rule& rule, std::span<const Rule> all, const Case& on,
                      language::Environment& env, Judgement& judgement, Recording* recording);
  Parts judge_version(const Version& version, const language::Environment& env,
                      language::Reliance& reliance, Recording::One* recording);
  Parts both_readings(const Version& version, language::Environment& env,
                      language::Reliance& reliance, Recording::One* recording);
  void apply_exceptions(const Rule& rule, std::span<const Rule> all, const Case& on,
                        Judgement& judgement);

  /// Whether everything a version cites can carry a breach on the event's days.
  static bool readings_carry(const Version& version, const language::Operand& event);

  language::Evaluator evaluator_;
  std::vector<language::Atom> kept_atoms_;  // of the event of the judgement under way
};

}  // namespace periksa::ruleset
