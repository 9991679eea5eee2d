// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace periksa {

/// Adds the letters (in capitals) and digits of a text to a key: "X 000-123" and "x000123" are one
/// number. Other characters, also letters beyond ASCII, leave nothing.
void append_normalised(std::string& key, std::string_view text);

std::string normalised(std::string_view text);

}  // namespace periksa
