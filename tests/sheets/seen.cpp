// SPDX-License-Identifier: Apache-2.0
#include "tests/sheets/seen.h"

#include <array>
#include <stdexcept>

namespace periksa::test {
namespace {

void require(bool kept, const char* promise) {
  if (!kept) throw std::logic_error(promise);
}

std::string on_one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

void Seen::sheet(const sheets::Sheet& sheet) {
  require(!open_, "a sheet begins in another one");
  open_ = true;
  last_row_ = 0;
  text_ += "== " + sheet.name + " (" + sheet.file + ")" + (sheet.hidden ? " hidden" : "") + '\n';
}

void Seen::row(const sheets::Row& row) {
  constexpr std::array kKinds{"text", "number", "date", "boolean", "error"};
  require(open_, "a row outside a sheet");
  require(row.number > last_row_, "rows ascend");
  require(!row.cells.empty(), "a row has content");
  last_row_ = row.number;
  std::uint32_t last = 0;
  for (const auto& cell : row.cells) {
    require(cell.column > last, "columns ascend");
    require(!cell.text.empty(), "a cell has content");
    last = cell.column;
    text_ += periksa::cell_name(row.number, cell.column) + ' ' +
             kKinds.at(static_cast<std::size_t>(cell.kind)) + ' ' + on_one_line(cell.text);
    if (!cell.unit.empty()) text_ += ' ' + std::string(cell.unit);
    text_ += cell.formula ? " formula\n" : "\n";
  }
}

void Seen::end(std::span<const sheets::Area> merged) {
  require(open_, "an end without a sheet");
  open_ = false;
  for (const auto& area : merged) {
    text_ += "merged " + periksa::cell_name(area.first_row, area.first_column) + ':' +
             periksa::cell_name(area.last_row, area.last_column) + '\n';
  }
}

std::string seen_in(const std::filesystem::path& path, const sheets::Caps& caps) {
  Seen seen;
  const auto read = sheets::read_workbook(path, caps, seen);
  if (read) return seen.text();
  std::string told = "refused:";
  for (const auto& problem : read.error()) told += ' ' + render(problem, Language::en) + '\n';
  return told;
}

}  // namespace periksa::test
