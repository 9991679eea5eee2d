// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/text_pool.h"

#include <algorithm>

namespace periksa {

/// A long text has a chunk of its own, behind which the one being filled stays the last.
char* TextPool::room(std::size_t size) {
  if (size > kChunk / 4) {
    const auto own = chunks_.insert(chunks_.end() - (chunks_.empty() ? 0 : 1),
                                    std::make_unique_for_overwrite<char[]>(size));
    return own->get();
  }
  if (size > left_) {
    chunks_.push_back(std::make_unique_for_overwrite<char[]>(kChunk));
    left_ = kChunk;
  }
  left_ -= size;
  return chunks_.back().get() + left_;
}

std::string_view TextPool::keep(std::string_view text) {
  if (text.empty()) return {};
  char* const copy = room(text.size());
  std::ranges::copy(text, copy);
  return {copy, text.size()};
}

void TextPool::clear() {
  chunks_.clear();
  left_ = 0;
}

}  // namespace periksa
