// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "auditor/base/diagnostic.h"
#include "auditor/results/case_history.h"
#include "auditor/results/retention.h"
#include "auditor/results/supervision.h"
#include "reports/paper.h"
#include "reports/report_options.h"

/// What a case store tells of a case, as papers (docs/store.md). Each fails only if strings cannot
/// be read.
namespace periksa::reports {

/// One agency: its audits, and its findings as they stand.
Result<Paper> make_history(const results::CaseHistory& of, const ReportOptions& options);

/// One audit as it was saved, and what became of each finding in it.
Result<Paper> make_saved_audit(const results::SavedAudit& of, const ReportOptions& options);

/// One finding: how it stands, and each step that led there.
Result<Paper> make_life(const results::FindingLife& of, const ReportOptions& options);

/// What is overdue up to `as_of` (ISO), the longest first.
Result<Paper> make_overdue(const std::vector<results::OverdueRow>& of, const std::string& as_of,
                           const ReportOptions& options);

/// What is kept of people, and which backups may still hold what was forgotten.
Result<Paper> make_retention(const results::Retention& of, const ReportOptions& options);

}  // namespace periksa::reports
