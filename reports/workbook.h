// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "reports/finding_tables.h"
#include "reports/report_options.h"

namespace periksa::reports {

/// Tables as the sheets of one workbook (XLSX), in their order: first row frozen, with arrows to
/// pick by; texts stay texts, days and numbers are the program's own. Two of one title are
/// numbered.
Result<void> write_workbook(const std::vector<FindingTable>& tables, const Strings& strings,
                            const Sink& sink);

}  // namespace periksa::reports
