// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "auditor/base/diagnostic.h"
#include "auditor/base/sha256.h"
#include "auditor/facts/facts.h"

namespace periksa::intake {

/// Fills a buffer: the number of bytes, 0 at the end, or a negative errno.
using ReadBytes = std::function<std::ptrdiff_t(char* into, std::size_t size)>;

/// The bytes of a file, which stays open as long as any copy of the function lives.
Result<ReadBytes> bytes_of_file(const std::filesystem::path& path);
/// The bytes of a text that outlives the function.
ReadBytes bytes_of_text(std::string_view text);

/// Where a spot moves to behind these bytes.
facts::Spot behind(facts::Spot spot, std::string_view bytes);

/// A file seen through a window that moves forward; knows line and column of what is unread and
/// feeds the hash of the whole.
class Input {
 public:
  using Buffer = std::shared_ptr<char[]>;

  Input(ReadBytes read, std::size_t window, std::uint64_t cap);

  /// The bytes in the window that are not consumed.
  std::string_view rest() const { return {buffer_.get() + begin_, end_ - begin_}; }
  facts::Spot spot() const { return spot_; }
  void consume(std::size_t length);

  /// Moves the window so that it shows more bytes behind the unread ones; false at the end of the
  /// file, above the cap or after a reading error. Views into the window are invalid afterwards,
  /// unless its buffer was lent.
  bool refill();

  /// The window's buffer; the next refill leaves it alone and takes another.
  Buffer lend();

  bool too_large() const { return total_ > cap_; }
  int error() const { return error_; }
  /// Of all that was read; call once, at the end.
  std::string sha256() { return sha_.hex(); }

 private:
  void make_room();
  void read_full();

  ReadBytes read_;
  std::uint64_t cap_;
  std::uint64_t total_ = 0;
  int error_ = 0;
  Buffer buffer_;
  std::size_t capacity_;
  std::size_t window_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool lent_ = false;
  facts::Spot spot_{1, 1};
  Sha256 sha_;
};

}  // namespace periksa::intake
