// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "auditor/audit/mutate.h"

namespace periksa::audit {

/// `rules/survivors.csv`: the made-up mistakes that no example can notice, each with the reason.
class ExplainedSurvivors {
 public:
  /// No file: none is explained.
  static Result<ExplainedSurvivors> load(const std::filesystem::path& rules_folder);

  /// The reason why, or null.
  const std::string* why(const Survivor& survivor);
  /// Once every rule has been tried: one error for each reason that no survivor needs any more.
  Diagnostics unneeded() const;

 private:
  struct Reason {
    Survivor survivor;
    std::string why;
    Position at;
    bool needed = false;
  };

  std::vector<Reason> reasons_;
};

}  // namespace periksa::audit
