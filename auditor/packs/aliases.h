// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "auditor/results/results.h"

namespace periksa::packs {

/// What the kinds of records are called, by kind: reasonings name a record by it and its id.
using Labels = std::map<std::string, Bilingual>;
Labels labels_of(const results::Results& results);

/// Gives what the filer named a name of ours, in the order in which the document has it: files
/// `B001`, sources `S001`, the agency's own records `permit-3`; sheets of a workbook lose their
/// names; `labels` are those of the document before anything was taken out. Workers, their records
/// and papers have such names already. What refers to something by a name that is known of nothing
/// is masked.
void use_aliases(results::Results& results, const Labels& labels);

}  // namespace periksa::packs
