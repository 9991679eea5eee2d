// SPDX-License-Identifier: Apache-2.0
#include "reports/finding_tables.h"
#include "reports/machine_report.h"
#include "reports/workbook.h"

namespace periksa::reports {

Result<void> write_findings_xlsx(const results::Results& results, const ReportOptions& options,
                                 const Sink& sink) {
  const auto strings = Strings::load(options.templates, options.language);
  if (!strings) return std::unexpected(strings.error());
  const Wording wording(results, *strings, options.unmask);
  std::vector<FindingTable> tables;
  for (const auto table : {finding_table, fact_table, request_table, refund_table, waiver_table})
    tables.push_back(table(wording));
  return write_workbook(tables, *strings, sink);
}

}  // namespace periksa::reports
