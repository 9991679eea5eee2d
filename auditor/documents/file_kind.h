// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace periksa::documents {

/// What a file is by its bytes, whatever its name says. CSV is text.
enum class FileKind : std::uint8_t {
  unknown,
  pdf,
  jpeg,
  png,
  tiff,
  heic,
  docx,
  xlsx,
  odt,
  ods,
  zip,
  xml,
  text
};

/// "pdf", "jpeg" …: the words of results.json.
std::string_view to_string(FileKind kind);

/// How many bytes of a file's beginning and of its end `kind_of` wants to see.
inline constexpr std::size_t kHead = 4096;
inline constexpr std::size_t kTail = std::size_t{1} << 16;

/// By the first and, of archives, the last bytes; of a file shorter than either both are all of it.
/// Nothing is unpacked.
FileKind kind_of(std::string_view head, std::string_view tail);

/// Whether the name's ending is one for such a file. A name without an ending claims nothing; of
/// bytes nobody knows, every ending is believed but those of the kinds above.
bool ending_fits(FileKind kind, std::string_view name);

}  // namespace periksa::documents
