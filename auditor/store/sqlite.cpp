// SPDX-License-Identifier: Apache-2.0
#include "auditor/store/sqlite.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <sqlite3.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <map>

#include "auditor/base/descriptor.h"
#include "auditor/base/file.h"
#include "auditor/store/fault.h"

namespace periksa::store {
namespace {

namespace fs = std::filesystem;

Fault::Kind kind_of(int code) {
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Fault::Kind::busy;
    case SQLITE_FULL:
      return Fault::Kind::full;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return Fault::Kind::read_only;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return Fault::Kind::broken;
    default:
      return Fault::Kind::other;
  }
}

/// What the driver throws becomes a Fault; `database` may be null.
template <class Work>
auto guarded(sqlite3* database, const Work& work) {
  try {
    return work();
  } catch (const SQLite::Exception& error) {
    const bool no_room = (error.getErrorCode() & 0xff) == SQLITE_IOERR && database != nullptr &&
                         sqlite3_system_errno(database) == ENOSPC;
    throw Fault(no_room ? Fault::Kind::full : kind_of(error.getErrorCode()), error.what());
  }
}

class SqliteRow : public Row {
 public:
  explicit SqliteRow(SQLite::Statement& statement) : statement_(&statement) {}

  std::size_t size() const override {
    return static_cast<std::size_t>(statement_->getColumnCount());
  }
  Value value(std::size_t column) const override {
    const auto at = cell(column);
    if (at.isNull()) return {};
    if (at.isInteger()) return at.getInt64();
    if (at.isBlob()) return Bytes{at.getString()};
    return at.getString();
  }
  std::int64_t number(std::size_t column) const override { return cell(column).getInt64(); }
  std::string text(std::size_t column) const override { return cell(column).getString(); }
  std::string bytes(std::size_t column) const override { return cell(column).getString(); }
  bool null(std::size_t column) const override { return cell(column).isNull(); }

 private:
  SQLite::Column cell(std::size_t column) const {
    return statement_->getColumn(static_cast<int>(column));
  }
  SQLite::Statement* statement_;
};

void bind(SQLite::Statement& statement, const Connection::Values& values) {
  int index = 0;
  for (const Value& value : values) {
    ++index;
    if (const auto* const number = std::get_if<std::int64_t>(&value)) {
      statement.bind(index, *number);
    } else if (const auto* const text = std::get_if<std::string>(&value)) {
      statement.bind(index, *text);
    } else if (const auto* const bytes = std::get_if<Bytes>(&value)) {
      statement.bind(index, static_cast<const void*>(bytes->bytes.data()),
                     static_cast<int>(bytes->bytes.size()));
    } else {
      statement.bind(index);
    }
  }
}

class SqliteConnection : public Connection {
 public:
  SqliteConnection(const std::string& name, int flags, std::chrono::milliseconds wait)
      : database_(name, flags, static_cast<int>(wait.count())) {}

  void execute(std::string_view sql, const Values& values) override {
    guarded(database_.getHandle(), [&] {
      Use use(prepared(sql));
      bind(use.statement, values);
      while (use.statement.executeStep()) continue;  // a PRAGMA gives rows
    });
  }

  void script(const std::string& sql) override {
    guarded(database_.getHandle(), [&] { database_.exec(sql); });
  }

  void query(std::string_view sql, const Values& values, const OnRow& row) override {
    guarded(database_.getHandle(), [&] {
      Use use(prepared(sql));
      bind(use.statement, values);
      const SqliteRow current(use.statement);
      while (use.statement.executeStep()) row(current);
    });
  }

  std::int64_t last_id() override { return database_.getLastInsertRowid(); }

  void transaction(const std::function<void()>& work) override { within("BEGIN IMMEDIATE", work); }
  void snapshot(const std::function<void()>& work) override { within("BEGIN", work); }

  void overwrite_deleted() override { execute("PRAGMA secure_delete=ON", {}); }
  bool scrub() override {
    // Pages keep copies of rows that were moved to others: only writing all anew leaves them
    // behind.
    try {
      script("VACUUM");
      return number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
    } catch (const Fault& fault) {
      if (fault.kind() == Fault::Kind::busy || fault.kind() == Fault::Kind::full) return false;
      throw;
    }
  }

  SQLite::Database& database() { return database_; }

 private:
  /// A prepared statement, ready for its next use when this one ends.
  struct Use {
    explicit Use(SQLite::Statement& of) : statement(of) {}
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;
    ~Use() {
      statement.tryReset();
      statement.clearBindings();
    }
    SQLite::Statement& statement;
  };

  SQLite::Statement& prepared(std::string_view sql) {
    auto at = statements_.find(sql);
    if (at == statements_.end()) {
      std::string key(sql);
      auto statement = std::make_unique<SQLite::Statement>(database_, key);
      at = statements_.emplace(std::move(key), std::move(statement)).first;
    }
    return *at->second;
  }

  void within(const char* begin, const std::function<void()>& work) {
    execute(begin, {});
    try {
      work();
      execute("COMMIT", {});
    } catch (...) {
      // A full disk may have rolled back already.
      if (sqlite3_get_autocommit(database_.getHandle()) == 0) database_.tryExec("ROLLBACK");
      throw;
    }
  }

  SQLite::Database database_;
  std::map<std::string, std::unique_ptr<SQLite::Statement>, std::less<>> statements_;
};

std::uint32_t big_endian(const std::string& bytes, std::size_t at, std::size_t size) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < size; ++i)
    number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

bool has_log_of_writes(const fs::path& path) {
  std::error_code error;
  const auto size = fs::file_size(path.native() + "-wal", error);
  return !error && size > 0;
}

/// What can be told from the first hundred bytes (SQLite's file format): that it is one of ours,
/// and that it is as long as it says. SQLite itself sees a missing end only when it comes to it.
void look_at_header(const fs::path& path) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (error || !fs::exists(status)) throw Fault(Fault::Kind::missing, "");
  if (fs::is_directory(status)) throw Fault(Fault::Kind::folder, "");
  if (!fs::is_regular_file(status)) throw Fault(Fault::Kind::foreign, "");
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Fault(Fault::Kind::read_only, std::strerror(errno));
  std::string header(100, '\0');
  file.read(header.data(), 100);
  const auto read = static_cast<std::size_t>(file.gcount());
  constexpr std::string_view kMagic("SQLite format 3\0", 16);
  if (read == 0) throw Fault(Fault::Kind::broken, "0 byte");
  if (!std::string_view(header)
           .substr(0, std::min<std::size_t>(read, 16))
           .starts_with(kMagic.substr(0, std::min<std::size_t>(read, 16))))
    throw Fault(Fault::Kind::foreign, "");
  if (read < 100) throw Fault(Fault::Kind::broken, "< 100 byte");
  if (big_endian(header, 68, 4) != kApplicationId) throw Fault(Fault::Kind::foreign, "");
  const std::uint32_t written = big_endian(header, 16, 2);
  const std::uint64_t page = written == 1 ? 65536 : written;
  const std::uint64_t whole = page * big_endian(header, 28, 4);
  const bool counts = big_endian(header, 24, 4) == big_endian(header, 92, 4);
  if (counts && !has_log_of_writes(path) && fs::file_size(path, error) < whole)
    throw Fault(Fault::Kind::broken, std::to_string(fs::file_size(path, error)) + " < " +
                                         std::to_string(whole) + " byte");
}

std::string as_uri(const fs::path& path, std::string_view query) {
  std::string uri = "file:";
  const fs::path whole = fs::absolute(path);
  for (const char c : whole.native()) {
    if (c == '?' || c == '#' || c == '%') {
      constexpr std::string_view kDigits = "0123456789ABCDEF";
      const auto byte = static_cast<unsigned char>(c);
      uri += '%';
      uri += kDigits[byte >> 4];
      uri += kDigits[byte & 15];
    } else {
      uri += c;
    }
  }
  return uri + std::string(query);
}

void set_up(SqliteConnection& connection, Access access) {
  connection.execute("PRAGMA foreign_keys=ON", {});
  connection.execute("PRAGMA trusted_schema=OFF", {});
  connection.execute("PRAGMA cell_size_check=ON", {});
  // Guards of the ledger see also what REPLACE would take away.
  connection.execute("PRAGMA recursive_triggers=ON", {});
  if (access != Access::write) return;
  connection.execute("PRAGMA journal_mode=WAL", {});
  connection.execute("PRAGMA synchronous=FULL", {});
  // Keyed numbers fall anywhere in their index; small caches and logs would write it over and over.
  connection.execute("PRAGMA cache_size=-65536", {});
  connection.execute("PRAGMA wal_autocheckpoint=8192", {});
}

std::unique_ptr<SqliteConnection> open_reading(const fs::path& path,
                                               std::chrono::milliseconds wait) {
  try {
    auto connection =
        std::make_unique<SqliteConnection>(path.string(), SQLite::OPEN_READONLY, wait);
    set_up(*connection, Access::read);
    connection->number("SELECT count(*) FROM sqlite_schema");
    return connection;
  } catch (const Fault& fault) {
    // Beside a file in a folder that must not be written there is no place for SQLite's index of
    // writes; where nothing is left to be read from one, the file by itself is all.
    if (fault.kind() != Fault::Kind::read_only || has_log_of_writes(path)) throw;
  }
  auto connection = std::make_unique<SqliteConnection>(
      as_uri(path, "?immutable=1"), SQLite::OPEN_READONLY | SQLite::OPEN_URI, wait);
  set_up(*connection, Access::read);
  return connection;
}

/// A name beside `path` that nobody uses, made with it; removed with its companions.
class Beside {
 public:
  explicit Beside(const fs::path& path) : name_(path.native() + ".XXXXXX") {
    const int file = ::mkostemp(name_.data(), O_CLOEXEC);
    if (file < 0) throw Fault(kind_of_errno(errno), std::strerror(errno));
    const Descriptor made(file);
  }
  Beside(const Beside&) = delete;
  Beside& operator=(const Beside&) = delete;
  ~Beside() {
    for (const char* const ending : {"", "-wal", "-shm", "-journal"}) {
      std::error_code error;
      fs::remove(name_ + ending, error);
    }
  }
  const std::string& name() const { return name_; }

  /// The disk has it, and then it takes the name.
  void take(const fs::path& path) {
    {
      const Descriptor file(::open(name_.c_str(), O_RDWR | O_CLOEXEC));
      if (file.number() < 0 || ::fsync(file.number()) != 0)
        throw Fault(Fault::Kind::other, std::strerror(errno));
    }
    if (const int error = take_new_name(name_, path); error != 0)
      throw Fault(error == EEXIST ? Fault::Kind::taken : Fault::Kind::other, std::strerror(error));
    const Descriptor folder(::open(fs::absolute(path).parent_path().c_str(), O_RDONLY | O_CLOEXEC));
    if (folder.number() >= 0) ::fsync(folder.number());
  }

 private:
  std::string name_;
};

bool is_there(const fs::path& path) {
  std::error_code error;
  return fs::exists(fs::symlink_status(path, error));
}

}  // namespace

std::unique_ptr<Connection> open_sqlite(const fs::path& path, Access access,
                                        std::chrono::milliseconds wait) {
  look_at_header(path);
  return guarded(nullptr, [&]() -> std::unique_ptr<Connection> {
    if (access == Access::read) return open_reading(path, wait);
    auto connection =
        std::make_unique<SqliteConnection>(path.string(), SQLite::OPEN_READWRITE, wait);
    set_up(*connection, access);
    return connection;
  });
}

void make_sqlite(const fs::path& path, const std::function<void(Connection&)>& fill) {
  if (is_there(path)) throw Fault(Fault::Kind::taken, "");
  Beside made(path);
  guarded(nullptr, [&] {
    SqliteConnection connection(made.name(), SQLite::OPEN_READWRITE, kWait);
    connection.execute("PRAGMA application_id=" + std::to_string(kApplicationId), {});
    set_up(connection, Access::write);
    connection.transaction([&] { fill(connection); });
  });
  made.take(path);
}

std::unique_ptr<Connection> sqlite_in_memory() {
  return guarded(nullptr, [&]() -> std::unique_ptr<Connection> {
    return std::make_unique<SqliteConnection>(
        ":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kWait);
  });
}

std::vector<std::string> integrity_faults(Connection& connection) {
  std::vector<std::string> faults;
  connection.query("PRAGMA integrity_check", {}, [&](const Row& row) {
    if (row.text(0) != "ok") faults.push_back(row.text(0));
  });
  connection.query("PRAGMA foreign_key_check", {}, [&](const Row& row) {
    faults.push_back(row.text(0) + " " + row.text(1) + " → " + row.text(2));
  });
  return faults;
}

void copy_sqlite(const fs::path& from, const fs::path& to) {
  if (is_there(to)) throw Fault(Fault::Kind::taken, "");
  look_at_header(from);
  Beside made(to);
  guarded(nullptr, [&] {
    const auto source = open_reading(from, kWait);
    SQLite::Database copy(made.name(), SQLite::OPEN_READWRITE);
    SQLite::Backup backup(copy, source->database());
    backup.executeStep(-1);
  });
  made.take(to);
}

}  // namespace periksa::store
