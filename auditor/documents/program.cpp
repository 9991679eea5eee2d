// SPDX-License-Identifier: Apache-2.0
#include "auditor/documents/program.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>

namespace periksa::documents {
namespace {

using Clock = std::chrono::steady_clock;

std::vector<std::string> environment() {
  std::vector<std::string> all{"LC_ALL=C.UTF-8", "OMP_THREAD_LIMIT=1"};
  for (const auto* name : {"PATH", "TESSDATA_PREFIX"}) {
    if (const auto* const value = std::getenv(name)) all.push_back(std::string(name) + '=' + value);
  }
  return all;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> all;
  for (auto& word : words) all.push_back(word.data());
  all.push_back(nullptr);
  return all;
}

/// A child with a process group of its own; -1 if it cannot be started.
pid_t start(const Program& program, int output) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  if (program.input >= 0) {
    posix_spawn_file_actions_adddup2(&actions, program.input, 0);
  } else {
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  }
  posix_spawn_file_actions_adddup2(&actions, output, 1);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  posix_spawnattr_setpgroup(&attributes, 0);
  std::vector<std::string> words{program.path.string()};
  words.insert(words.end(), program.words.begin(), program.words.end());
  std::vector<std::string> settings = environment();
  pid_t child = -1;
  const int error = posix_spawn(&child, program.path.c_str(), &actions, &attributes,
                                pointers(words).data(), pointers(settings).data());
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  if (error != 0) return -1;
  const rlimit memory{program.memory, program.memory};
  prlimit(child, RLIMIT_AS, &memory, nullptr);
  const rlimit no_core{0, 0};
  prlimit(child, RLIMIT_CORE, &no_core, nullptr);
  return child;
}

/// False when the time is over.
bool wait_for(int descriptor, Clock::time_point until) {
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
    pollfd one{descriptor, POLLIN, 0};
    const int ready = ::poll(&one, 1, static_cast<int>(std::max<std::int64_t>(left.count(), 0)));
    if (ready > 0) return true;
    if (ready == 0 || errno != EINTR) return false;
  }
}

Output::End read_all(int from, const Program& program, Clock::time_point until, std::string& text) {
  std::array<char, 1 << 16> block{};
  while (wait_for(from, until)) {
    const ssize_t n = ::read(from, block.data(), block.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return Output::End::failed;
    if (n == 0) return Output::End::fine;
    text.append(block.data(), static_cast<std::size_t>(n));
    if (text.size() > program.most_output) return Output::End::too_long;
  }
  return Output::End::too_late;
}

/// One that has closed its output may go on nevertheless; it has the same time for both.
bool ends_by(pid_t child, Clock::time_point until) {
  // The header of glibc 2.36 declares pidfd_open for C only.
  const int handle = static_cast<int>(::syscall(SYS_pidfd_open, child, 0));
  if (handle < 0) return false;
  const bool ended = wait_for(handle, until);
  ::close(handle);
  return ended;
}

}  // namespace

std::optional<std::filesystem::path> find_program(std::string_view name) {
  const char* const path = std::getenv("PATH");
  std::string_view rest = path == nullptr ? "" : path;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(':'), rest.size());
    const std::filesystem::path candidate = std::filesystem::path(rest.substr(0, end)) / name;
    rest.remove_prefix(std::min(end + 1, rest.size()));
    struct stat is{};
    const bool there = ::stat(candidate.c_str(), &is) == 0 && S_ISREG(is.st_mode);
    if (candidate.is_absolute() && there && ::access(candidate.c_str(), X_OK) == 0)
      return candidate;
  }
  return std::nullopt;
}

Output run(const Program& program) {
  Output output;
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) return output;
  if (program.input >= 0) ::lseek(program.input, 0, SEEK_SET);
  const pid_t child = start(program, pipe[1]);
  ::close(pipe[1]);
  if (child > 0) {
    const auto until = Clock::now() + program.time;
    output.end = read_all(pipe[0], program, until, output.text);
    if (output.end == Output::End::fine && !ends_by(child, until))
      output.end = Output::End::too_late;
    if (output.end != Output::End::fine) ::kill(-child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    const bool well = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (output.end == Output::End::fine && !well) output.end = Output::End::failed;
  }
  ::close(pipe[0]);
  return output;
}

int nameless_file(std::string_view bytes) {
  const int file = memfd_create("periksa", MFD_CLOEXEC);
  if (file < 0) return -1;
  while (!bytes.empty()) {
    const ssize_t n = ::write(file, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) {
      ::close(file);
      return -1;
    }
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return file;
}

}  // namespace periksa::documents
