// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace periksa::store {

/// A process that holds a lock of a database.
struct LockHolder {
  int process = 0;
  std::string program;  // may be empty
};

/// Who holds the lock for writing of the SQLite database at `path`, as the kernel tells
/// (/proc/locks); nothing where it cannot be told.
std::optional<LockHolder> lock_holder(const std::filesystem::path& path);

}  // namespace periksa::store
