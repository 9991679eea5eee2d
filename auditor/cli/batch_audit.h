// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "auditor/audit/audit.h"
#include "auditor/audit/options.h"
#include "auditor/cli/audit_store.h"
#include "auditor/cli/batch_outputs.h"
#include "auditor/cli/context.h"

namespace periksa::cli {

/// What an audit of several filings is asked.
struct BatchRequest {
  std::vector<std::string> paths;  ///< files and folders
  audit::Options options;
  BatchOutputs outputs;
  RenderOptions render;
  bool quiet = false;           ///< no progress is told
  AuditStore* store = nullptr;  ///< null, or where each is saved; outlives the audit
  /// How one filing is audited; a test may put another in its place.
  std::function<Result<audit::Audited>(const ruleset::RuleSet&, const std::filesystem::path&,
                                       const audit::Options&, const audit::Observer&)>
      audit = audit::audit_filing;
};

/// Whether these paths are for audit_several: more than one, or a folder that is no filing itself
/// or holds others beside it.
bool are_several(const std::vector<std::string>& paths);

/// Audits all filings at the paths in their order, writes what each gives (with several threads
/// while the next one is read) and then the summary; gives the exit code. A filing that is refused,
/// or over which the program breaks, is told and the others go on. An output that cannot be written
/// ends the run: what was written before it is whole.
int audit_several(const Context& context, const ruleset::RuleSet& rules,
                  const BatchRequest& request);

}  // namespace periksa::cli
