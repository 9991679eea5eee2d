// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace periksa {

/// Keeps copies of many small texts side by side. What `keep` gives lives until `clear` or the
/// pool's end, also when the pool is moved.
class TextPool {
 public:
  std::string_view keep(std::string_view text);
  void clear();

 private:
  static constexpr std::size_t kChunk = std::size_t{1} << 15;

  char* room(std::size_t size);

  std::vector<std::unique_ptr<char[]>> chunks_;  // the last one is being filled
  std::size_t left_ = 0;                         // in it
};

}  // namespace periksa
