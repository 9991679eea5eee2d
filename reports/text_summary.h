// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "auditor/base/diagnostic.h"
#include "auditor/results/results.h"
#include "reports/report_options.h"

namespace periksa::reports {

/// For a terminal: the sentence, the counts, money, and the foremost findings with article and
/// place.
Result<void> write_summary(const results::Results& results, const ReportOptions& options,
                           const Sink& sink);

/// One finding's whole card as plain text. An unknown id is a diagnostic naming those there are.
Result<void> explain(const results::Results& results, std::string_view finding,
                     const ReportOptions& options, const Sink& sink);

}  // namespace periksa::reports
