// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace periksa::sheets {

/// Appends a stored number ("2500000", "1.2345678E7") as plain decimal digits to `out`, by the
/// rules of `Cell::text`. False, and nothing appended, if it is no number or one beyond 10^400.
bool append_number(std::string_view stored, std::string& out);

}  // namespace periksa::sheets
