// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/lines.h"

#include <algorithm>

namespace periksa {

Position position_at(std::string_view text, std::size_t offset, std::string file) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const auto line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1);
  const auto start = before.rfind('\n');
  const std::size_t column =
      start == std::string_view::npos ? before.size() + 1 : before.size() - start;
  return {std::move(file), line, static_cast<std::uint32_t>(column), {}};
}

}  // namespace periksa
