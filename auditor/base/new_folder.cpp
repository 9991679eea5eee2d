// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/new_folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "auditor/base/file.h"

namespace periksa {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMark = ".periksa.";  // before six signs that make the name unique
constexpr std::size_t kUnique = 6;

std::unexpected<Diagnostics> refuse(const fs::path& path, int error) {
  if (error == EEXIST || error == ENOTEMPTY) return name_is_taken(path);
  const char* why = std::strerror(error);
  return fail(
      {path.string()},
      {fmt::format("folder tidak dapat dibuat ({}); periksa nama, izin dan ruang cakram", why),
       fmt::format("the folder cannot be made ({}); check its name, the permissions and "
                   "the free space",
                   why)});
}

}  // namespace

NewFolder::NewFolder(fs::path path, fs::path temporary, Test replaceable)
    : path_(std::move(path)), temporary_(std::move(temporary)), replaceable_(replaceable) {}
NewFolder::NewFolder(NewFolder&& other) noexcept
    : path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, fs::path())),
      replaceable_(other.replaceable_) {}

NewFolder::~NewFolder() {
  std::error_code error;
  if (!temporary_.empty()) fs::remove_all(temporary_, error);
}

Result<NewFolder> NewFolder::create(const fs::path& path, Test replaceable) {
  std::error_code error;
  const bool taken = fs::symlink_status(path, error).type() != fs::file_type::not_found;
  if (taken && (replaceable == nullptr || !replaceable(path))) return refuse(path, EEXIST);
  const fs::path parent = path.parent_path().empty() ? fs::path(".") : path.parent_path();
  fs::create_directories(parent, error);
  if (error) return refuse(parent, error.value());
  const std::string own = fmt::format(".{}{}XXXXXX", path.filename().string(), kMark);
  std::string name = (parent / own).string();
  if (::mkdtemp(name.data()) == nullptr) return refuse(path, errno);
  return NewFolder(path, name, replaceable);
}

Diagnostics leftovers_beside(const fs::path& path) {
  Diagnostics found;
  std::error_code error;
  const fs::path parent = path.parent_path().empty() ? fs::path(".") : path.parent_path();
  for (fs::directory_iterator at(parent, error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    const bool ours = name.starts_with('.') && name.size() > kMark.size() + kUnique &&
                      name.substr(0, name.size() - kUnique).ends_with(kMark);
    if (!ours || at->symlink_status(error).type() != fs::file_type::directory) continue;
    found.push_back({Diagnostic::Kind::warning,
                     {at->path().string()},
                     {"folder tersembunyi ini ditinggalkan periksa yang terhenti di tengah jalan "
                      "dan mungkin memuat data pribadi; hapuslah bila tidak ada periksa lain yang "
                      "sedang menulis di sini",
                      "this hidden folder was left by a periksa that was interrupted and may hold "
                      "private data; delete it unless another periksa is writing here now"}});
  }
  std::ranges::sort(found, {}, [](const Diagnostic& x) { return x.at.file; });
  return found;
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
  const int error = take_new_name(temporary_, path_);
  if (error == EEXIST && replaceable_ != nullptr && replaceable_(path_)) {
    const char* const here = temporary_.c_str();
    if (::renameat2(AT_FDCWD, here, AT_FDCWD, path_.c_str(), RENAME_EXCHANGE) != 0)
      return refuse(path_, errno);
    return {};  // what was there before has the hidden name now, and goes with it
  }
  if (error != 0) return refuse(path_, error);
  temporary_.clear();
  return {};
}

}  // namespace periksa
