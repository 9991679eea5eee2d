// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/lines.h"

#include <algorithm>
#include <utility>

namespace periksa {

Position position_at(std::string_view text, std::size_t offset, std::string file) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const auto line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1);
  const auto start = before.rfind('\n');
  const std::size_t column =
      start == std::string_view::npos ? before.size() + 1 : before.size() - start;
  return {std::move(file), line, static_cast<std::uint32_t>(column), {}};
}

Lines::Lines(std::string_view text) : starts_{0}, size_(text.size()) {
  for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    starts_.push_back(at + 1);
}

Position Lines::at(std::size_t offset, std::string file) const {
  offset = std::min(offset, size_);
  const auto behind = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto line = static_cast<std::uint32_t>(behind - starts_.begin());
  const auto column = static_cast<std::uint32_t>(offset - behind[-1] + 1);
  return {std::move(file), line, column, {}};
}

}  // namespace periksa
