// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "auditor/base/diagnostic.h"
#include "auditor/store/connection.h"
#include "auditor/store/fault.h"
#include "auditor/store/ledger.h"
#include "auditor/store/match_key.h"
#include "auditor/store/sqlite.h"

namespace periksa::store {

/// An open case store: one file, its key beside it (docs/store.md). The functions that save, look,
/// follow up, check and forget take one.
class Store {
 public:
  /// Makes a new one, of which only its owner can read the file and the key.
  static Result<void> init(const std::filesystem::path& path, const Who& who);
  /// Of this program's version.
  static Result<Store> open(const std::filesystem::path& path, Access access,
                            std::chrono::milliseconds wait = kWait);
  /// Of whatever version, to be looked into by `check`.
  static Result<Store> open_any(const std::filesystem::path& path);

  const std::filesystem::path& path() const { return path_; }
  Connection& connection() const { return *connection_; }
  /// Throws Fault where it is missing or of another store.
  const MatchKey& key() const;

  /// What `work` does, with its faults as diagnostics.
  Result<void> run(const std::function<void()>& work) const;

 private:
  Store(std::filesystem::path path, std::unique_ptr<Connection> connection)
      : path_(std::move(path)), connection_(std::move(connection)) {}
  std::filesystem::path path_;
  std::unique_ptr<Connection> connection_;
  mutable std::unique_ptr<MatchKey> key_;
};

/// A copy of one moment, whole also while others write; the key is not copied. The log then names
/// it, as long as the store can be written to: true if it does.
Result<bool> back_up(const std::filesystem::path& store, const std::filesystem::path& to,
                     const Who& who);

struct Migrated {
  int from = 0;
  int to = 0;
  std::filesystem::path backup;  ///< empty where nothing had to be done
  bool overwritten = true;       ///< as Forgotten::overwritten
};

/// Brings a store of an earlier version up to this one, after having backed it up as
/// FILE.v1.backup (the version it had). What the earlier version still kept of forgotten people
/// goes (kept.h); the log names this backup and those of attempts before.
Result<Migrated> migrate_store(const std::filesystem::path& path, const Who& who);

}  // namespace periksa::store
