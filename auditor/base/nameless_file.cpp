// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/nameless_file.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace periksa {
namespace {

std::unexpected<Diagnostics> failed() {
  const char* const why = std::strerror(errno);
  return fail({}, {fmt::format("berkas sementara dalam memori tidak dapat dipakai ({}); beri ruang "
                               "memori lebih banyak",
                               why),
                   fmt::format("a temporary file in memory cannot be used ({}); make more memory "
                               "available",
                               why)});
}

}  // namespace

Result<NamelessFile> NamelessFile::create() {
  const int descriptor = ::memfd_create("periksa", MFD_CLOEXEC);
  if (descriptor < 0) return failed();
  return NamelessFile(descriptor);
}

NamelessFile::NamelessFile(NamelessFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

NamelessFile::~NamelessFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::filesystem::path NamelessFile::place() const {
  return fmt::format("/proc/self/fd/{}", descriptor_);
}

Result<void> NamelessFile::give(const std::function<void(std::string_view)>& sink) const {
  std::array<char, 1 << 16> piece{};
  for (::off_t at = 0;;) {
    const ::ssize_t n = ::pread(descriptor_, piece.data(), piece.size(), at);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return failed();
    if (n == 0) return {};
    sink({piece.data(), static_cast<std::size_t>(n)});
    at += n;
  }
}

}  // namespace periksa
