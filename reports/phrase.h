// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace periksa::reports {

/// A piece of a sentence: our own words, or a value put in place of a {placeholder}, which a page
/// keeps apart because it may be written in any script and direction.
struct PhrasePart {
  std::string text;
  bool argument = false;
};

/// The sentence in pieces; `value_of` gives a placeholder's text. A brace without its twin is kept.
std::vector<PhrasePart> phrase(std::string_view sentence,
                               const std::function<std::string(std::string_view)>& value_of);

std::string joined(const std::vector<PhrasePart>& parts);

}  // namespace periksa::reports
