// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string_view>

#include "auditor/sheets/xml_part.h"

namespace periksa::test {

/// A whole part at hand, `piece` bytes at a time; false when it is refused.
inline bool feed_part(std::string_view bytes, sheets::PartSink& sink,
                      std::size_t piece = std::size_t{1} << 16) {
  for (bool last = false; !last;) {
    const auto size = std::min(piece, bytes.size());
    last = size == bytes.size();
    std::copy_n(bytes.begin(), size, sink.room(piece));
    if (!sink.filled(size, last)) return false;
    bytes.remove_prefix(size);
  }
  return true;
}

}  // namespace periksa::test
