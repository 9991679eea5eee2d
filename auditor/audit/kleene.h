// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/ruleset/judge.h"

namespace periksa::audit {

/// A second reading of docs/rule-language.md §2 and §5, written apart from the evaluator: what a
/// condition comes to by the truths recorded of its leaves.
language::Truth truth_by_leaves(const language::Expression& condition,
                                const language::Frame& frame);

/// Whether a version came out as its recorded leaves say: `when`, `require`, and the verdict of the
/// table in docs/verdicts.md where no exception and no second reading of a month had a say.
bool agrees_with_leaves(const ruleset::Rule& rule, const ruleset::Judgement& judgement,
                        const ruleset::Recording& recording, Date as_of);

}  // namespace periksa::audit
