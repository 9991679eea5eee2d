// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/input.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "auditor/intake/messages.h"

namespace periksa::intake {

Result<ReadBytes> bytes_of_file(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return fail({path.string()}, say::cannot_read(errno));
  const std::shared_ptr<void> closer(nullptr, [=](void*) { ::close(descriptor); });
  return [=](char* into, std::size_t size) -> std::ptrdiff_t {
    (void)closer;
    ssize_t n = 0;
    do {
      n = ::read(descriptor, into, size);
    } while (n < 0 && errno == EINTR);
    return n < 0 ? -errno : n;
  };
}

ReadBytes bytes_of_text(std::string_view text) {
  return [text](char* into, std::size_t size) mutable {
    const std::string_view piece = text.substr(0, size);
    std::memcpy(into, piece.data(), piece.size());
    text.remove_prefix(piece.size());
    return static_cast<std::ptrdiff_t>(piece.size());
  };
}

facts::Spot behind(facts::Spot spot, std::string_view bytes) {
  for (;;) {
    const auto end = bytes.find('\n');
    if (end == std::string_view::npos) break;
    ++spot.line;
    spot.column = 1;
    bytes.remove_prefix(end + 1);
  }
  spot.column += static_cast<std::uint32_t>(bytes.size());
  return spot;
}

Input::Input(ReadBytes read, std::size_t window, std::uint64_t cap)
    : read_(std::move(read)),
      cap_(cap),
      buffer_(std::make_shared_for_overwrite<char[]>(window)),
      capacity_(window),
      window_(window) {}

void Input::consume(std::size_t length) {
  spot_ = behind(spot_, rest().substr(0, length));
  begin_ += length;
}

Input::Buffer Input::lend() {
  lent_ = true;
  return buffer_;
}

/// The unread bytes go to the front of a buffer that has at least half a window behind them.
void Input::make_room() {
  const std::string_view unread = rest();
  const std::size_t needed = std::max(window_, 2 * unread.size());
  if (lent_ || needed > capacity_) {
    Buffer fresh = std::make_shared_for_overwrite<char[]>(needed);
    std::memcpy(fresh.get(), unread.data(), unread.size());
    buffer_ = std::move(fresh);
    capacity_ = needed;
    lent_ = false;
  } else {
    std::memmove(buffer_.get(), unread.data(), unread.size());
  }
  end_ = unread.size();
  begin_ = 0;
}

void Input::read_full() {
  while (end_ < capacity_ && !too_large()) {
    const std::ptrdiff_t n = read_(buffer_.get() + end_, capacity_ - end_);
    if (n < 0) error_ = static_cast<int>(-n);
    if (n <= 0) return;
    sha_.add({buffer_.get() + end_, static_cast<std::size_t>(n)});
    total_ += static_cast<std::uint64_t>(n);
    end_ += static_cast<std::size_t>(n);
  }
}

bool Input::refill() {
  if (error_ != 0 || too_large()) return false;
  make_room();
  const std::size_t before = end_;
  read_full();
  return end_ > before && error_ == 0 && !too_large();
}

}  // namespace periksa::intake
