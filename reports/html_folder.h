// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "auditor/base/diagnostic.h"
#include "auditor/results/results.h"
#include "reports/report_options.h"

namespace periksa::reports {

/// More findings than this are a folder of pages: one page would no longer open at once.
inline constexpr std::size_t kMostFindingsOnPage = 2000;
/// No page of a folder has more bytes.
inline constexpr std::size_t kMostBytesOfPage = 3'000'000;

constexpr bool needs_folder(std::size_t findings) {
  return findings > kMostFindingsOnPage;
}

/// The pages of a folder by name ("index.html", "article-003-2.html"), which `put` writes or
/// replaces and `get` gives back. Names hold letters, digits, `-` and `.` only.
class PageStore {
 public:
  virtual ~PageStore() = default;
  virtual Result<void> put(const std::string& name, std::string_view html) = 0;
  virtual Result<std::string> get(const std::string& name) = 0;
};

/// Whether a file of this name may be one of such a folder.
bool is_page_name(std::string_view name);

/// The report of write_html as a folder: "index.html", pages for each article, and pages for the
/// indexes, the rows and the texts. Holds one page at a time. Fails if templates or strings cannot
/// be read, or as the store does.
Result<void> write_html_folder(const results::Results& results, const ReportOptions& options,
                               PageStore& store);

}  // namespace periksa::reports
