// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/results/results.h"

namespace periksa::packs {

/// Gives what the filer named a name of ours, in the order in which the document has it: files
/// `B001`, sources `S001`, the agency's own records `permit-3`; sheets of a workbook lose their
/// names. Workers, their records and papers have such names already. What refers to something by a
/// name that is known of nothing is masked.
void use_aliases(results::Results& results);

}  // namespace periksa::packs
