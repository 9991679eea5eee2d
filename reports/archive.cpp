// SPDX-License-Identifier: Apache-2.0
#include "reports/archive.h"

#include <zip.h>

#include <memory>

namespace periksa::reports {
namespace {

constexpr zip_uint16_t kFirstDay = 0x21;  // 1 January 1980 as DOS counts

struct Free {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};

std::unexpected<Diagnostics> failed() {
  return fail({}, {"arsip tidak dapat dibuat; mungkin memori tidak cukup",
                   "the archive cannot be made; memory may be short"});
}

bool add(zip_t* archive, const ArchiveFile& file) {
  zip_source_t* bytes = zip_source_buffer(archive, file.bytes.data(), file.bytes.size(), 0);
  if (bytes == nullptr) return false;
  const auto index = zip_file_add(archive, file.name.c_str(), bytes, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(bytes);
    return false;
  }
  const auto at = static_cast<zip_uint64_t>(index);
  return zip_set_file_compression(archive, at, file.stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) ==
             0 &&
         zip_file_set_dostime(archive, at, 0, kFirstDay, 0) == 0;
}

}  // namespace

Result<std::string> zip_archive(const std::vector<ArchiveFile>& files) {
  std::unique_ptr<zip_source_t, Free> target(zip_source_buffer_create(nullptr, 0, 0, nullptr));
  if (!target) return failed();
  std::unique_ptr<zip_t, Discard> archive(
      zip_open_from_source(target.get(), ZIP_TRUNCATE, nullptr));
  if (!archive) return failed();
  zip_source_keep(target.get());  // the archive lets go of it; the bytes are read afterwards
  for (const auto& file : files) {
    if (!add(archive.get(), file)) return failed();
  }
  if (zip_close(archive.get()) != 0) return failed();
  archive.release();
  zip_stat_t stat;
  if (zip_source_stat(target.get(), &stat) != 0 || zip_source_open(target.get()) != 0)
    return failed();
  std::string bytes(stat.size, '\0');
  const auto read = zip_source_read(target.get(), bytes.data(), bytes.size());
  zip_source_close(target.get());
  if (read != static_cast<zip_int64_t>(bytes.size())) return failed();
  return bytes;
}

}  // namespace periksa::reports
