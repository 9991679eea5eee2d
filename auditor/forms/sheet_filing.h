// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "auditor/forms/mapping.h"
#include "auditor/intake/filing_reader.h"
#include "auditor/sheets/caps.h"

namespace periksa::forms {

struct SheetOptions {
  sheets::Caps caps{};
  const Mapping* mapping = nullptr;  ///< outlives the reading
};

/// Reads a filing from a workbook, a CSV file or a folder of them (docs/tables.md): every row is
/// kept as bytes, then made into elements, worker by worker, which are bound as those of an XML
/// filing are. Errors and facts name sheet and cell.
Result<intake::Filing> read_sheets(const std::filesystem::path& path,
                                   const facts::Vocabulary& vocabulary,
                                   const intake::ReadOptions& options, const SheetOptions& sheets,
                                   const intake::OnShared& on_shared,
                                   const intake::OnWorker& on_worker);

}  // namespace periksa::forms
