// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace periksa {

/// The category in the document properties of the workbooks that tell findings, by which a search
/// for filings passes them over.
inline constexpr const char* kReportCategory = "periksa-report";

}  // namespace periksa
