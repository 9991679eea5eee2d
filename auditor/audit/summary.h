// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "auditor/results/results.h"
#include "auditor/ruleset/rule_set.h"

namespace periksa::audit {

/// One list of papers to ask for, without repetition: by paper and wording, with whom it concerns
/// and what it would settle.
std::vector<results::Request> requests(const results::Results& results,
                                       const facts::Vocabulary& vocabulary);

/// The labels of every paper that findings and requests name.
std::map<std::string, Bilingual> document_labels(const results::Results& results,
                                                 const facts::Vocabulary& vocabulary);

/// Why provisions were not examined, from the register.
std::vector<results::Uncovered> coverage(const law::Register& law);

}  // namespace periksa::audit
