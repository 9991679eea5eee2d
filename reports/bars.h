// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace periksa::reports {

/// A part of a bar. `kind` names its look in the stylesheet.
struct BarPart {
  std::string_view kind;
  std::string word;  // what it counts
  std::uint64_t size = 0;
  std::string amount{};  // in words; its size, if empty
};

struct Bar {
  std::string label;
  std::vector<BarPart> parts;
};

}  // namespace periksa::reports
