// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace periksa::sheets {

/// What separates the values of a CSV text, told from its beginning.
struct Delimiter {
  char character = '\0';   ///< NUL where every record is one value
  std::size_t behind = 0;  ///< bytes of a first line `sep=;`, which is no record
};

/// By the rule in sheets.h; `start` has no byte order mark.
Delimiter find_delimiter(std::string_view start);

}  // namespace periksa::sheets
