// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/base/diagnostic.h"
#include "auditor/results/supervision.h"
#include "reports/paper.h"
#include "reports/report_options.h"

/// What a case store tells, as papers (docs/store.md). Each fails only if strings cannot be read.
namespace periksa::reports {

/// Agencies beside each other: who first, articles over time, numbers that filings share.
Result<Paper> make_supervision(const results::Supervision& of, const ReportOptions& options);

/// One agency: its audits, and its findings as they stand.
Result<Paper> make_history(const results::CaseHistory& of, const ReportOptions& options);

/// One audit as it was saved, and what became of each finding in it.
Result<Paper> make_saved_audit(const results::SavedAudit& of, const ReportOptions& options);

/// The life of one finding; `id` is its number in the store.
Result<Paper> make_steps(std::int64_t id, const std::vector<results::StepRow>& of,
                         const ReportOptions& options);

/// What is overdue up to `as_of` (ISO), the longest first.
Result<Paper> make_overdue(const std::vector<results::OverdueRow>& of, const std::string& as_of,
                           const ReportOptions& options);

/// What is kept of people, and which backups may still hold what was forgotten.
Result<Paper> make_retention(const results::Retention& of, const ReportOptions& options);

}  // namespace periksa::reports
