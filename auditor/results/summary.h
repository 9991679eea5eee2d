// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/results/results.h"

namespace periksa::results {

/// What `summary` tells, counted from runs and findings: numbers that add up, money with each
/// payment counted once and nothing that is waived (charges.h), people counted once.
Summary summarise(const Results& results);

/// Something that has happened and is, or may be, wrong; or money that somebody says was taken.
/// Before any waiver.
bool is_indication(const Finding& finding);

/// How many subjects a rule was judged on.
std::uint64_t subjects_of(const Rule& rule);

/// One more run in a run-length list: joined to the last where verdict and reason are the same.
void append_run(std::vector<Rule::Run>& runs, Rule::Run run);

}  // namespace periksa::results
