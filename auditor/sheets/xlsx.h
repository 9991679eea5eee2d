// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "auditor/base/diagnostic.h"
#include "auditor/sheets/caps.h"
#include "auditor/sheets/cell.h"
#include "auditor/sheets/package.h"

namespace periksa::sheets {

/// The part of the workbook, found by the relationships of the package, when it is an XLSX; else
/// the reason why it is none.
Result<std::string> xlsx_workbook_part(Package& package);

/// Reads all worksheets. `file` is the base name for `Sheet::file`.
Result<void> read_xlsx(Package& package, const std::string& file, const Caps& caps,
                       Handler& handler);

}  // namespace periksa::sheets
