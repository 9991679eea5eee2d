// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "auditor/base/csv.h"
#include "reports/finding_tables.h"
#include "reports/machine_report.h"

namespace periksa::reports {
Result<void> write_findings_csv(const results::Results& results, const ReportOptions& options,
                                const Sink& sink) {
  const auto strings = Strings::load(options.templates, options.language);
  if (!strings) return std::unexpected(strings.error());
  const FindingTable table = finding_table(Wording(results, *strings, options.unmask));
  std::string line = "\xEF\xBB\xBF";
  for (const auto& head : table.heads) line += (line.size() > 3 ? "," : "") + csv_value(head);
  sink(line + "\r\n");
  for (const TableRow& row : table.rows) {
    line.clear();
    for (std::size_t i = 0; i < row.size(); ++i) line += (i > 0 ? "," : "") + csv_text(row[i].text);
    sink(line + "\r\n");
  }
  return {};
}

}  // namespace periksa::reports
