// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/printable.h"
#include "reports/paper_writers.h"
#include "reports/workbook.h"

namespace periksa::reports {
namespace {

std::string printable_lines(const std::string& text) {
  std::string out;
  for (const auto& line : lines_of(text)) out += (out.empty() ? "" : "\n") + printable(line);
  return out;
}

}  // namespace

Result<void> write_paper_xlsx(const Paper& paper, const ReportOptions& options, const Sink& sink) {
  const auto strings = Strings::load(options.templates, paper.language);
  if (!strings) return std::unexpected(strings.error());
  std::vector<FindingTable> sheets;
  for (const auto& block : paper.blocks) {
    const auto* table = std::get_if<PaperTable>(&block);
    if (table == nullptr) continue;
    FindingTable sheet;
    sheet.title = table->name;
    for (const auto& column : table->columns) sheet.heads.push_back(column.head);
    for (const auto* part : {&table->rows, &table->foot}) {
      for (const PaperRow& row : *part) {
        auto& cells = sheet.rows.emplace_back();
        for (const PaperCell& cell : row) {
          const bool number = !cell.number.empty();
          cells.push_back({number ? cell.number : printable_lines(cell.text),
                           number ? TableCell::Kind::number : TableCell::Kind::text});
        }
      }
    }
    sheets.push_back(std::move(sheet));
  }
  return write_workbook(sheets, *strings, sink);
}

}  // namespace periksa::reports
