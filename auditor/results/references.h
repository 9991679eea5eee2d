// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "auditor/results/results.h"

namespace periksa::results {

/// Every reference inside the document that leads nowhere (fact, provision, sanction, finding,
/// rule, pseudonym or private value), and totals that do not add up; empty for a sound document. In
/// a redacted document, which has no private section, keys into it are not followed. The position's
/// cell is the JSON pointer of the place; at most twenty are told.
Diagnostics check_references(const Results& results, const std::string& name);

}  // namespace periksa::results
