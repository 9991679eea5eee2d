// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "auditor/forms/sheet_filing.h"
#include "auditor/intake/filing_reader.h"

namespace periksa::forms {

/// Reads a filing in whatever form it is: XML, a workbook, a CSV file or a folder of them, JSON, or
/// a case. What is none of them is read as XML, whose reader says what it is not.
Result<intake::Filing> read_any_filing(const std::filesystem::path& path,
                                       const facts::Vocabulary& vocabulary,
                                       const intake::ReadOptions& options,
                                       const SheetOptions& sheets,
                                       const intake::OnShared& on_shared,
                                       const intake::OnWorker& on_worker);

/// Whether it would be read as a case.
bool is_case(const std::filesystem::path& path);

}  // namespace periksa::forms
