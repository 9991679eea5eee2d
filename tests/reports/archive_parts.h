// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <zip.h>

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace periksa::test {

/// A file in an archive, unpacked.
struct ArchivePart {
  std::string name;
  std::string bytes;
  bool stored = false;  // not compressed
};

/// The parts of an archive (a workbook, a text document) in their order.
inline std::vector<ArchivePart> parts_of(const std::string& archive) {
  zip_error_t error;
  zip_source_t* source = zip_source_buffer_create(archive.data(), archive.size(), 0, &error);
  zip_t* zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  BOOST_REQUIRE(zip != nullptr);
  std::vector<ArchivePart> parts;
  for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); ++i) {
    zip_stat_t stat;
    const auto at = static_cast<zip_uint64_t>(i);
    BOOST_REQUIRE(zip_stat_index(zip, at, 0, &stat) == 0);
    ArchivePart part{stat.name, std::string(stat.size, '\0'), stat.comp_method == ZIP_CM_STORE};
    zip_file_t* file = zip_fopen_index(zip, at, 0);
    BOOST_REQUIRE(zip_fread(file, part.bytes.data(), part.bytes.size()) ==
                  static_cast<zip_int64_t>(part.bytes.size()));
    zip_fclose(file);
    parts.push_back(std::move(part));
  }
  zip_close(zip);
  return parts;
}

/// One of them; empty where there is none.
inline std::string part_of(const std::string& archive, std::string_view name) {
  for (auto& part : parts_of(archive)) {
    if (part.name == name) return std::move(part.bytes);
  }
  return {};
}

}  // namespace periksa::test
