// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace periksa {

/// A text from a filing as it may stand on a page or terminal: line breaks and tabs become blanks,
/// other control characters their visible pictures (␀ … ␡), marks that turn the direction of the
/// text around become visible as [U+202E], and bytes that are not UTF-8 or no character of XML
/// become U+FFFD. Markup is not touched: escaping is the template's work.
std::string printable(std::string_view text);

}  // namespace periksa
