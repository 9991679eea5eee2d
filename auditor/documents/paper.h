// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "auditor/base/diagnostic.h"
#include "auditor/documents/file_kind.h"

namespace periksa::documents {

/// What the papers of one filing may cost to read. Each that is met is an error naming it.
struct Caps {
  std::size_t files = 20'000;                     ///< in the folder and those below it
  std::uint64_t file = std::uint64_t{512} << 20;  ///< bytes of one
  std::uint64_t total = std::uint64_t{64} << 30;  ///< bytes of all
  int depth = 16;                                 ///< folders inside each other
  std::uint32_t rows = 200'000;                   ///< of the index
};

/// One entry of the folder.
struct Paper {
  enum class State : std::uint8_t {
    there,
    empty,
    link,       ///< a symbolic link, which is never followed
    special,    ///< a pipe, a device …
    unreadable  ///< it could not be opened or read to its end
  };
  std::string name;  ///< relative to the folder, its parts separated by "/"; bytes as they are
  State state = State::there;
  std::uint64_t bytes = 0;
  std::string sha256;  ///< of what is there; empty for what is none or unreadable
  FileKind kind = FileKind::unknown;
  bool fits = true;                    ///< the ending is one for its kind
  std::optional<std::size_t> same_as;  ///< the first file of the list with the same bytes
};

/// The name as it may be shown: what is no UTF-8 becomes U+FFFD.
std::string shown_name(const Paper& paper);

/// The names of all that the folder holds, by bytes, made once: nothing is ever looked for in it by
/// a name that stands somewhere else. Left out: what begins with a dot. Links are listed and not
/// followed.
Result<std::vector<std::string>> list_folder(const std::filesystem::path& folder, const Caps& caps);

/// Reads every file of a listing once, in a stream. What cannot be read is told by its state, as
/// what is missing is.
Result<std::vector<Paper>> read_papers(const std::filesystem::path& folder,
                                       const std::vector<std::string>& names, const Caps& caps);

}  // namespace periksa::documents
