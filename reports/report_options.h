// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string_view>

#include "auditor/base/bilingual.h"
#include "auditor/results/supervision.h"
#include "reports/template_folders.h"

namespace periksa::reports {

/// How a document is shown; never what it says.
struct ReportOptions {
  Language language = Language::id;
  /// Show names and private values instead of pseudonyms and masked forms, if the document has
  /// them.
  bool unmask = false;
  TemplateFolders templates{};
  /// What the case store says of the audit, where it was saved in one: the head of its log, told so
  /// that a log rewritten later can be seen, and where findings stand. Outlives the report.
  const results::StoreMark* store = nullptr;
};

/// Takes a report piece by piece.
using Sink = std::function<void(std::string_view)>;

}  // namespace periksa::reports
