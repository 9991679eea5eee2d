// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "auditor/audit/fact_book.h"
#include "auditor/language/evaluator.h"
#include "auditor/ruleset/judge.h"
#include "auditor/ruleset/rule_set.h"

namespace periksa::audit {

/// Asks every indicator of every screen of one worker and makes the notices they call for
/// (docs/indicators.md). A sign counts only when it is certainly true under every reading of a
/// month; what cannot be told is listed beside those that can. Nothing is allocated for a worker
/// no screen speaks of. One per thread.
class Screens {
 public:
  explicit Screens(const ruleset::RuleSet& rules) : rules_(&rules) {}

  /// `on`: the worker as the only variable. Facts go to the book, whose indexes the notices hold.
  void look(const ruleset::Case& on, FactBook& book, std::vector<results::Notice>& into);

  /// What one indicator comes to; also for examples.
  language::Truth ask(const ruleset::Indicator& indicator, const ruleset::Case& on);
  /// The same with a recording of the calendar reading.
  language::Truth ask(const ruleset::Indicator& indicator, const ruleset::Case& on,
                      language::Frame& trace);

 private:
  bool enough(const ruleset::Screen& screen) const;
  results::Notice notice(const ruleset::Screen& screen, const ruleset::Case& on, FactBook& book);
  results::Sign sign(std::size_t indicator, const ruleset::Case& on, FactBook& book);
  bool raised(std::size_t indicator) const { return truths_[indicator] == language::Truth::yes; }

  const ruleset::RuleSet* rules_;
  language::Evaluator evaluator_;
  std::vector<language::Truth> truths_;  // one per indicator, of the worker looked at
};

/// The cells that made a condition true: of an `or` the true parts, of a loop the records that
/// count.
std::vector<language::CellRef> raising_cells(const language::Expression& expression,
                                             const language::Frame& frame);

}  // namespace periksa::audit
