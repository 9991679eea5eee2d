// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace periksa {

/// The blanks of XML and JSON. A no-break space is none: it is part of what somebody wrote.
inline constexpr std::string_view kBlanks = " \t\r\n";

constexpr std::string_view without_blanks_around(std::string_view text) {
  const auto first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

}  // namespace periksa
