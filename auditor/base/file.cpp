// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace periksa {
namespace {

constexpr std::size_t kBuffer = std::size_t{1} << 18;
constexpr std::size_t kBlock = std::size_t{1} << 16;

std::unexpected<Diagnostics> refuse(const std::filesystem::path& path, int error, bool reading) {
  const char* why = std::strerror(error);
  if (reading) {
    return fail({path.string()},
                {fmt::format("berkas tidak dapat dibaca ({}); periksa nama dan izin aksesnya", why),
                 fmt::format("the file cannot be read ({}); check its name and permissions", why)});
  }
  return fail(
      {path.string()},
      {fmt::format("berkas tidak dapat ditulis ({}); periksa folder, izin dan ruang cakram", why),
       fmt::format(
           "the file cannot be written ({}); check the folder, its permissions and the free space",
           why)});
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::size_t cap) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return refuse(path, errno, true);
  std::string text;
  std::array<char, kBlock> block;
  ssize_t n = 0;
  while ((n = ::read(descriptor, block.data(), block.size())) > 0) {
    text.append(block.data(), static_cast<std::size_t>(n));
    if (text.size() > cap) break;
  }
  const int error = errno;
  ::close(descriptor);
  if (n < 0) return refuse(path, error, true);
  if (text.size() > cap) {
    return fail({path.string()}, {fmt::format("berkas lebih besar daripada batas {} bita", cap),
                                  fmt::format("the file is larger than the cap of {} bytes", cap)});
  }
  return text;
}

int take_new_name(const std::filesystem::path& from, const std::filesystem::path& name) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, name.c_str(), RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  // Not every file system knows how to. A folder takes no name but that of an empty folder anyway.
  struct stat is{};
  if (::lstat(from.c_str(), &is) == 0 && S_ISDIR(is.st_mode))
    return ::rename(from.c_str(), name.c_str()) == 0 ? 0 : errno;
  if (::link(from.c_str(), name.c_str()) != 0) return errno;
  ::unlink(from.c_str());
  return 0;
}

std::unexpected<Diagnostics> name_is_taken(const std::filesystem::path& path) {
  return fail({path.string()},
              {"nama ini sudah dipakai dan tidak akan ditimpa; pindahkan yang lama atau pilih "
               "nama lain",
               "this name is taken and is not overwritten; move the old one or choose another "
               "name"});
}

AtomicFile::AtomicFile(std::filesystem::path path, std::filesystem::path temporary, int descriptor,
                       Existing existing)
    : path_(std::move(path)),
      temporary_(std::move(temporary)),
      descriptor_(descriptor),
      existing_(existing) {}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : path_(std::move(other.path_)),
      temporary_(std::move(other.temporary_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      existing_(other.existing_),
      error_(other.error_),
      buffer_(std::move(other.buffer_)) {}

AtomicFile::~AtomicFile() {
  if (descriptor_ < 0) return;
  ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

Result<AtomicFile> AtomicFile::create(const std::filesystem::path& path, Existing existing) {
  struct stat there{};
  if (existing == Existing::kept && ::lstat(path.c_str(), &there) == 0) return name_is_taken(path);
  if (existing == Existing::replaced && ::stat(path.c_str(), &there) == 0 &&
      !S_ISREG(there.st_mode)) {
    const int device = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);  // a folder refuses this
    if (device < 0) return refuse(path, errno, false);
    return AtomicFile(path, {}, device, existing);
  }
  std::string name = path.string() + ".XXXXXX";
  const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor < 0) return refuse(path, errno, false);
  return AtomicFile(path, name, descriptor, existing);
}

void AtomicFile::write(std::string_view bytes) {
  buffer_ += bytes;
  if (buffer_.size() >= kBuffer) flush();
}

void AtomicFile::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty() && error_ == 0) {
    const ssize_t n = ::write(descriptor_, rest.data(), rest.size());
    if (n >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(n));
    } else if (errno != EINTR) {
      error_ = errno;
    }
  }
  buffer_.clear();
}

Result<void> AtomicFile::finish() {
  flush();
  if (!temporary_.empty()) {
    // mkostemp makes files private; an output is as readable as the user's umask says.
    const mode_t mask = ::umask(0);
    ::umask(mask);
    if (error_ == 0 && ::fchmod(descriptor_, 0666U & ~mask) != 0) error_ = errno;
    if (error_ == 0 && ::fsync(descriptor_) != 0) error_ = errno;
  }
  if (error_ != 0) return refuse(path_, error_, false);
  return {};
}

Result<void> AtomicFile::commit() {
  if (auto finished = finish(); !finished) return finished;
  int error = 0;
  if (existing_ == Existing::kept) {
    error = take_new_name(temporary_, path_);
  } else if (!temporary_.empty() && ::rename(temporary_.c_str(), path_.c_str()) != 0) {
    error = errno;
  }
  if (existing_ == Existing::kept && error == EEXIST) return name_is_taken(path_);
  if (error != 0) return refuse(path_, error, false);
  ::close(std::exchange(descriptor_, -1));
  return {};
}

}  // namespace periksa
