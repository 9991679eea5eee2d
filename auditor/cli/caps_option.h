// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "auditor/cli/command_line.h"
#include "auditor/cli/context.h"
#include "auditor/forms/sheet_filing.h"
#include "auditor/intake/caps.h"

namespace periksa::cli {

/// `--cap NAME=N` of the verbs that read a filing: how much one may cost to read. It decides what
/// is refused and never what is found, so no results document tells of it.
class CapsOption {
 public:
  void add(CommandLine verb, const Context& context);
  /// False after having said what is wrong with one.
  bool load(const Context& context);
  const intake::InputCaps& filing() const { return filing_; }
  const sheets::Caps& sheets() const { return sheets_; }

 private:
  std::vector<std::string> words_;
  intake::InputCaps filing_;
  sheets::Caps sheets_;
};

}  // namespace periksa::cli
