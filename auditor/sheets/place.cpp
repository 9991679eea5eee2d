// SPDX-License-Identifier: Apache-2.0
#include "auditor/sheets/place.h"

#include <algorithm>

namespace periksa::sheets {
namespace {

constexpr std::uint32_t kBeyond = 100'000'000;  // of any sheet, and ten times it fits 32 bits

}  // namespace

std::optional<Place> parse_place(std::string_view text) {
  std::size_t at = text.starts_with('$') ? 1 : 0;
  std::uint32_t column = 0;
  for (; at < text.size(); ++at) {
    const char upper = static_cast<char>(text[at] & ~0x20);
    if (upper < 'A' || upper > 'Z') break;
    column = std::min(column * 26 + static_cast<std::uint32_t>(upper - 'A' + 1), kBeyond);
  }
  if (column == 0) return std::nullopt;
  if (at < text.size() && text[at] == '$') ++at;
  std::uint32_t row = 0;
  for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at)
    row = std::min(row * 10 + static_cast<std::uint32_t>(text[at] - '0'), kBeyond);
  if (row == 0 || at != text.size()) return std::nullopt;
  return Place{row, column};
}

std::optional<Area> parse_area(std::string_view text) {
  const auto colon = text.find(':');
  const auto first = parse_place(text.substr(0, colon));
  const auto last = colon == std::string_view::npos ? first : parse_place(text.substr(colon + 1));
  if (!first || !last || last->row < first->row || last->column < first->column)
    return std::nullopt;
  return Area{first->row, first->column, last->row, last->column};
}

}  // namespace periksa::sheets
