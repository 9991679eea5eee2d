// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace periksa::forms {

/// In what form a filing can stand on a disk. `csv_folder` is a folder, the others are files.
enum class FilingForm : std::uint8_t { xml, workbook, csv_folder, json, case_sheet };

/// The form of the filing at this path, or nothing if what stands there is none. Told by the name's
/// ending and by what the file begins with, whether or not the rest can be read as a filing: who
/// reads it tells what is wrong with it. A file that has the ending of a form but cannot be opened
/// counts as one, so that it is refused aloud and not left out in silence. Links are followed;
/// never opened is what is no regular file or folder. XML by its root `<filing>` or `<case>`, a
/// workbook by its ending, save those in which this program tells findings, JSON by its first
/// brace, a folder by its sheet `filing.csv`
/// (`berkas.csv`).
std::optional<FilingForm> filing_form(const std::filesystem::path& path);

/// The name of the root of an XML file as a lenient reader finds it; empty if there is none.
std::string xml_root(const std::filesystem::path& path);

/// The one place that decides what a search of folders takes for a filing.
bool is_filing(const std::filesystem::path& path);

}  // namespace periksa::forms
