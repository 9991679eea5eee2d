// SPDX-License-Identifier: Apache-2.0
#include "auditor/packs/new_folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "auditor/base/file.h"

namespace periksa::packs {
namespace {

namespace fs = std::filesystem;

std::unexpected<Diagnostics> refuse(const fs::path& path, int error) {
  if (error == EEXIST || error == ENOTEMPTY) {
    return fail({path.string()},
                {"nama ini sudah dipakai dan tidak akan ditimpa; pindahkan yang lama atau pilih "
                 "folder lain",
                 "this name is taken and is not overwritten; move the old one or choose another "
                 "folder"});
  }
  const char* why = std::strerror(error);
  return fail(
      {path.string()},
      {fmt::format("folder tidak dapat dibuat ({}); periksa nama, izin dan ruang cakram", why),
       fmt::format("the folder cannot be made ({}); check its name, the permissions and "
                   "the free space",
                   why)});
}

}  // namespace

NewFolder::NewFolder(fs::path path, fs::path temporary)
    : path_(std::move(path)), temporary_(std::move(temporary)) {}
NewFolder::NewFolder(NewFolder&& other) noexcept
    : path_(std::move(other.path_)), temporary_(std::exchange(other.temporary_, fs::path())) {}

NewFolder::~NewFolder() {
  std::error_code error;
  if (!temporary_.empty()) fs::remove_all(temporary_, error);
}

Result<NewFolder> NewFolder::create(const fs::path& path) {
  std::error_code error;
  if (fs::symlink_status(path, error).type() != fs::file_type::not_found)
    return refuse(path, EEXIST);
  const fs::path parent = path.parent_path().empty() ? fs::path(".") : path.parent_path();
  fs::create_directories(parent, error);
  if (error) return refuse(parent, error.value());
  std::string name = (parent / ("." + path.filename().string() + ".XXXXXX")).string();
  if (::mkdtemp(name.data()) == nullptr) return refuse(path, errno);
  return NewFolder(path, name);
}

Result<void> NewFolder::write(const std::string& name, std::string_view text) const {
  std::error_code error;
  fs::create_directories(place(name).parent_path(), error);
  auto file = AtomicFile::create(place(name));
  if (!file) return std::unexpected(file.error());
  file->write(text);
  return file->commit();
}

Result<void> NewFolder::commit(Readers readers) {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  const bool hidden = readers == Readers::owner;
  if (!hidden && ::chmod(temporary_.c_str(), 0777U & ~mask) != 0) return refuse(path_, errno);
  if (::renameat2(AT_FDCWD, temporary_.c_str(), AT_FDCWD, path_.c_str(), RENAME_NOREPLACE) != 0)
    return refuse(path_, errno);
  temporary_.clear();
  return {};
}

}  // namespace periksa::packs
