// SPDX-License-Identifier: Apache-2.0
#include "tests/ruleset/mini/hostile_table.h"

#include <sstream>
#include <stdexcept>

#include "tests/ruleset/mini/temp_folder.h"

namespace periksa::test {

std::vector<HostileFile> hostile_files(const std::filesystem::path& folder) {
  std::istringstream table(slurp(folder / "expected.txt"));
  std::vector<HostileFile> all;
  for (std::string line; std::getline(table, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    HostileFile one;
    std::istringstream words(line);
    words >> one.file >> one.place >> std::ws;
    std::getline(words, one.phrase);
    all.push_back(one);
  }
  if (all.empty()) throw std::runtime_error("nothing in " + (folder / "expected.txt").string());
  return all;
}

}  // namespace periksa::test
