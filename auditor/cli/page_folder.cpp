// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/page_folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "auditor/base/file.h"

namespace periksa::cli {
namespace {

namespace fs = std::filesystem;

std::unexpected<Diagnostics> refuse(const fs::path& path, int error) {
  const char* why = std::strerror(error);
  return fail({path.string()},
              {fmt::format("folder laporan tidak dapat ditulis ({}); periksa nama, izin dan ruang "
                           "cakram",
                           why),
               fmt::format("the folder of the report cannot be written ({}); check its name, the "
                           "permissions and the free space",
                           why)});
}

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

PageFolder::PageFolder(fs::path path, fs::path temporary)
    : path_(std::move(path)), temporary_(std::move(temporary)) {}
PageFolder::PageFolder(PageFolder&& other) noexcept
    : path_(std::move(other.path_)), temporary_(std::exchange(other.temporary_, fs::path())) {}

PageFolder::~PageFolder() {
  std::error_code error;
  if (!temporary_.empty()) fs::remove_all(temporary_, error);
}

Result<PageFolder> PageFolder::create(const fs::path& path) {
  std::error_code error;
  const bool taken = fs::symlink_status(path, error).type() != fs::file_type::not_found;
  if (taken && !holds_pages_only(path)) {
    return fail(
        {path.string()},
        {"laporan ini menjadi folder, dan nama foldernya sudah dipakai untuk hal lain; beri "
         "nama lain",
         "this report is a folder, and the name of the folder is taken by something else; "
         "give it another name"});
  }
  const fs::path parent = path.parent_path().empty() ? fs::path(".") : path.parent_path();
  std::string name = (parent / ("." + path.filename().string() + ".XXXXXX")).string();
  if (::mkdtemp(name.data()) == nullptr) return refuse(path, errno);
  return PageFolder(path, name);
}

Result<void> PageFolder::put(const std::string& name, std::string_view html) {
  auto file = AtomicFile::create(temporary_ / name);
  if (!file) return std::unexpected(file.error());
  file->write(html);
  return file->commit();
}

Result<std::string> PageFolder::get(const std::string& name) {
  return read_file(temporary_ / name, std::size_t{1} << 30);
}

Result<void> PageFolder::commit() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  if (::chmod(temporary_.c_str(), 0777U & ~mask) != 0) return refuse(path_, errno);
  const auto rename = [&](unsigned flags) {
    return ::renameat2(AT_FDCWD, temporary_.c_str(), AT_FDCWD, path_.c_str(), flags) == 0;
  };
  if (rename(RENAME_NOREPLACE)) {
    temporary_.clear();
    return {};
  }
  // What was there before is under the hidden name then, and goes with it.
  if (errno == EEXIST && holds_pages_only(path_) && rename(RENAME_EXCHANGE)) return {};
  return refuse(path_, errno);
}

}  // namespace periksa::cli
