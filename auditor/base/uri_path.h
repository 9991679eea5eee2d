// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace periksa {

/// A path as one of a URI: letters, digits, `-._~` and the slashes between segments stand, all else
/// is written %XX, and so are the dots of a segment `.` or `..`. A path that begins with a slash
/// keeps it.
std::string uri_path(std::string_view path);

}  // namespace periksa
