// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "auditor/base/diagnostic.h"
#include "auditor/facts/source.h"
#include "auditor/forms/case_matter.h"

namespace periksa::forms {

/// A case: one audit over several filings, each with who asserts it (docs/case-sheet.md).
struct CaseSheet {
  struct Part {
    std::string name;  ///< prefix of its records' ids and its sources
    facts::Asserter asserter = facts::Asserter::agency;
    std::string file;  ///< beside the case sheet; a name, never a path
    std::string map;   ///< a mapping beside it; may be empty
    std::optional<Date> dated;
    Position at;
  };
  /// An inspector asked for it and did not get it: the field is stated none.
  struct NotProduced {
    std::string part;
    std::string worker;  ///< id in that part; empty for shared records
    std::string entity;
    std::string id;
    std::string field;
    Date asked;
    Date until;
    Position at;
  };

  Date closing;
  bool fictitious = false;
  facts::Asserter asserter = facts::Asserter::inspector;  ///< who joined the parts
  std::vector<Part> parts;
  std::vector<NotProduced> not_produced;
  Matter matter;
  std::string sha256;  ///< of the sheet itself
};

/// Whether the file is XML whose root is <case>.
bool is_case_sheet(const std::filesystem::path& path);

Result<CaseSheet> read_case_sheet(const std::filesystem::path& path);

}  // namespace periksa::forms
