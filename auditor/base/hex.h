// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace periksa {

std::string to_hex(std::span<const unsigned char> bytes);
/// Lower-case digits only, exactly two for each byte of `out`.
bool from_hex(std::string_view text, std::span<unsigned char> out);

}  // namespace periksa
