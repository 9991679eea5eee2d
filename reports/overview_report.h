// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/base/diagnostic.h"
#include "auditor/results/overview.h"
#include "reports/report_options.h"

/// The overview of a new filing, as a page and for a terminal: what it holds, what cannot be relied
/// on as it stands, and what an audit would not be able to judge. No verdicts.
namespace periksa::reports {

/// One page in one file, as write_html makes it. `options.unmask` only says what the page is headed
/// with: what is masked was left out when the overview was made.
Result<void> write_overview_html(const results::Overview& overview, const ReportOptions& options,
                                 const Sink& sink);

/// Plain text.
Result<void> write_overview_text(const results::Overview& overview, const ReportOptions& options,
                                 const Sink& sink);

}  // namespace periksa::reports
