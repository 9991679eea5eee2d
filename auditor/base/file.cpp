// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
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

AtomicFile::AtomicFile(std::filesystem::path path, std::filesystem::path temporary, int descriptor)
    : path_(std::move(path)), temporary_(std::move(temporary)), descriptor_(descriptor) {}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : path_(std::move(other.path_)),
      temporary_(std::move(other.temporary_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      error_(other.error_),
      buffer_(std::move(other.buffer_)) {}

AtomicFile::~AtomicFile() {
  if (descriptor_ < 0) return;
  ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

Result<AtomicFile> AtomicFile::create(const std::filesystem::path& path) {
  struct stat there{};
  if (::stat(path.c_str(), &there) == 0 && !S_ISREG(there.st_mode)) {
    const int device = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);  // a folder refuses this
    if (device < 0) return refuse(path, errno, false);
    return AtomicFile(path, {}, device);
  }
  std::string name = path.string() + ".XXXXXX";
  const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor < 0) return refuse(path, errno, false);
  return AtomicFile(path, name, descriptor);
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
  const bool renamed = temporary_.empty() || ::rename(temporary_.c_str(), path_.c_str()) == 0;
  if (!renamed) return refuse(path_, errno, false);
  ::close(std::exchange(descriptor_, -1));
  return {};
}

}  // namespace periksa
