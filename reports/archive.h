// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "auditor/base/diagnostic.h"

namespace periksa::reports {

/// A file inside an archive.
struct ArchiveFile {
  std::string name;
  std::string bytes;
  bool stored = false;  // as it is, not compressed
};

/// A ZIP archive of these files in this order. All bear one fixed time, so the same files give the
/// same bytes.
Result<std::string> zip_archive(const std::vector<ArchiveFile>& files);

}  // namespace periksa::reports
