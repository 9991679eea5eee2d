// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "auditor/store/connection.h"

/// The store's database as one SQLite file: WAL, foreign keys, `synchronous=FULL`.
namespace periksa::store {

/// "Perk" in a file's header: it is a store of this program.
inline constexpr std::int64_t kApplicationId = 0x5065726B;

enum class Access : std::uint8_t { write, read };

/// How long a writer waits for another one.
inline constexpr std::chrono::milliseconds kWait{30'000};

/// Opens a store's file, without looking at its version. Throws Fault: missing, foreign, broken,
/// read_only, busy.
std::unique_ptr<Connection> open_sqlite(const std::filesystem::path& path, Access access,
                                        std::chrono::milliseconds wait = kWait);

/// Makes a file that only its owner can read, filled by `fill`: the whole file gets the name, or
/// none does. The name must be free. Throws Fault: taken, read_only, full.
void make_sqlite(const std::filesystem::path& path, const std::function<void(Connection&)>& fill);

/// An empty database without a file.
std::unique_ptr<Connection> sqlite_in_memory();

/// What the database itself finds wrong with the file and its references; a line for each.
std::vector<std::string> integrity_faults(Connection& connection);

/// A copy of one moment, also while others write. `to` must not exist; on failure it does not.
void copy_sqlite(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace periksa::store
