// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "auditor/base/data_file.h"
#include "auditor/ruleset/rule.h"

namespace periksa::ruleset {

/// What an `<examples>` element holds: the base filing's name and the changes to it. What `expect`
/// may be is left to the caller.
struct Examples {
  std::string base;
  std::vector<Example> list;
};
/// Of `owner`, which is told by its name `what` ("aturan", "the rule") when it has none.
Examples read_examples(const DataFile& file, pugi::xml_node owner, const Bilingual& what,
                       Diagnostics& out);

}  // namespace periksa::ruleset
