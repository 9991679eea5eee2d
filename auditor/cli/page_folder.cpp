// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/page_folder.h"

#include <algorithm>
#include <system_error>

#include "auditor/base/file.h"

namespace periksa::cli {
namespace {

namespace fs = std::filesystem;

/// Nothing in it that could be anybody else's.
bool holds_pages_only(const fs::path& folder) {
  std::error_code error;
  if (!fs::is_directory(fs::symlink_status(folder, error))) return false;
  fs::directory_iterator entries(folder, error);
  return !error && std::all_of(begin(entries), end(entries), [](const fs::directory_entry& entry) {
    std::error_code unread;
    return entry.symlink_status(unread).type() == fs::file_type::regular &&
           reports::is_page_name(entry.path().filename().string());
  });
}

}  // namespace

fs::path page_folder_of(const std::string& file) {
  if (file.ends_with('/')) return fs::path(file).parent_path();
  const fs::path path(file);
  const std::string ending = path.extension().string();
  return ending == ".html" || ending == ".htm" ? fs::path(path).replace_extension() : path;
}

Result<PageFolder> PageFolder::create(const fs::path& path) {
  auto folder = NewFolder::create(path, &holds_pages_only);
  if (!folder) return std::unexpected(folder.error());
  return PageFolder(std::move(*folder));
}

Result<void> PageFolder::put(const std::string& name, std::string_view html) {
  return folder_.write(name, html);
}

Result<std::string> PageFolder::get(const std::string& name) {
  return read_file(folder_.place(name), std::size_t{1} << 30);
}

}  // namespace periksa::cli
