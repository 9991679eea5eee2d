// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "auditor/cli/command_line.h"
#include "auditor/cli/context.h"
#include "auditor/results/waivers.h"

namespace periksa::cli {

/// `--waivers FILE` of an audit of one filing (docs/waivers.md).
class WaiversOption {
 public:
  void add(CommandLine verb, const Context& context);
  bool given() const { return !path_.empty(); }
  const std::string& file() const { return path_; }
  /// False after having said why the file is refused; without one nothing is read.
  bool load(const Context& context, const ruleset::RuleSet& rules);
  /// Null without the option; valid as long as this.
  const results::WaiverFile* waivers() const { return waivers_ ? &*waivers_ : nullptr; }

 private:
  std::string path_;
  std::optional<results::WaiverFile> waivers_;
};

}  // namespace periksa::cli
