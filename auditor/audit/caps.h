// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "auditor/base/bilingual.h"
#include "auditor/ruleset/judge.h"

namespace periksa::audit {

/// What a finding's readings allow it to say (promise 2): the verdict after the caps, and why it is
/// not more.
struct Capped {
  results::Verdict verdict = results::Verdict::insufficient;
  /// For met: "", "declared", "unverified-reading", "whether-or-not". For the others, the reason's
  /// word.
  std::string_view reason;
  std::vector<Bilingual> notes;
};

/// Everything besides the judgement that a cap depends on.
struct Readings {
  law::Grade grade = law::Grade::verified;  ///< weakest of the texts cited for the event's days
  bool stale = false;  ///< the event lies after the day a text was last checked
  results::Tier tier = results::Tier::law;
};

/// The cap table (docs/verdicts.md), tested by itself:
///   breach on an unverified reading, inside an uncertain window, or after the checked-until day →
///   suspected; breach on a worker's or union's word alone → insufficient, cause claim; tier
///   standard: breach and suspected → observation.
Capped cap(const ruleset::Judgement& judgement, const Readings& readings);

/// A readiness judgement as if its planned day had come.
ruleset::Judgement prospect(const ruleset::Judgement& readiness);

/// The grade and freshness of what the judged versions cite.
Readings readings_of(const ruleset::Rule& rule, const ruleset::Judgement& judgement,
                     const law::Register& law);

}  // namespace periksa::audit
