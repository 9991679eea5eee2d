// SPDX-License-Identifier: Apache-2.0
#include "auditor/store/lock_holder.h"

#include <sys/stat.h>

#include <fstream>
#include <sstream>

namespace periksa::store {
namespace {

/// The byte of the file FILE-shm that a writer locks, by SQLite's published file format
/// ("WAL-Index Locks": 120 is WAL_WRITE_LOCK).
constexpr long kWriteLock = 120;

struct HeldLock {
  int process = 0;
  unsigned long inode = 0;
  long first = 0;
  long last = 0;
};

/// "1: POSIX  ADVISORY  WRITE 812 fe:00:1180 120 120"; nothing of a reader's lock, or of one that
/// somebody waits for ("1: -> POSIX …").
std::optional<HeldLock> parse_lock(const std::string& line) {
  std::istringstream words(line);
  std::string number;
  std::string kind;
  std::string manner;
  std::string access;
  std::string place;
  std::string first;
  std::string last;
  HeldLock lock;
  if (!(words >> number >> kind >> manner >> access >> lock.process >> place >> first >> last))
    return std::nullopt;
  if (kind != "POSIX" || access != "WRITE") return std::nullopt;
  const auto colon = place.rfind(':');
  if (colon == std::string::npos) return std::nullopt;
  lock.inode = std::strtoul(place.c_str() + colon + 1, nullptr, 10);
  lock.first = std::strtol(first.c_str(), nullptr, 10);
  lock.last = last == "EOF" ? lock.first : std::strtol(last.c_str(), nullptr, 10);
  return lock;
}

}  // namespace

std::optional<LockHolder> lock_holder(const std::filesystem::path& path) {
  // Asked of the kernel's list: opening and closing the file itself would let go of our own locks.
  struct stat index{};
  if (::stat((path.native() + "-shm").c_str(), &index) != 0) return std::nullopt;
  std::ifstream locks("/proc/locks");
  for (std::string line; std::getline(locks, line);) {
    const auto lock = parse_lock(line);
    if (!lock || lock->inode != index.st_ino) continue;
    if (kWriteLock < lock->first || kWriteLock > lock->last) continue;
    LockHolder holder{lock->process, {}};
    std::ifstream name("/proc/" + std::to_string(lock->process) + "/comm");
    std::getline(name, holder.program);
    return holder;
  }
  return std::nullopt;
}

}  // namespace periksa::store
