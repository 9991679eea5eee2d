// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace periksa::intake {

/// In what form a filing can stand on a disk. `csv_folder` is a folder, the others are files.
enum class FilingForm : std::uint8_t { xml, workbook, csv_folder, json };

/// The form of the filing at this path, or nothing if what stands there is none. Told by the name's
/// ending and by what the file begins with, whether or not the rest can be read as a filing: who
/// reads it tells what is wrong with it. A file that has the ending of a form but cannot be opened
/// counts as one, so that it is refused aloud and not left out in silence. Links are followed;
/// never opened is what is no regular file or folder. Today only `xml` is looked for: an ending
/// .xml in any case, and the root `<filing>`.
std::optional<FilingForm> filing_form(const std::filesystem::path& path);

/// The one place that decides what a search of folders takes for a filing.
bool is_filing(const std::filesystem::path& path);

}  // namespace periksa::intake
