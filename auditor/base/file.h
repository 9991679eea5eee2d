// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "auditor/base/diagnostic.h"

namespace periksa {

/// The whole file, refused above `cap` bytes. Positions in errors carry `path` as given.
Result<std::string> read_file(const std::filesystem::path& path, std::size_t cap);

/// Gives a file or folder a name that must be free, and never replaces anything: 0, or an `errno`.
int take_new_name(const std::filesystem::path& from, const std::filesystem::path& name);

/// The refusal of a name that is not free.
std::unexpected<Diagnostics> name_is_taken(const std::filesystem::path& path);

/// An output written under a temporary name beside its own, synced and renamed on `commit`: whoever
/// looks sees the old file or the whole new one. Without `commit` the temporary file is removed.
/// What is no regular file (a device, a pipe) is written to as it is, never replaced.
class AtomicFile {
 public:
  /// What becomes of a file that has the name. Where it is kept, whatever it is, the output is
  /// refused, also when it came meanwhile.
  enum class Existing : unsigned char { replaced, kept };
  static Result<AtomicFile> create(const std::filesystem::path& path,
                                   Existing existing = Existing::replaced);

  AtomicFile(AtomicFile&& other) noexcept;
  AtomicFile& operator=(AtomicFile&&) = delete;
  ~AtomicFile();

  /// Appends; the first failure is remembered and told by `finish` and `commit`.
  void write(std::string_view bytes);
  /// Where a library that opens files by itself may write instead: into this file as it is, before
  /// `finish`. Of what is no regular file its own name.
  const std::filesystem::path& place() const { return temporary_.empty() ? path_ : temporary_; }
  /// Everything is on the disk, still under the temporary name.
  Result<void> finish();
  /// Finishes and takes the name.
  Result<void> commit();

 private:
  AtomicFile(std::filesystem::path path, std::filesystem::path temporary, int descriptor,
             Existing existing);
  void flush();

  std::filesystem::path path_;
  std::filesystem::path temporary_;
  int descriptor_ = -1;
  Existing existing_;
  int error_ = 0;
  std::string buffer_;
};

}  // namespace periksa
