// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "auditor/results/results.h"

namespace periksa::packs {

/// `documents.json`: every source and paper that the document knows, its kind and hash, and how
/// many facts and which findings rest on it. Names of files only of papers whose names the document
/// still has, and only where `named`.
std::string document_list(const results::Results& results, bool named);

}  // namespace periksa::packs
