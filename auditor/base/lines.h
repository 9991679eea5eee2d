// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/base/diagnostic.h"

namespace periksa {

/// Line and column (both from 1, columns in bytes) of a byte offset in a text.
Position position_at(std::string_view text, std::size_t offset, std::string file);

/// The same for many offsets in one text, which need not live on.
class Lines {
 public:
  explicit Lines(std::string_view text);
  Position at(std::size_t offset, std::string file) const;

 private:
  std::vector<std::size_t> starts_;  // ascending, the first is 0
  std::size_t size_;
};

}  // namespace periksa
