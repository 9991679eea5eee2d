// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "auditor/base/bilingual.h"
#include "auditor/ruleset/coverage.h"

/// What `periksa rules coverage` prints.
namespace periksa::cli {

using Coverage = std::vector<ruleset::CoveredPart>;

std::size_t count_of(const Coverage& coverage, ruleset::Covered::State state);

/// A line for each row, for a terminal.
std::string coverage_text(const Coverage& coverage, Language language);
/// The same as Markdown tables: docs/coverage.md is the English one.
std::string coverage_page(const Coverage& coverage, Language language);
/// {"parts":[{"id","title","rows":[{"row","state","rules","left","provisions"}]}]}
std::string coverage_json(const Coverage& coverage);

}  // namespace periksa::cli
