// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "reports/wording.h"

/// Findings and what belongs to them as rows for spreadsheets. Values are as Wording gives them, so
/// what is private stays masked; texts are printable and may begin with anything.
namespace periksa::reports {

struct TableCell {
  enum class Kind : std::uint8_t { text, day, number, ordinal };
  std::string text;  ///< a day as `2024-03-12`, a number in plain digits with a point, the ordinal
                     ///< of a row or line
  Kind kind = Kind::text;
};
using TableRow = std::vector<TableCell>;

struct FindingTable {
  std::string title;
  std::vector<std::string> heads;
  std::vector<TableRow> rows;
};

/// A row a finding.
FindingTable finding_table(const Wording& wording);
/// A row for every fact read, as the files have them, each with its file and cell or line.
FindingTable fact_table(const Wording& wording);
/// A row for every paper to ask for.
FindingTable request_table(const Wording& wording);
/// A row for every worker and currency, each payment counted once.
FindingTable refund_table(const Wording& wording);
/// A row for every waiver given with the audit, whatever became of it.
FindingTable waiver_table(const Wording& wording);

}  // namespace periksa::reports
