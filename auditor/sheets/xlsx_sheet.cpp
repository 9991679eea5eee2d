// SPDX-License-Identifier: Apache-2.0
#include "auditor/sheets/xlsx_sheet.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "auditor/sheets/messages.h"

namespace periksa::sheets {
namespace {

constexpr std::size_t kParsedAtOnce = std::size_t{1} << 16;
constexpr std::string_view kBegin = "<sheetData>";
constexpr std::string_view kRow = "<row";

enum SheetElement : std::uint8_t {
  document,
  worksheet,
  data,
  row,
  cell,
  value,
  formula,
  inline_string,
  run,
  characters,
  merged_cells,
  merged_cell,
};

constexpr std::array kSheetSteps{
    Step{row, Space::sheet, "c", cell},
    Step{cell, Space::sheet, "v", value},
    Step{cell, Space::sheet, "f", formula},
    Step{cell, Space::sheet, "is", inline_string},
    Step{data, Space::sheet, "row", row},
    Step{inline_string, Space::sheet, "t", characters},
    Step{inline_string, Space::sheet, "r", run},
    Step{run, Space::sheet, "t", characters},
    Step{worksheet, Space::sheet, "sheetData", data},
    Step{worksheet, Space::sheet, "mergeCells", merged_cells},
    Step{merged_cells, Space::sheet, "mergeCell", merged_cell},
    Step{document, Space::sheet, "worksheet", worksheet},
};

}  // namespace

const std::uint8_t XlsxSheetReader::kRowsIn = data;

XlsxSheetReader::XlsxSheetReader(const Caps& caps, XlsxRows& rows)
    : PartReader(kSheetSteps), caps_(caps), rows_(rows) {}

void XlsxSheetReader::pass_on() {
  if (rows_.problem()) refuse(rows_.problem()->text, rows_.problem()->at.cell);
}

void XlsxSheetReader::start(std::uint8_t element, const Attributes& attributes) {
  switch (element) {
    case row:
      rows_.begin_row(attributes.find("r"));
      break;
    case cell:
      text_.clear();
      rows_.begin_cell(attributes.find("r"), attributes.find("s"), attributes.find("t"));
      break;
    case value:
    case inline_string:
      rows_.value();
      break;
    case formula:
      rows_.formula();
      break;
    case merged_cell:
      rows_.merge(attributes.find("ref").value_or(""));
      break;
    default:
      return;
  }
  pass_on();
}

void XlsxSheetReader::text(std::uint8_t element, std::string_view piece) {
  if (element != value && element != characters) return;
  text_ += piece;
  if (text_.size() <= caps_.cell) return;
  rows_.cell_too_long();
  pass_on();
}

void XlsxSheetReader::end(std::uint8_t element) {
  if (element == cell) rows_.end_cell(text_);
  if (element == row) rows_.end_row();
  pass_on();
}

XlsxSheetPart::XlsxSheetPart(std::string name, const Caps& caps, XlsxRows& rows)
    : caps_(caps),
      rows_(rows),
      reader_(caps, rows),
      xml_(std::move(name), caps, reader_),
      scanner_(rows) {}

const Diagnostic& XlsxSheetPart::problem() const {
  return rows_.problem() ? *rows_.problem() : xml_.problem();
}

/// Unread bytes go to the front; what has stood in the buffer once keeps its place in memory.
char* XlsxSheetPart::room(std::size_t size) {
  std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
  end_ -= begin_;
  begin_ = 0;
  if (buffer_.size() < end_ + size) buffer_.resize(end_ + size);
  return buffer_.data() + end_;
}

bool XlsxSheetPart::filled(std::size_t size, bool last) {
  end_ += size;
  buffer_.resize(std::max(buffer_.size(), end_ + 1));
  buffer_[end_] = '\0';  // where the scanner stops
  Done done = Done::go_on;
  while (done == Done::go_on && begin_ < end_) {
    const std::string_view rest(buffer_.data() + begin_, end_ - begin_);
    if (!begun_) {
      done = begin(rest, last);
    } else if (xml_.rests_in(XlsxSheetReader::kRowsIn, Space::sheet)) {
      done = rest.starts_with(kRow) ? row(rest, last) : between(rest);
    } else {
      done = feed_through(rest, "</row>");
    }
  }
  if (done == Done::refused) return false;
  if (!last) return true;
  xml_.room(1);  // the parser wants one even for nothing
  return xml_.filled(0, true);
}

XlsxSheetPart::Done XlsxSheetPart::begin(std::string_view rest, bool last) {
  const auto at = rest.find(kBegin);
  begun_ = at != std::string_view::npos;
  if (begun_) return feed(rest.substr(0, at + kBegin.size()));
  if (last) return feed(rest);
  // Its beginning may stand at the end.
  if (rest.size() < kBegin.size()) return Done::wait;
  const auto fed = feed(rest.substr(0, rest.size() - kBegin.size() + 1));
  return fed == Done::go_on ? Done::wait : fed;
}

XlsxSheetPart::Done XlsxSheetPart::row(std::string_view rest, bool last) {
  const auto scan = scanner_.scan(rest);
  switch (scan.outcome) {
    case RowScanner::Outcome::taken:
      taken_ = true;
      begin_ += scan.length;
      return Done::go_on;
    case RowScanner::Outcome::refused:
      return Done::refused;
    case RowScanner::Outcome::incomplete:
      if (!last && rest.size() < caps_.token) return Done::wait;
      break;
    case RowScanner::Outcome::declined:
      break;
  }
  return feed_through(rest, "</row>");
}

/// Blanks between rows are skipped; anything else is not for the scanner.
XlsxSheetPart::Done XlsxSheetPart::between(std::string_view rest) {
  const auto blanks = std::min(rest.find_first_not_of(" \t\r\n"), rest.size());
  if (blanks > 0) {
    taken_ = true;
    begin_ += blanks;
    return Done::go_on;
  }
  if (kRow.starts_with(rest)) return Done::wait;
  return feed_through(rest, ">");
}

XlsxSheetPart::Done XlsxSheetPart::feed_through(std::string_view rest, std::string_view mark) {
  const auto at = rest.find(mark);
  return feed(at == std::string_view::npos ? rest : rest.substr(0, at + mark.size()));
}

XlsxSheetPart::Done XlsxSheetPart::feed(std::string_view bytes) {
  begin_ += bytes.size();
  for (; !bytes.empty(); bytes.remove_prefix(std::min(kParsedAtOnce, bytes.size()))) {
    const auto size = std::min(kParsedAtOnce, bytes.size());
    std::memcpy(xml_.room(size), bytes.data(), size);
    if (!xml_.filled(size, false)) return Done::refused;
  }
  return Done::go_on;
}

}  // namespace periksa::sheets
