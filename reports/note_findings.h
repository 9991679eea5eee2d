// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "reports/matter.h"
#include "reports/paper.h"
#include "reports/wording.h"

namespace periksa::reports {

/// The findings of an inspection note: a row for each act that is indicated, and what its rows
/// point to.
struct NoteFindings {
  PaperTable table;                        // without rows where nothing is indicated
  std::vector<std::string> provisions;     // Provision::id of all that rows cite, in their order
  std::vector<std::string> sanctions;      // Sanction::id; rows call the first "S1"
  std::vector<std::string> other_answers;  // of the case sheet, to what stands in no row
};

NoteFindings note_findings(const Wording& wording, const Matter& matter);

}  // namespace periksa::reports
