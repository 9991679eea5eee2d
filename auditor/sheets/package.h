// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/base/diagnostic.h"
#include "auditor/sheets/caps.h"
#include "auditor/sheets/xml_part.h"

struct zip;

namespace periksa::sheets {

/// The zip archive of a workbook, opened by its directory, which must agree with the headers of
/// the entries. Names are compared without regard to the case of ASCII letters, as packages want
/// it. Nothing is ever unpacked to a file.
class Package {
 public:
  /// Reads the whole file once for its hash.
  static Result<Package> open(const std::filesystem::path& path, const Caps& caps);

  const std::string& sha256() const { return sha256_; }
  bool has(std::string_view part) const;

  /// Unpacks a part piece by piece into its reader.
  Result<void> read(std::string_view part, PartReader& reader);
  Result<void> read(std::string_view part, PartSink& sink);
  /// The whole of a small part, at most `cap` bytes of it.
  Result<std::string> head(std::string_view part, std::size_t cap);

  /// Errors carry the file.
  std::unexpected<Diagnostics> fail(Bilingual text) const;

 private:
  struct Entry {
    std::uint64_t index;
    std::uint64_t packed;
    std::uint64_t unpacked;
    bool encrypted;
    bool known_method;
  };
  /// Takes a piece; false ends the reading.
  using Take = std::function<bool(std::size_t size, bool last)>;
  using Room = std::function<char*(std::size_t size)>;

  Package(std::string file, const Caps& caps, zip* archive);
  Result<void> list();
  Result<const Entry*> entry(std::string_view part) const;
  Result<void> unpack(std::string_view part, const Room& room, const Take& take);

  std::string file_;
  Caps caps_;
  std::unique_ptr<zip, void (*)(zip*)> archive_;
  std::map<std::string, Entry, std::less<>> entries_;
  std::string sha256_;
  std::uint64_t unpacked_ = 0;
};

}  // namespace periksa::sheets
