// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "auditor/base/diagnostic.h"
#include "reports/html_folder.h"

namespace periksa::cli {

/// The folder that takes the place of a page too large: "laporan" of "laporan.html"; what ends with
/// a slash is a folder as it is.
std::filesystem::path page_folder_of(const std::string& file);

/// A folder of pages, written under a hidden name beside its own and exchanged on `commit`: whoever
/// looks sees the old one or the whole new one. It replaces nothing but a folder of pages, and that
/// only where nothing else lies in it. Without `commit` nothing is left.
class PageFolder : public reports::PageStore {
 public:
  static Result<PageFolder> create(const std::filesystem::path& path);

  PageFolder(PageFolder&& other) noexcept;
  PageFolder& operator=(PageFolder&&) = delete;
  ~PageFolder() override;

  Result<void> put(const std::string& name, std::string_view html) override;
  Result<std::string> get(const std::string& name) override;
  Result<void> commit();

 private:
  PageFolder(std::filesystem::path path, std::filesystem::path temporary);

  std::filesystem::path path_;
  std::filesystem::path temporary_;  // empty once it has its name
};

}  // namespace periksa::cli
