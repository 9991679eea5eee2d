// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/audit/fact_book.h"
#include "auditor/audit/fragment.h"
#include "auditor/ruleset/rule_set.h"

namespace periksa::audit {

/// Adds the rows that papers quote of one worker of whom something is found, and their facts to the
/// book. `fragment` has the worker's findings and takes the rows.
void quote_worker(const ruleset::Papers& papers, const facts::Facts& worker, FactBook& book,
                  Fragment& fragment);

/// The same of the filing's own records.
void quote_agency(const ruleset::Papers& papers, const facts::Facts& filing, FactBook& book,
                  Fragment& fragment);

/// Gives the tables their names and titles, and the results what papers rest on by the as-of day;
/// the bases' provisions are added to the texts cited by `add_law`, which comes after.
void add_papers_frame(const ruleset::RuleSet& rules, Date as_of, results::Results& results);

}  // namespace periksa::audit
