// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "reports/matter.h"
#include "reports/paper.h"
#include "reports/wording.h"

namespace periksa::reports {

/// What a complaint of these workers needs to be taken up (docs/papers.md): what is there, and what
/// to add. Of several workers it names those without.
PaperChecks complaint_checks(const Wording& wording, const Matter& matter,
                             const std::vector<std::string>& workers);

}  // namespace periksa::reports
