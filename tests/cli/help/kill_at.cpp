// SPDX-License-Identifier: Apache-2.0
// Loaded into the program before its own libraries (LD_PRELOAD): from the moment it opens the file
// named by KILL_AFTER, kills it right before its KILL_AT-th call that reads or changes a file, or
// leaves no room on the disk from its FULL_AT-th call on that takes room.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string_view>

namespace {

std::atomic<bool> g_counting{false};
std::atomic<long> g_calls{0};
std::atomic<long> g_taking_room{0};

template <class Function>
Function* real(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

void step() {
  if (!g_counting) return;
  const char* at = std::getenv("KILL_AT");
  if (at != nullptr && ++g_calls == std::atol(at)) ::raise(SIGKILL);
}

/// A call that takes room: also sets `errno` and is true when there is none.
bool no_room() {
  step();
  if (!g_counting) return false;
  const char* at = std::getenv("FULL_AT");
  if (at == nullptr || ++g_taking_room < std::atol(at)) return false;
  errno = ENOSPC;
  return true;
}

void begin_at(const char* path) {
  const char* after = std::getenv("KILL_AFTER");
  if (after != nullptr && std::string_view(path).ends_with(after)) g_counting = true;
}

}  // namespace

extern "C" {

// The program opens for reading only; what it makes, it makes by mkostemp. Which of the two names
// of a call it was linked with is the C library's affair.
int open(const char* path, int flags, ...) {
  begin_at(path);
  step();
  return real<int(const char*, int, ...)>("open")(path, flags, 0600);
}

int open64(const char* path, int flags, ...) {
  return open(path, flags, 0600);
}

int mkostemp(char* name, int flags) {
  step();
  return real<int(char*, int)>("mkostemp")(name, flags);
}

int mkostemp64(char* name, int flags) {
  return mkostemp(name, flags);
}

ssize_t read(int file, void* bytes, size_t size) {
  step();
  return real<ssize_t(int, void*, size_t)>("read")(file, bytes, size);
}

ssize_t pread64(int file, void* bytes, size_t size, off64_t at) {
  step();
  return real<ssize_t(int, void*, size_t, off64_t)>("pread64")(file, bytes, size, at);
}

ssize_t write(int file, const void* bytes, size_t size) {
  // What the program says is on no disk.
  if (file > STDERR_FILENO && no_room()) return -1;
  return real<ssize_t(int, const void*, size_t)>("write")(file, bytes, size);
}

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at) {
  if (no_room()) return -1;
  return real<ssize_t(int, const void*, size_t, off64_t)>("pwrite64")(file, bytes, size, at);
}

int ftruncate64(int file, off64_t size) noexcept {
  if (no_room()) return -1;
  return real<int(int, off64_t)>("ftruncate64")(file, size);
}

int fdatasync(int file) {
  step();
  return real<int(int)>("fdatasync")(file);
}

int unlink(const char* path) noexcept {
  step();
  return real<int(const char*)>("unlink")(path);
}

int fchmod(int file, mode_t mode) noexcept {
  step();
  return real<int(int, mode_t)>("fchmod")(file, mode);
}

int fsync(int file) {
  step();
  return real<int(int)>("fsync")(file);
}

int rename(const char* from, const char* to) noexcept {
  step();
  return real<int(const char*, const char*)>("rename")(from, to);
}

}  // extern "C"
