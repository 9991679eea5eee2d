// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "auditor/base/diagnostic.h"
#include "auditor/sheets/caps.h"
#include "auditor/sheets/cell.h"
#include "auditor/sheets/package.h"

namespace periksa::sheets {

/// Whether the package is an OpenDocument spreadsheet; the reason when it is another OpenDocument
/// or encrypted.
Result<bool> is_ods(Package& package);

/// Reads all tables. `file` is the base name for `Sheet::file`.
Result<void> read_ods(Package& package, const std::string& file, const Caps& caps,
                      Handler& handler);

}  // namespace periksa::sheets
