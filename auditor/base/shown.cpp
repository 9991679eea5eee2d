// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/shown.h"

#include <algorithm>

#include "auditor/base/printable.h"

namespace periksa {
namespace {

constexpr std::size_t kMost = 60;  // bytes: not longer than a line bears

}  // namespace

std::string shown(std::string_view text) {
  std::size_t end = std::min(text.size(), kMost);
  if (end < text.size()) {
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  }
  std::string out = printable(text.substr(0, end));
  std::ranges::replace(out, '"', '\'');
  return end < text.size() ? out + "…" : out;
}

}  // namespace periksa
