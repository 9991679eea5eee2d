// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/documents_option.h"

namespace periksa::cli {

void DocumentsOption::add(CommandLine verb, const Context& context) {
  verb.add_option(
      "--documents", path_,
      context.say("Folder dokumen dengan indeks.csv yang mengikat tiap berkas pada sumber atau "
                  "catatan (docs/documents.md)",
                  "Folder of papers with an index.csv that ties each file to a source or record "
                  "(docs/documents.md)"));
}

bool DocumentsOption::load(const Context& context, const facts::Vocabulary& vocabulary) {
  if (path_.empty()) return true;
  auto folder = documents::read_folder(path_, vocabulary);
  if (folder) {
    folder_ = std::move(*folder);
    context.print(folder_->index.warnings);
    return true;
  }
  context.print(folder.error());
  return false;
}

std::vector<std::filesystem::path> DocumentsOption::files() const {
  if (!folder_) return {};
  std::vector<std::filesystem::path> all{folder_->path / folder_->index.file};
  for (const auto& paper : folder_->papers) all.push_back(folder_->path / paper.name);
  return all;
}

}  // namespace periksa::cli
