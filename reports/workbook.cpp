// SPDX-License-Identifier: Apache-2.0
#include "reports/workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>

#include "auditor/base/number_format.h"
#include "auditor/books/xlsx_book.h"

namespace periksa::reports {
namespace {

using books::XlsxBook;

constexpr std::size_t kNarrowest = 10;
constexpr std::size_t kWidestHeading = 22;
constexpr double kWidest = 60;
/// A sheet holds 1,048,576.
constexpr std::size_t kMostRows = 1'000'000;

void write_cell(XlsxBook& book, XlsxBook::Sheet sheet, std::uint32_t row, std::size_t column,
                const TableCell& cell) {
  switch (cell.kind) {
    case TableCell::Kind::day:
      return book.date(sheet, row, column, cell.text);
    case TableCell::Kind::number:
      return book.number(sheet, row, column, cell.text);
    case TableCell::Kind::ordinal:
      return book.number(sheet, row, column, cell.text, books::Look::ordinal);
    case TableCell::Kind::text:
      return book.text(sheet, row, column, cell.text);
  }
}

void add_sheet(XlsxBook& book, const std::string& title, const FindingTable& table,
               const Strings& strings) {
  const auto sheet = book.add_sheet(title);
  const std::size_t shown = std::min(table.rows.size(), kMostRows);
  std::vector<double> widths;
  std::size_t lines = 1;
  for (const auto& head : table.heads) {
    widths.push_back(books::heading_width(head, kNarrowest, kWidestHeading));
    lines = std::max(lines, books::lines_in(head, widths.back()));
  }
  book.height(sheet, 0, lines);
  for (std::size_t i = 0; i < table.heads.size(); ++i)
    book.text(sheet, 0, i, table.heads[i], books::Look::heading);
  std::uint32_t at = 1;
  for (std::size_t row = 0; row < shown; ++row, ++at) {
    for (std::size_t i = 0; i < table.rows[row].size(); ++i) {
      const TableCell& cell = table.rows[row][i];
      if (!cell.text.empty()) write_cell(book, sheet, at, i, cell);
      widths[i] = std::min(std::max(widths[i], static_cast<double>(cell.text.size() + 2)), kWidest);
    }
  }
  book.filter(sheet, std::max<std::uint32_t>(at - 1, 1), table.heads.size() - 1);
  if (shown < table.rows.size()) {
    const std::string left = format_count(table.rows.size() - shown, strings.language());
    book.text(sheet, at, 0, strings.fill("sheet_rows_left", {{"n", left}}));
  }
  for (std::size_t i = 0; i < widths.size(); ++i) book.column(sheet, i, widths[i]);
  book.freeze(sheet, 1, 0);
}

}  // namespace

Result<void> write_workbook(const std::vector<FindingTable>& tables, const Strings& strings,
                            const Sink& sink) {
  const auto file = NamelessFile::create();
  if (!file) return std::unexpected(file.error());
  XlsxBook book(*file);
  std::map<std::string, std::size_t> titles;
  for (const auto& table : tables) {
    const std::size_t uses = ++titles[table.title];
    add_sheet(book, uses == 1 ? table.title : fmt::format("{} {}", table.title, uses), table,
              strings);
  }
  if (auto written = book.finish(); !written) return written;
  return file->give(sink);
}

}  // namespace periksa::reports
