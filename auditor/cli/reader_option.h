// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "auditor/cli/command_line.h"
#include "auditor/cli/outputs.h"

namespace periksa::cli {

/// `--for READER`: which paper the outputs hold (docs/papers.md), and `--earlier RESULTS`, with
/// which the agency's is compared.
class ReaderOption {
 public:
  void add(CommandLine verb, const Context& context);
  /// What is wrong with it, or with asking for these outputs without it.
  std::optional<Bilingual> fault(const std::vector<Output>& outputs) const;
  /// None: the full report.
  std::optional<reports::Reader> reader() const { return reports::parse_reader(word_); }

  /// An earlier audit and the comparison with it.
  struct Since {
    std::unique_ptr<results::Results> before;  // null where none was given
    results::Diff diff;
    const results::Diff* get() const { return before ? &diff : nullptr; }
  };
  /// What was given compared with `now`, which must outlive it; nothing after having said why not.
  std::optional<Since> since(const Context& context, const results::Results& now) const;
  const std::string& earlier() const { return earlier_; }

 private:
  std::string word_;
  std::string earlier_;
};

}  // namespace periksa::cli
