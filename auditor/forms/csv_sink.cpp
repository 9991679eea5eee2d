// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/csv_sink.h"

#include "auditor/base/csv.h"
#include "auditor/forms/written_parts.h"

namespace periksa::forms {
CsvSink::CsvSink(std::filesystem::path folder) : folder_(std::move(folder)) {
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
}

void CsvSink::sheet(std::size_t index, const std::string& /*title*/, const std::string& name,
                    const std::vector<std::string>& headings) {
  if (files_.size() <= index) files_.resize(index + 1);
  auto file = AtomicFile::create(folder_ / (name + ".csv"));
  if (!file) {
    problems_.insert(problems_.end(), file.error().begin(), file.error().end());
    return;
  }
  files_[index].emplace(std::move(*file));
  std::vector<OutCell> cells;
  for (const auto& heading : headings) cells.push_back({heading});
  write(*files_[index], cells);
}

void CsvSink::row(std::size_t index, const std::vector<OutCell>& cells) {
  if (index < files_.size() && files_[index]) write(*files_[index], cells);
}

void CsvSink::write(AtomicFile& file, const std::vector<OutCell>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += ',';
    const std::string& text = cells[i].text;
    line += csv_value(is_formula_like(text) ? '\'' + text : text);
  }
  file.write(line += '\n');
}

Result<void> CsvSink::finish() {
  for (auto& file : files_) {
    if (!file) continue;
    if (const auto done = file->finish(); !done)
      problems_.insert(problems_.end(), done.error().begin(), done.error().end());
  }
  if (!problems_.empty()) return std::unexpected(problems_);
  for (auto& file : files_) {
    if (!file) continue;
    if (const auto done = file->commit(); !done) return done;
  }
  return {};
}

}  // namespace periksa::forms
