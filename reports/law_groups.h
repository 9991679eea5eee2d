// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "reports/wording.h"

namespace periksa::reports {

/// Findings of one rule that ask for the same: remedies, sanctions and the inspector's question are
/// told once for all of them. The gravest verdict comes first.
struct Case {
  std::vector<std::size_t> findings;
};

/// Cases under one provision, in one version of its text. What several findings of the group cite
/// or risk is told once at its head. Texts are told apart by version, so a finding whose event lies
/// in another one never points to the wrong text.
struct LawGroup {
  const results::Provision* provision = nullptr;  // empty for findings without a citation
  std::vector<Case> cases;
  std::vector<std::string> provisions;  // Provision::id, cited by several findings
  std::vector<std::string> sanctions;   // Sanction::id, named by several findings
  bool act = false;                     // several findings, and of each papers prove the act only
};

/// In the order of the document's provisions; findings without a citation come last. Within a group
/// the case with the gravest verdict comes first.
std::vector<LawGroup> by_law(const Wording& wording);

}  // namespace periksa::reports
