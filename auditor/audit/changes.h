// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/audit/fact_book.h"
#include "auditor/ruleset/judge.h"
#include "auditor/ruleset/rule_set.h"

namespace periksa::audit {

/// For each fact the judgement read, alone: the nearest value or state with which the verdict would
/// be another – first one that clears, else any other; masked where a private fact could be read
/// off it. Sets `changes`, and `changes_exhausted` if there is none. Where a rule reads very many
/// workers or records of the agency only some facts are tried, the worker's own first.
void find_changes(const ruleset::RuleSet& rules, const ruleset::Rule& rule, const ruleset::Case& on,
                  ruleset::Judge& judge, results::Verdict verdict,
                  const ruleset::Recording& recording, FactBook& book, results::Finding& finding);

}  // namespace periksa::audit
