// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace periksa {

/// Blanks and line breaks of a wrapped text become single blanks; none at its ends.
std::string one_line(std::string_view text);

}  // namespace periksa
