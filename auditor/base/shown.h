// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace periksa {

/// A text of a file inside a message: at most 60 bytes of it, cut between characters and marked
/// with "…", and printable. A message quotes it in double quotes, and who masks what is private
/// masks what stands between them; so a double quote inside becomes a single one.
std::string shown(std::string_view text);

}  // namespace periksa
