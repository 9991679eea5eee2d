// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace periksa::documents {

/// The program of that name in the first folder of PATH that has it; folders that are not absolute
/// do not count.
std::optional<std::filesystem::path> find_program(std::string_view name);

/// A process of its own, started without a shell and with a small environment.
struct Program {
  std::filesystem::path path;
  std::vector<std::string> words;  ///< its arguments
  int input = -1;  ///< descriptor that it reads as its standard input from the beginning; -1: none
  std::size_t most_output = std::size_t{32} << 20;
  std::chrono::seconds time{60};
  std::uint64_t memory = std::uint64_t{4} << 30;  ///< bytes of address space
};

struct Output {
  enum class End : std::uint8_t { fine, failed, too_long, too_late };
  End end = End::failed;  ///< anything but `fine`: what it has written counts for nothing
  std::string text;
};

/// Runs it to its end, or ends it with all it has started when it writes too much or takes too
/// long. What it writes to standard error is lost.
Output run(const Program& program);

/// A file without a name that holds these bytes, to be read as a program's input; -1 if there can
/// be none. Closed by the caller.
int nameless_file(std::string_view bytes);

}  // namespace periksa::documents
