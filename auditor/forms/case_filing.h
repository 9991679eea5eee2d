// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "auditor/intake/filing_reader.h"
#include "auditor/sheets/caps.h"

namespace periksa::forms {

/// Reads a case sheet and its parts as one filing (docs/case-sheet.md). Records of different parts
/// are one where a declared key says so (rules/facts.xml, `key=`): what each part tells of it
/// stands side by side, and where two differ the fact is contradictory. All others stay apart, with
/// their part's name in front of their ids; totals over them are never added up as certain
/// (facts::Table::Row::sides). The first part is read twice and never held as a whole.
Result<intake::Filing> read_case(const std::filesystem::path& path,
                                 const facts::Vocabulary& vocabulary,
                                 const intake::ReadOptions& options, const sheets::Caps& caps,
                                 const intake::OnShared& on_shared,
                                 const intake::OnWorker& on_worker);

}  // namespace periksa::forms
