// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/csv.h"
#include "auditor/base/printable.h"
#include "reports/paper_writers.h"

namespace periksa::reports {
namespace {

/// Lines of a cell become one, with a semicolon between.
std::string cell_text(const PaperCell& cell) {
  if (!cell.number.empty()) return csv_value(cell.number);
  std::string text;
  for (const auto& line : lines_of(cell.text)) text += (text.empty() ? "" : "; ") + printable(line);
  return csv_text(text);
}

void write_rows(const std::vector<PaperRow>& rows, const Sink& sink) {
  for (const PaperRow& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) line += (i > 0 ? "," : "") + cell_text(row[i]);
    sink(line + "\r\n");
  }
}

}  // namespace

Result<void> write_paper_csv(const Paper& paper, const Sink& sink) {
  sink("\xEF\xBB\xBF");
  bool first = true;
  for (const auto& block : paper.blocks) {
    const auto* const table = std::get_if<PaperTable>(&block);
    if (table == nullptr) continue;
    if (!first) sink("\r\n");
    first = false;
    sink(csv_text(table->name) + "\r\n");
    std::string heads;
    for (std::size_t i = 0; i < table->columns.size(); ++i)
      heads += (i > 0 ? "," : "") + csv_text(table->columns[i].head);
    sink(heads + "\r\n");
    write_rows(table->rows, sink);
    write_rows(table->foot, sink);
  }
  return {};
}

}  // namespace periksa::reports
