// SPDX-License-Identifier: Apache-2.0
#include "auditor/store/store.h"

#include <fmt/format.h>
#include <unistd.h>

#include <set>

#include "auditor/base/hex.h"
#include "auditor/store/kept.h"
#include "auditor/store/migrations.h"

namespace periksa::store {
namespace {

namespace fs = std::filesystem;

Result<void> faults_told(const fs::path& path, const std::function<void()>& work) {
  try {
    work();
    return {};
  } catch (const Fault& fault) {
    return std::unexpected(told(path, fault));
  }
}

std::string new_id() {
  const std::string bytes = random_bytes(16);
  return to_hex({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()});
}

void set(Connection& connection, const std::string& name, const std::string& value) {
  connection.execute("INSERT INTO meta (name, value) VALUES (?1, ?2)", {name, value});
}

Result<void> copy_whole(const fs::path& store, const fs::path& to) {
  try {
    copy_sqlite(store, to);
    return {};
  } catch (const Fault& fault) {
    // The store is only read; whatever must not be written is where the copy was to stand.
    const bool of_copy =
        fault.kind() == Fault::Kind::taken || fault.kind() == Fault::Kind::full ||
        fault.kind() == Fault::Kind::no_folder ||
        (fault.kind() == Fault::Kind::read_only && ::access(store.c_str(), R_OK) == 0);
    return std::unexpected(told(of_copy ? to : store, fault));
  }
}

/// One that an earlier attempt left is kept too.
fs::path free_name(const std::string& stem) {
  fs::path name = stem + ".backup";
  std::error_code error;
  for (int n = 2; fs::exists(fs::symlink_status(name, error)); ++n)
    name = fmt::format("{}.{}.backup", stem, n);
  return name;
}

void name_backup(Connection& connection, const fs::path& to, const Who& who) {
  append(connection, "backup", who, [&](std::int64_t log) {
    connection.execute("INSERT INTO backup (log, file) VALUES (?1, ?2)",
                       {log, fs::absolute(to).string()});
  });
}

bool is_named(Connection& connection, const fs::path& backup) {
  return connection.number("SELECT EXISTS (SELECT 1 FROM backup WHERE file = ?1)",
                           {fs::absolute(backup).string()}) != 0;
}

/// The one just made, and those of migrations that were killed or failed after it.
std::set<fs::path> backups_of(const fs::path& path, const fs::path& made) {
  std::set<fs::path> backups{fs::absolute(made)};
  const std::string stem = path.filename().native() + ".v";
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(fs::absolute(path).parent_path(), error)) {
    const std::string name = entry.path().filename().native();
    if (name.starts_with(stem) && name.ends_with(".backup")) backups.insert(entry.path());
  }
  return backups;
}

}  // namespace

Result<void> Store::init(const fs::path& path, const Who& who) {
  return faults_told(path, [&] {
    std::error_code error;
    if (fs::exists(fs::symlink_status(path, error))) throw Fault(Fault::Kind::taken, "");
    const MatchKey key = MatchKey::make(path);
    make_sqlite(path, [&](Connection& connection) {
      migrate(connection);
      set(connection, "store", new_id());
      set(connection, "key", key.check());
      append(connection, "init", who, [](std::int64_t) {});
    });
  });
}

Result<Store> Store::open(const fs::path& path, Access access, std::chrono::milliseconds wait) {
  std::unique_ptr<Connection> connection;
  const auto opened = faults_told(path, [&] {
    connection = open_sqlite(path, access, wait);
    require_newest(*connection);
    if (access == Access::write) require_own_schema(*connection);
  });
  if (!opened) return std::unexpected(opened.error());
  return Store(path, std::move(connection));
}

Result<Store> Store::open_any(const fs::path& path) {
  std::unique_ptr<Connection> connection;
  const auto opened = faults_told(path, [&] {
    connection = open_sqlite(path, Access::read);
    if (version_of(*connection) > newest_version()) require_newest(*connection);
  });
  if (!opened) return std::unexpected(opened.error());
  return Store(path, std::move(connection));
}

const MatchKey& Store::key() const {
  if (!key_) {
    auto key = std::make_unique<MatchKey>(MatchKey::read(path_));
    if (key->check() != connection_->text("SELECT value FROM meta WHERE name = 'key'"))
      throw Fault(Fault::Kind::key, "");
    key_ = std::move(key);
  }
  return *key_;
}

Result<void> Store::run(const std::function<void()>& work) const {
  return faults_told(path_, work);
}

Result<bool> back_up(const fs::path& store, const fs::path& to, const Who& who) {
  if (const auto copied = copy_whole(store, to); !copied) return std::unexpected(copied.error());
  const auto named = faults_told(store, [&] {
    const auto connection = open_sqlite(store, Access::write);
    require_newest(*connection);
    connection->transaction([&] { name_backup(*connection, to, who); });
  });
  return named.has_value();
}

Result<Migrated> migrate_store(const fs::path& path, const Who& who) {
  Migrated done;
  std::int64_t entries = 0;
  const auto opened = faults_told(path, [&] {
    const auto connection = open_sqlite(path, Access::write);
    done.from = version_of(*connection);
    entries = length(*connection);
    done.to = newest_version();
    if (done.from > done.to) require_newest(*connection);
    require_own_schema(*connection);
  });
  if (!opened) return std::unexpected(opened.error());
  if (done.from == done.to) return done;
  done.backup = free_name(fmt::format("{}.v{}", path.native(), done.from));
  if (const auto copied = copy_whole(path, done.backup); !copied)
    return std::unexpected(copied.error());
  const auto changed = faults_told(path, [&] {
    const auto connection = open_sqlite(path, Access::write);
    connection->overwrite_deleted();
    connection->transaction([&] {
      // The backup has to have everything; what came since would be in none.
      if (length(*connection) != entries)
        throw Fault(Fault::Kind::busy, "written to while it was backed up");
      migrate(*connection);
      for (const fs::path& backup : backups_of(path, done.backup)) {
        if (!is_named(*connection, backup)) name_backup(*connection, backup, who);
      }
      // After the backups, which hold what goes now.
      append(*connection, "migrate", who,
             [&](std::int64_t log) { forget_in_documents(*connection, log); });
    });
    done.overwritten = connection->scrub();
  });
  if (!changed) return std::unexpected(changed.error());
  return done;
}

}  // namespace periksa::store
