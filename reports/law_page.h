// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/base/diagnostic.h"
#include "auditor/results/results.h"
#include "reports/report_options.h"

namespace periksa::reports {

/// Every provision that the document cites, by itself: what it says in our words, when it was in
/// force, whom it binds, how well it was read and where. One page in one file, as write_html makes
/// it; nothing of a filing stands in it.
Result<void> write_law_page(const results::Results& results, const ReportOptions& options,
                            const Sink& sink);

}  // namespace periksa::reports
