// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/base/diagnostic.h"
#include "auditor/results/batch.h"
#include "reports/report_options.h"

/// The summary of several filings, as a page and for a terminal: what each came to, the totals, and
/// what has to be looked into across agencies.
namespace periksa::reports {

struct BatchOptions {
  ReportOptions report;
  /// What stands beside the page and it leads to, as BatchEntry::document with ending .html:
  /// papers for one reader, or the full reports, of which large ones are a folder of that name.
  enum class Linked : unsigned char { none, papers, reports };
  Linked linked = Linked::none;
};

/// One page in one file, as write_html makes it.
Result<void> write_batch_html(const results::Batch& batch, const BatchOptions& options,
                              const Sink& sink);

/// Plain text. Nothing in it depends on `linked`.
Result<void> write_batch_text(const results::Batch& batch, const BatchOptions& options,
                              const Sink& sink);

}  // namespace periksa::reports
