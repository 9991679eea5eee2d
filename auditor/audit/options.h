// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "auditor/base/date.h"
#include "auditor/documents/folder.h"
#include "auditor/forms/sheet_filing.h"
#include "auditor/intake/caps.h"
#include "auditor/results/waivers.h"

namespace periksa::audit {

/// What a run is asked; everything here that changes the question is recorded in the results.
struct Options {
  std::optional<Date> as_of;            ///< default: the filing's own closing day
  std::vector<std::string> only_rules;  ///< empty: all
  std::vector<std::string> skipped_rules;
  unsigned threads = 2;
  intake::InputCaps caps{};
  forms::SheetOptions sheets{};
  const documents::Folder* documents = nullptr;  ///< of the papers; outlives the audit
  const results::WaiverFile* waivers = nullptr;  ///< outlives the audit
};

}  // namespace periksa::audit
