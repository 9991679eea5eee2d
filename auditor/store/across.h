// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "auditor/results/supervision.h"
#include "auditor/store/connection.h"

namespace periksa::store {

/// By article, then quarter. An article is that of the provision that stood first when the finding
/// was last seen.
std::vector<results::TrendRow> trends(Connection& connection);

/// Numbers in filings of two agencies at least, those of most agencies first; of each agency all
/// that the audit saved last has of it. Made from keyed numbers, so without the key.
std::vector<results::MatchRow> matches(Connection& connection);

}  // namespace periksa::store
