// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "auditor/cli/command_line.h"
#include "auditor/cli/context.h"
#include "auditor/documents/folder.h"

namespace periksa::cli {

/// `--documents DIR` of the verbs that read one filing: the papers behind it
/// (docs/documents.md).
class DocumentsOption {
 public:
  void add(CommandLine verb, const Context& context);
  bool given() const { return !path_.empty(); }
  /// False after having said why the folder or its index is refused; without one nothing is read.
  bool load(const Context& context, const facts::Vocabulary& vocabulary);
  /// Null without the option; valid as long as this.
  const documents::Folder* folder() const { return folder_ ? &*folder_ : nullptr; }
  /// What was read of it: the index and the papers; nothing without the option.
  std::vector<std::filesystem::path> files() const;

 private:
  std::string path_;
  std::optional<documents::Folder> folder_;
};

}  // namespace periksa::cli
