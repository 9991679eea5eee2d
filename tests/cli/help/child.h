// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace periksa::test {

/// How a child process ended and what it said.
struct Ran {
  int code = -1;   ///< exit code; -1 if a signal ended it
  int signal = 0;  ///< 0 unless a signal ended it
  std::string out;
  std::string err;
};

struct Child {
  std::vector<std::string> words;                    ///< the program and its arguments
  std::filesystem::path folder{};                    ///< where it runs; empty: here
  std::map<std::string, std::string> environment{};  ///< all of it; PATH is added
  std::filesystem::path out{};  ///< where standard output goes instead of Ran::out
  long largest_file = -1;       ///< RLIMIT_FSIZE in bytes, told as an error instead of a signal
};

/// Runs it to its end.
Ran run(const Child& child);

/// Runs it and kills it (SIGKILL) as soon as `now` says so; `now` is asked over and over with the
/// process id. A process that ends by itself first is simply done.
Ran run_until(const Child& child, const std::function<bool(pid_t)>& now);

/// Bytes a process has read and written so far (/proc/PID/io); 0 when it is gone.
struct Traffic {
  unsigned long read = 0;
  unsigned long written = 0;
};
Traffic traffic(pid_t process);

}  // namespace periksa::test
