// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "auditor/base/diagnostic.h"

namespace periksa {

/// Where the bytes of a text taken out of a file stood in it, line by line.
class TextPlaces {
 public:
  TextPlaces() = default;
  /// `place(offset)` is asked where a line may begin.
  template <class Place>
  TextPlaces(std::string_view text, Place place) {
    starts_.emplace_back(0, place(0));
    if (place(text.size()).line == starts_[0].second.line) return;
    for (std::size_t offset = 1; offset < text.size(); ++offset) {
      if (text[offset - 1] != ' ' && text[offset - 1] != '\n') continue;
      Position at = place(offset);
      if (starts_.back().second.line != at.line) starts_.emplace_back(offset, std::move(at));
    }
  }

  /// The place of a byte; no place for a text that stands in no file.
  Position at(std::size_t offset) const {
    Position place;
    for (const auto& [first, start] : starts_) {
      if (first > offset) break;
      place = start;
      place.column += static_cast<std::uint32_t>(offset - first);
    }
    return place;
  }

 private:
  std::vector<std::pair<std::size_t, Position>> starts_;  // the first byte of each line
};

}  // namespace periksa
