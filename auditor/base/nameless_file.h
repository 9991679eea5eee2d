// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

#include "auditor/base/diagnostic.h"

namespace periksa {

/// A file in memory that has a name in no folder, for a library that can only write to a file when
/// its bytes are to go elsewhere. Gone with the object, whatever ends the program.
class NamelessFile {
 public:
  static Result<NamelessFile> create();
  NamelessFile(NamelessFile&& other) noexcept;
  NamelessFile& operator=(NamelessFile&&) = delete;
  ~NamelessFile();

  /// Where the library may open it, as long as this lives.
  std::filesystem::path place() const;
  /// All that was written, piece by piece.
  Result<void> give(const std::function<void(std::string_view)>& sink) const;

 private:
  explicit NamelessFile(int descriptor) : descriptor_(descriptor) {}

  int descriptor_ = -1;
};

}  // namespace periksa
