// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace periksa::cli {

/// What the summary of several filings is called in a folder, without its ending.
inline constexpr const char* kSummaryName = "summary";

/// What a filing among several is called.
struct DocumentName {
  std::string shown;     ///< "berkas.xml"; where several are called so, "utara/berkas.xml"
  std::string document;  ///< of its own documents, without their ending: "berkas", "utara-berkas"
};

/// A name for each path, in the order of the paths: the base name; equal names get as many of their
/// folders in front as tell them apart, and a number where none does. Documents have names of their
/// own, none of them "summary" and none with a slash, so that each stands in the folder it is
/// written to. The same paths have the same names.
std::vector<DocumentName> document_names(const std::vector<std::filesystem::path>& paths);

}  // namespace periksa::cli
