// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/filing_search.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>

#include "auditor/forms/case_sheet.h"
#include "auditor/forms/filing_form.h"
#include "auditor/forms/written_parts.h"

namespace periksa::forms {
namespace {

namespace fs = std::filesystem;

struct ByBytes {
  bool operator()(const fs::path& a, const fs::path& b) const { return a.native() < b.native(); }
};
using Paths = std::set<fs::path, ByBytes>;

Diagnostic unsearched(const fs::path& folder, const std::error_code& error) {
  const std::string why = error.message();
  return {Diagnostic::Kind::error,
          {folder.string()},
          {fmt::format("isi folder tidak dapat dibaca seluruhnya ({}); berkas di dalamnya mungkin "
                       "terlewat. Periksa izin aksesnya",
                       why),
           fmt::format("the folder cannot be read to its end ({}); filings in it may have been "
                       "missed. Check its permissions",
                       why)}};
}

/// What a search has met so far; sets, so that nothing depends on the order of the disk.
class Search {
 public:
  void name(const fs::path& path) {
    std::error_code error;
    const bool folder = fs::is_directory(path, error);
    if (folder) search(path);
    if (folder && !is_filing(path)) return;
    filings_.insert(path);
    named_.insert(path);
  }

  FoundFilings found() && {
    FoundFilings found;
    for (const auto& part : parts_of_cases()) filings_.erase(part);
    found.filings = once(filings_);
    found.left_out = once(left_out_);
    std::ranges::sort(unsearched_, {}, [](const Diagnostic& x) { return x.at.file; });
    found.unsearched = std::move(unsearched_);
    return found;
  }

 private:
  /// A folder that is a filing is searched too: its CSV files are its own, and whatever else lies
  /// in it is a filing or is left out, but never passed over in silence.
  void search(const fs::path& folder) {
    const bool own_sheets = is_filing(folder);
    std::error_code error;
    fs::directory_iterator at(folder, error);
    for (; !error && at != fs::directory_iterator(); at.increment(error)) {
      const bool hidden = at->path().filename().native().starts_with('.');
      const bool own = own_sheets && !hidden && ends_in(at->path().native(), ".csv");
      if (!own) look(*at);
    }
    if (error) unsearched_.push_back(unsearched(folder, error));
  }

  void look(const fs::directory_entry& entry) {
    std::error_code error;
    const bool folder = entry.is_directory(error);
    const bool linked_folder = folder && entry.is_symlink(error);
    const bool filing = !linked_folder && is_filing(entry.path());
    if (filing) filings_.insert(entry.path());
    if (folder && !linked_folder) {
      search(entry.path());
    } else if (!filing) {
      left_out_.insert(entry.path());
    }
  }

  /// The files that a case joins are no filings of their own, unless they were named.
  Paths parts_of_cases() const {
    Paths parts;
    for (const auto& path : filings_) {
      if (filing_form(path) != FilingForm::case_sheet) continue;
      const auto sheet = read_case_sheet(path);
      if (!sheet) continue;
      for (const auto& part : sheet->parts) parts.insert(path.parent_path() / part.file);
    }
    for (const auto& path : named_) parts.erase(path);
    return parts;
  }

  /// The paths without those that lead to what another has led to. What is not there is kept: the
  /// reader tells so.
  std::vector<fs::path> once(const Paths& paths) {
    std::vector<fs::path> kept;
    for (const auto& path : paths) {
      struct stat there{};
      const bool known = ::stat(path.c_str(), &there) == 0;
      if (!known || seen_.emplace(there.st_dev, there.st_ino).second) kept.push_back(path);
    }
    return kept;
  }

  Paths filings_;
  Paths named_;
  Paths left_out_;
  Diagnostics unsearched_;
  std::set<std::pair<dev_t, ino_t>> seen_;
};

}  // namespace

std::vector<fs::path> read_with(const fs::path& filing) {
  std::vector<fs::path> files;
  const auto form = filing_form(filing);
  std::error_code error;
  if (form == FilingForm::case_sheet) {
    const auto sheet = read_case_sheet(filing);
    if (!sheet) return files;
    const auto folder = filing.parent_path();
    for (const auto& part : sheet->parts) {
      files.push_back(folder / part.file);
      if (!part.map.empty()) files.push_back(folder / part.map);
      if (!fs::is_directory(folder / part.file, error)) continue;
      const auto sheets = read_with(folder / part.file);
      files.insert(files.end(), sheets.begin(), sheets.end());
    }
  } else if (fs::is_directory(filing, error)) {
    fs::directory_iterator at(filing, error);
    for (; !error && at != fs::directory_iterator(); at.increment(error)) {
      if (ends_in(at->path().native(), ".csv")) files.push_back(at->path());
    }
  }
  return files;
}

FoundFilings find_filings(const std::vector<fs::path>& paths) {
  Search search;
  for (const auto& path : paths) search.name(path);
  return std::move(search).found();
}

}  // namespace periksa::forms
