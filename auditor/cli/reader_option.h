// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "auditor/cli/outputs.h"

namespace periksa::cli {

/// `--for READER`: which paper the outputs hold (docs/papers.md).
class ReaderOption {
 public:
  void add(CLI::App& verb, const Context& context);
  /// What is wrong with it, or with asking for these outputs without it.
  std::optional<Bilingual> fault(const std::vector<Output>& outputs) const;
  /// None: the full report.
  std::optional<reports::Reader> reader() const { return reports::parse_reader(word_); }

 private:
  std::string word_;
};

}  // namespace periksa::cli
