// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/results/diff.h"
#include "reports/report_options.h"

namespace periksa::reports {

/// What changed between two audits, for a terminal.
Result<void> write_diff_text(const results::Diff& diff, const ReportOptions& options,
                             const Sink& sink);

/// The same as a page.
Result<void> write_diff_html(const results::Diff& diff, const ReportOptions& options,
                             const Sink& sink);

}  // namespace periksa::reports
