// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/base/diagnostic.h"
#include "auditor/results/results.h"
#include "reports/report_options.h"

/// Findings for other programs (docs/machine-outputs.md). What a verdict becomes there:
///
/// | verdict | SARIF | JUnit |
/// |---|---|---|
/// | breach | fail, an error; of minor severity a warning | failure |
/// | breach that looks ahead, or of a standard | review | skipped, "review: …" |
/// | suspected, insufficient | review | skipped, "review: …" |
/// | observation | informational | skipped, "observation: …" |
/// | excused | pass | passed |
/// | waived | as the original, with a suppression | skipped, "waived: …" |
/// | engine-error | open, and the run has not succeeded | error |
///
/// Met and not-applicable are counts, not findings: JUnit shows one case for all of a rule's that
/// are met.
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

/// An XLSX workbook: findings, facts read, requests, refunds by worker, waivers. Texts are texts,
/// never formulas; days and amounts are the program's own. The same document gives the same bytes.
Result<void> write_findings_xlsx(const results::Results& results, const ReportOptions& options,
                                 const Sink& sink);

}  // namespace periksa::reports
