// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "auditor/cli/command_line.h"
#include "auditor/cli/context.h"
#include "auditor/forms/sheet_filing.h"

namespace periksa::cli {

/// `--map FILE` of the verbs that read a filing: how an agency's own workbook or CSV is read.
class MapOption {
 public:
  void add(CommandLine verb, const Context& context);
  bool given() const { return !file_.empty(); }
  const std::string& file() const { return file_; }
  /// False after having said why the mapping is refused; without one nothing is read.
  bool load(const Context& context, const facts::Vocabulary& vocabulary);
  /// Valid as long as this.
  forms::SheetOptions sheets() const;

 private:
  std::string file_;
  std::optional<forms::Mapping> mapping_;
};

}  // namespace periksa::cli
