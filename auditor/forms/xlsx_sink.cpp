// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/xlsx_sink.h"

#include <algorithm>

namespace periksa::forms {
namespace {

constexpr std::size_t kNarrowestColumn = 12;
constexpr std::size_t kWidestHeading = 26;
constexpr double kWidestColumn = 40;

}  // namespace

XlsxSink::XlsxSink(const std::filesystem::path& file) : book_(file) {}

void XlsxSink::sheet(std::size_t index, const std::string& title, const std::string& /*name*/,
                     const std::vector<std::string>& headings) {
  if (open_.size() <= index) open_.resize(index + 1);
  Open& open = open_[index];
  open.sheet = book_.add_sheet(title);
  open.rows = 1;
  std::size_t lines = 1;
  for (const auto& heading : headings) {
    open.widths.push_back(books::heading_width(heading, kNarrowestColumn, kWidestHeading));
    lines = std::max(lines, books::lines_in(heading, open.widths.back()));
  }
  book_.height(open.sheet, 0, lines);
  for (std::size_t i = 0; i < headings.size(); ++i)
    book_.text(open.sheet, 0, i, headings[i], books::Look::heading);
  book_.freeze(open.sheet, 1, 0);
}

void XlsxSink::row(std::size_t index, const std::vector<OutCell>& cells) {
  Open& open = open_.at(index);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].date) {
      book_.date(open.sheet, open.rows, i, cells[i].text);
    } else {
      book_.text(open.sheet, open.rows, i, cells[i].text);
    }
    if (i >= open.widths.size()) continue;
    const auto wanted = static_cast<double>(cells[i].text.size() + 2);
    open.widths[i] = std::min(std::max(open.widths[i], wanted), kWidestColumn);
  }
  ++open.rows;
}

Result<void> XlsxSink::finish() {
  for (const auto& open : open_) {
    for (std::size_t i = 0; i < open.widths.size(); ++i)
      book_.column(open.sheet, i, open.widths[i]);
  }
  return book_.finish();
}

}  // namespace periksa::forms
