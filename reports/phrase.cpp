// SPDX-License-Identifier: Apache-2.0
#include "reports/phrase.h"

namespace periksa::reports {

std::vector<PhrasePart> phrase(std::string_view sentence,
                               const std::function<std::string(std::string_view)>& value_of) {
  std::vector<PhrasePart> parts;
  while (!sentence.empty()) {
    const auto open = sentence.find('{');
    const auto close = sentence.find('}', open);
    if (open == std::string_view::npos || close == std::string_view::npos) break;
    if (open > 0) parts.push_back({std::string(sentence.substr(0, open)), false});
    parts.push_back({value_of(sentence.substr(open + 1, close - open - 1)), true});
    sentence.remove_prefix(close + 1);
  }
  if (!sentence.empty()) parts.push_back({std::string(sentence), false});
  return parts;
}

std::string joined(const std::vector<PhrasePart>& parts) {
  std::string out;
  for (const PhrasePart& part : parts) out += part.text;
  return out;
}

}  // namespace periksa::reports
