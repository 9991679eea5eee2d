// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "auditor/base/diagnostic.h"
#include "auditor/base/new_folder.h"
#include "reports/html_folder.h"

namespace periksa::cli {

/// The folder that takes the place of a page too large: "laporan" of "laporan.html"; what ends with
/// a slash is a folder as it is.
std::filesystem::path page_folder_of(const std::string& file);

/// A folder of pages that takes its name whole. It replaces nothing but a folder of pages, and that
/// only where nothing else lies in it.
class PageFolder : public reports::PageStore {
 public:
  static Result<PageFolder> create(const std::filesystem::path& path);

  Result<void> put(const std::string& name, std::string_view html) override;
  Result<std::string> get(const std::string& name) override;
  Result<void> commit() { return folder_.commit(NewFolder::Readers::all); }

 private:
  explicit PageFolder(NewFolder&& folder) : folder_(std::move(folder)) {}

  NewFolder folder_;
};

}  // namespace periksa::cli
