// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/base/diagnostic.h"
#include "reports/paper.h"
#include "reports/report_options.h"

/// One paper in several forms. The same paper gives the same bytes.
namespace periksa::reports {

/// A page in one file, by `templates/paper.html`: no script, no other file, for A4.
Result<void> write_paper_html(const Paper& paper, const ReportOptions& options, const Sink& sink);

/// An OpenDocument text (ISO/IEC 26300, version 1.2) to be completed in a word processor. How it
/// looks is in `templates/paper.styles.xml`.
Result<void> write_paper_odt(const Paper& paper, const ReportOptions& options, const Sink& sink);

/// Its tables as sheets of a workbook.
Result<void> write_paper_xlsx(const Paper& paper, const ReportOptions& options, const Sink& sink);

/// Its tables one below the other, each under its name, as comma-separated values.
Result<void> write_paper_csv(const Paper& paper, const Sink& sink);

/// Plain text for a terminal.
Result<void> write_paper_text(const Paper& paper, const Sink& sink);

}  // namespace periksa::reports
