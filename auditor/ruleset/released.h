// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>

#include "auditor/base/diagnostic.h"

namespace periksa::ruleset {

/// `rules/released.txt`: the ids that have gone out with a version of the rule set, with the first
/// such version. Reports, waivers and follow-ups refer to them, so they never vanish.
class Released {
 public:
  /// No file: nothing has been released.
  static Result<Released> load(const std::filesystem::path& rules_folder);

  /// One error for each released id that the rule set has no more.
  Diagnostics vanished(std::span<const std::string> ids) const;
  /// Errors if `version` is not `NUMBER.NUMBER.NUMBER`, not above the versions released, or has no
  /// heading in `rules/CHANGELOG.md`.
  Diagnostics check_version(const std::string& version) const;
  void add(const std::string& version, std::span<const std::string> ids);
  /// The file's text: `VERSION ID` a line, ascending by id.
  std::string text() const;

 private:
  std::filesystem::path folder_;
  std::map<std::string, std::string> versions_;  // by id
};

}  // namespace periksa::ruleset
