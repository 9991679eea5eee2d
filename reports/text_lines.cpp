// SPDX-License-Identifier: Apache-2.0
#include "reports/text_lines.h"

#include <algorithm>

#include "auditor/base/printable.h"

namespace periksa::reports {
namespace {

constexpr std::size_t kLineWidth = 88;

}  // namespace

std::size_t width(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

void TextLines::line(std::size_t indent, std::string_view text) const {
  item(indent, "", text);
}

void TextLines::item(std::size_t indent, std::string_view label, std::string_view text) const {
  const std::string clean = printable(text);
  std::string out = printable(label);
  const std::size_t used = width(out);
  // A label that is too long keeps a space between.
  out.append(used < indent ? indent - used : used == 0 ? 0 : 1, ' ');
  std::size_t column = width(out);
  bool first = true;
  for (std::size_t at = 0; at < clean.size();) {
    const auto end = std::min(clean.find(' ', at), clean.size());
    const std::string_view word = std::string_view(clean).substr(at, end - at);
    at = end + 1;
    if (!first && column + 1 + width(word) > kLineWidth) {
      out += "\n" + std::string(indent, ' ');
      column = indent;
    } else if (!first) {
      out += ' ';
      ++column;
    }
    out += word;
    column += width(word);
    first = false;
  }
  sink_(out + "\n");
}

}  // namespace periksa::reports
