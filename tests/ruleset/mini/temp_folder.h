// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace periksa::test {

/// An empty folder of its own, removed with the object.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  /// Writes a file, with the folders above it.
  std::filesystem::path write(const std::filesystem::path& relative, std::string_view text) const;
  /// Everything in it by relative name, sorted.
  std::vector<std::string> listing() const;

 private:
  std::filesystem::path path_;
};

/// The whole file; throws when it cannot be read, as a test without its data has no meaning.
std::string slurp(const std::filesystem::path& path);

}  // namespace periksa::test
