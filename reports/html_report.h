// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/base/diagnostic.h"
#include "auditor/results/results.h"
#include "reports/report_options.h"

namespace periksa::reports {

using HtmlOptions = ReportOptions;

/// One page in one file: no other file, no network; for reading on a screen or printing on A4. All
/// of it is there without script; the one script it has, named by its hash in the page's policy,
/// only hides and moves cards. Every value is escaped; the markup is also well-formed XML. Fails
/// only if the templates or strings cannot be read, before the first byte is written.
Result<void> write_html(const results::Results& results, const HtmlOptions& options,
                        const Sink& sink);

}  // namespace periksa::reports
