// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace periksa::sheets {

/// How many bytes at the beginning are well-formed UTF-8: no overlong forms, no surrogates.
std::size_t utf8_prefix(std::string_view text);

/// Whether the bytes, at most three, may be the beginning of a character of UTF-8.
bool utf8_may_go_on(std::string_view tail);

}  // namespace periksa::sheets
