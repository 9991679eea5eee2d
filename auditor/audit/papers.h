// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/documents/ties.h"
#include "auditor/results/results.h"

namespace periksa::audit {

/// Puts the files of a folder, and what they are tied to, into the results: by aliases, as names of
/// files often are names of people. Precondition: the reading has ended well.
void add_papers(const documents::Ties& ties, const facts::Vocabulary& vocabulary,
                results::Results& results);

}  // namespace periksa::audit
