// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace periksa::test {

/// A row of a folder's expected.txt: what is wrong with one of its files, and where that is told.
struct HostileFile {
  std::string file;
  std::string place;  ///< line:column, a pointer, or - for the whole file
  std::string phrase;
};

/// Throws when the folder has no such table or nothing is in it, as a test without its data has no
/// meaning.
std::vector<HostileFile> hostile_files(const std::filesystem::path& folder);

}  // namespace periksa::test
