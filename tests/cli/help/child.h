// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
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
  std::vector<std::string> words;  ///< the program and its arguments
  std::filesystem::path folder{};  ///< where it runs; empty: here
  std::map<std::string, std::string>
      environment{};            ///< all of it; PATH is added where it is not there
  std::filesystem::path out{};  ///< where standard output goes instead of Ran::out
  long largest_file = -1;       ///< RLIMIT_FSIZE in bytes, told as an error instead of a signal
};

/// Runs it to its end.
Ran run(const Child& child);

}  // namespace periksa::test
