// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/audit/caps.h"
#include "auditor/audit/fact_book.h"
#include "auditor/audit/fragment.h"
#include "auditor/audit/reasoning.h"
#include "auditor/ruleset/rule_set.h"

namespace periksa::audit {

/// Makes the full record of a judgement that is reported: evidence, reasoning, what is missing,
/// what would change it.
class Finder {
 public:
  Finder(const ruleset::RuleSet& rules, ruleset::Judge& judge) : rules_(rules), judge_(judge) {}

  /// Judges once more with a recording and appends to the fragment. Precondition: the verdict is
  /// one that is reported.
  void report(const ruleset::Rule& rule, const ruleset::Case& on, const Capped& capped,
              FactBook& book, Fragment& into);

 private:
  void place(const ruleset::Rule& rule, const ruleset::Case& on, const FactBook& book,
             results::Finding& finding) const;
  void cite(const ruleset::Judgement& judgement, results::Finding& finding) const;
  void sentence(const ruleset::Rule& rule, const ruleset::Case& on, const ruleset::Version& version,
                const ruleset::Judgement& judgement, FactBook& book, results::Finding& finding);
  void evidence(const ruleset::Rule& rule, const ruleset::Case& on,
                const ruleset::Recording& recording, FactBook& book,
                results::Finding& finding) const;
  void reason(const ruleset::Rule& rule, const ruleset::Judgement& judgement,
              const ruleset::Recording& recording, FactBook& book, results::Finding& finding) const;
  void exceptions(const ruleset::Rule& rule, const ruleset::Case& on,
                  const ruleset::Judgement& judgement, FactBook& book,
                  results::Finding& finding) const;
  void claims(const ruleset::Rule& rule, FactBook& book, results::Finding& finding) const;
  void add_missing(const ruleset::Rule& rule, const Reasoning::Cause& cause, FactBook& book,
                   results::Finding& finding) const;
  void amount(const ruleset::Rule& rule, const ruleset::Case& on, const ruleset::Version& version,
              const ruleset::Judgement& judgement, bool claimed, results::Finding& finding);
  void ask(const ruleset::Rule& rule, const FactBook& book, results::Missing& missing) const;

  const ruleset::RuleSet& rules_;
  ruleset::Judge& judge_;
};

/// Whether a verdict has a full record in the results; the others are only counted.
bool is_reported(results::Verdict verdict);

}  // namespace periksa::audit
