// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/base/diagnostic.h"
#include "auditor/results/results.h"
#include "reports/report_options.h"

/// Findings for other programs. What a verdict becomes there:
///
/// | verdict | SARIF kind | JUnit | |
/// |---|---|---|---|
/// | breach | fail | failure | level error, of minor severity warning |
/// | suspected, insufficient | review | skipped, "review: …" | somebody has to look |
/// | observation | informational | skipped, "observation: …" | a standard, no law |
/// | excused | pass | – | a legal exception applies |
/// | waived | that of the original verdict, suppressed with its justification | skipped, "waived:
/// …" | | | engine-error | open; the run is not successful | error | our own failure |
///
/// Met and not-applicable are counts, not findings: JUnit shows one case for all of a rule's.
namespace periksa::reports {

/// SARIF 2.1.0, one run. Places are lines of XML; a cell or pointer stands among the logical
/// locations, as SARIF knows lines only.
Result<void> write_sarif(const results::Results& results, const ReportOptions& options,
                         const Sink& sink);

/// JUnit XML, one suite a rule, one case a finding.
Result<void> write_junit(const results::Results& results, const ReportOptions& options,
                         const Sink& sink);

/// A row a finding, for spreadsheets (RFC 4180, comma, UTF-8 with a byte order mark). A text that a
/// spreadsheet would take for a formula has an apostrophe in front.
Result<void> write_findings_csv(const results::Results& results, const ReportOptions& options,
                                const Sink& sink);

}  // namespace periksa::reports
