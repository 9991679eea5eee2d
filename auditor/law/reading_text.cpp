// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "auditor/base/blanks.h"
#include "auditor/base/nearest.h"
#include "auditor/law/reading.h"

namespace periksa::law {
namespace {

void keep(Result<DataFile> file, std::vector<DataFile>& files, Diagnostics& problems) {
  if (file) {
    files.push_back(std::move(*file));
  } else {
    problems.insert(problems.end(), file.error().begin(), file.error().end());
  }
}

}  // namespace

Diagnostic unknown_word(Position at, const Bilingual& what, std::string_view word,
                        std::span<const std::string_view> candidates) {
  return {Diagnostic::Kind::error, std::move(at),
          with_nearest({fmt::format("{} \"{}\" tidak dikenal", what.id, word),
                        fmt::format("unknown {} \"{}\"", what.en, word)},
                       nearest(word, candidates))};
}

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> found;
  for (auto start = text.find_first_not_of(kBlanks); start != std::string_view::npos;) {
    const auto end = std::min(text.find_first_of(kBlanks, start), text.size());
    found.push_back(text.substr(start, end - start));
    start = text.find_first_not_of(kBlanks, end);
  }
  return found;
}

Result<std::vector<DataFile>> load_files(const std::filesystem::path& folder) {
  const auto paths = xml_files_below(folder);
  if (paths.empty()) {
    return fail({.file = folder.string()}, {"tidak ada berkas *.xml di dalam folder ini",
                                            "there is no *.xml file in this folder"});
  }
  std::vector<DataFile> files;
  Diagnostics problems;
  for (const auto& path : paths) keep(DataFile::load(path), files, problems);
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return files;
}

Result<std::vector<DataFile>> parse_files(std::span<const std::string> texts) {
  std::vector<DataFile> files;
  Diagnostics problems;
  for (const auto& text : texts) {
    keep(DataFile::parse(text, fmt::format("{}.xml", files.size() + 1)), files, problems);
  }
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return files;
}

}  // namespace periksa::law
