// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "auditor/base/diagnostic.h"

namespace periksa {

/// A folder written under a hidden name beside its own, readable to its owner only, and renamed
/// whole on `commit`: whoever looks sees what was there before, or all of it. Without `commit`
/// nothing is left.
class NewFolder {
 public:
  using Test = bool (*)(const std::filesystem::path& there);

  /// What is there already is refused, unless `replaceable` says that it may go.
  static Result<NewFolder> create(const std::filesystem::path& path, Test replaceable = nullptr);

  NewFolder(NewFolder&& other) noexcept;
  NewFolder& operator=(NewFolder&&) = delete;
  ~NewFolder();

  /// Where a file of that name is written until then.
  std::filesystem::path place(const std::string& name) const { return temporary_ / name; }
  Result<void> write(const std::string& name, std::string_view text) const;
  enum class Readers : unsigned char { owner, all };
  /// Takes the name; `all` are those whom the user's umask lets.
  Result<void> commit(Readers readers);

 private:
  NewFolder(std::filesystem::path path, std::filesystem::path temporary, Test replaceable);

  std::filesystem::path path_;
  std::filesystem::path temporary_;  // empty once it has its name
  Test replaceable_;
};

/// A warning for each hidden folder that a program which was interrupted left where `path` is to be
/// made. Nothing is deleted: it cannot be told from one that is being written just now.
Diagnostics leftovers_beside(const std::filesystem::path& path);

}  // namespace periksa
