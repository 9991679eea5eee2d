// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "auditor/packs/manifest.h"
#include "auditor/results/results.h"
#include "reports/template_folders.h"

namespace periksa::packs {

/// The files of an edition that are made, by name.
using Contents = std::map<std::string, std::string>;

/// `results.json`, `report.html`, `laws.html`, `documents.json`, and where there is something to
/// complain of `complaint.html` and `complaint.odt`; with names and private values only where
/// `named` and the document has them.
Result<Contents> contents_of(const results::Results& results, bool named, Language language,
                             const reports::TemplateFolders& templates);

std::vector<PackFile> listed(const Contents& contents);

}  // namespace periksa::packs
