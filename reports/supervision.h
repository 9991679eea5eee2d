// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/base/diagnostic.h"
#include "auditor/results/supervision.h"
#include "reports/paper.h"
#include "reports/report_options.h"

/// What a case store tells across agencies, as a paper (docs/store.md). Fails only if strings
/// cannot be read.
namespace periksa::reports {

/// Agencies beside each other: who first, articles over time, numbers that filings share.
Result<Paper> make_supervision(const results::Supervision& of, const ReportOptions& options);

}  // namespace periksa::reports
