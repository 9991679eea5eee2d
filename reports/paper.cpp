// SPDX-License-Identifier: Apache-2.0
#include "reports/paper.h"

#include <sstream>

namespace periksa::reports {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(std::move(line));
  return lines;
}

}  // namespace periksa::reports
