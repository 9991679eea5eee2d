// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace periksa::sheets {

/// Whether an XLSX workbook says in its properties that this program wrote it to tell findings
/// (auditor/base/report_mark.h). False of what cannot be read. Looks at that one part only.
bool is_report(const std::filesystem::path& path);

}  // namespace periksa::sheets
