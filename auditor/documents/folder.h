// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "auditor/documents/index.h"
#include "auditor/documents/paper.h"

namespace periksa::documents {

/// A file that the index names and the folder does not hold.
struct MissingPaper {
  std::string name;
  std::optional<std::size_t> near;  ///< the only file whose name is the same but for capital
                                    ///< letters and the direction of slashes: told, never tied
};

/// A folder of papers with its index, read once (docs/documents.md). Papers and missing ones have
/// one count: number i is papers[i], and behind those missing[i - papers.size()].
struct Folder {
  std::filesystem::path path;
  Index index;
  std::vector<Paper> papers;          ///< by name
  std::vector<MissingPaper> missing;  ///< by name
  std::vector<std::size_t> ties;      ///< of each row of the index: the number of what it names
  std::vector<bool> indexed;          ///< by number: whether a row names it
  Diagnostics warnings;               ///< what is missing, not named, empty … for the reader

  /// "D001": what it is called outside the private section.
  static std::string alias(std::size_t number);
  /// The name as it may be shown to who may see it.
  std::string name(std::size_t number) const;
  /// Whether it is a file with something in it.
  bool is_there(std::size_t number) const {
    return number < papers.size() && papers[number].state == Paper::State::there;
  }
};

Result<Folder> read_folder(const std::filesystem::path& path, const facts::Vocabulary& vocabulary,
                           const Caps& caps = {});

}  // namespace periksa::documents
