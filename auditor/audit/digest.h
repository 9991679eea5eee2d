// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "auditor/audit/fact_book.h"
#include "auditor/ruleset/judge.h"

namespace periksa::audit {

/// Rule and subject under the filing's own ids, keyed by the agency: the same finding in the next
/// audit has the same one.
std::string fingerprint(const ruleset::Case& on, const facts::Vocabulary& vocabulary,
                        const results::Finding& finding);

/// What the finding rests on: entity, field, state and value of every fact shown, without places
/// and raw texts, whatever workers are filed above. Private values enter as an HMAC keyed by
/// themselves, the finding and the record, so that equal values of two records do not show.
/// Precondition: the finding has its fingerprint.
std::string evidence_digest(const facts::Vocabulary& vocabulary, const results::Finding& finding,
                            const FactBook& book);

}  // namespace periksa::audit
