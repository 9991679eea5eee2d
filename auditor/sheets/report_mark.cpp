// SPDX-License-Identifier: Apache-2.0
#include "auditor/sheets/report_mark.h"

#include <zip.h>

#include <memory>
#include <string>

#include "auditor/base/report_mark.h"

namespace periksa::sheets {
namespace {

/// Ours are a tenth of it.
constexpr std::size_t kMost = std::size_t{8} << 10;

}  // namespace

bool is_report(const std::filesystem::path& path) {
  const std::unique_ptr<zip_t, void (*)(zip_t*)> book(zip_open(path.c_str(), ZIP_RDONLY, nullptr),
                                                      [](zip_t* open) {
                                                        if (open != nullptr) zip_discard(open);
                                                      });
  if (book == nullptr) return false;
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> part(
      zip_fopen(book.get(), "docProps/core.xml", 0), zip_fclose);
  if (part == nullptr) return false;
  std::string text(kMost, '\0');
  const auto size = zip_fread(part.get(), text.data(), text.size());
  if (size <= 0) return false;
  text.resize(static_cast<std::size_t>(size));
  return text.contains(std::string("<cp:category>") + kReportCategory + "</cp:category>");
}

}  // namespace periksa::sheets
