// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "auditor/base/diagnostic.h"

namespace periksa::forms {

/// What is to be read at the paths of a command line.
struct FoundFilings {
  /// Of what is read, each file or folder once, by path (byte order).
  std::vector<std::filesystem::path> filings;
  /// Files in searched folders that are no filings, by path.
  std::vector<std::filesystem::path> left_out;
  /// Folders that could not be searched to their end: they may hold filings nobody has seen.
  Diagnostics unsearched;
};

/// Looks for filings. A path that names a file is read, whatever is in it; a folder is searched
/// with the folders below it. A folder that is a filing itself owns the CSV files directly in it.
/// Files that are links are followed, folders that are links are not (so that none leads back to
/// itself), unless they were named. A file reached in two ways is one, under the path that comes
/// first. The order of `paths` changes nothing.
FoundFilings find_filings(const std::vector<std::filesystem::path>& paths);

/// The files that are read with a filing: of a case its parts and mappings, of a folder its CSV
/// files. Nothing for any other.
std::vector<std::filesystem::path> read_with(const std::filesystem::path& filing);

}  // namespace periksa::forms
