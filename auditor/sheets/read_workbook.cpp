// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "auditor/base/sha256.h"
#include "auditor/sheets/csv_file.h"
#include "auditor/sheets/messages.h"
#include "auditor/sheets/ods.h"
#include "auditor/sheets/package.h"
#include "auditor/sheets/sheets.h"
#include "auditor/sheets/xlsx.h"

namespace periksa::sheets {
namespace {

namespace fs = std::filesystem;
using namespace std::string_view_literals;

constexpr std::size_t kReadAtOnce = std::size_t{1} << 16;
constexpr std::size_t kLooked = 4096;  // bytes that tell text from anything else

/// A file read from its beginning, piece by piece.
class Bytes {
 public:
  explicit Bytes(const fs::path& path) : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (descriptor_ < 0) error_ = errno;
  }
  ~Bytes() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  Bytes(const Bytes&) = delete;
  Bytes& operator=(const Bytes&) = delete;

  /// Empty at the end and after an error.
  std::string_view next() {
    if (descriptor_ < 0) return {};
    const auto n = ::read(descriptor_, block_.data(), block_.size());
    if (n < 0) error_ = errno;
    return {block_.data(), n < 0 ? 0 : static_cast<std::size_t>(n)};
  }
  int error() const { return error_; }

 private:
  int descriptor_;
  int error_ = 0;
  std::array<char, kReadAtOnce> block_;
};

/// What the first bytes of a file say it is, or why it is no workbook.
enum class Look : std::uint8_t { zip, text };

std::expected<Look, Bilingual> look(std::string_view start) {
  if (start.empty()) return std::unexpected(say::empty_file());
  if (start.starts_with("PK\x03\x04") || start.starts_with("PK\x05\x06")) return Look::zip;
  if (start.starts_with("\xD0\xCF\x11\xE0")) return std::unexpected(say::locked_or_old());
  if (start.starts_with("%PDF")) return std::unexpected(say::not_a_workbook("PDF"));
  // What is not the UTF-8 it should be is told where it is read, with line and column.
  if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF")) return Look::text;
  if (start.substr(0, kLooked).contains('\0')) return std::unexpected(say::not_a_workbook(""));
  if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
  const auto first = start.find_first_not_of(" \t\r\n");
  if (first != start.npos && start[first] == '<') return std::unexpected(say::markup());
  return Look::text;
}

bool has_suffix_csv(const fs::path& path) {
  const std::string suffix = path.extension().string();
  return suffix.size() == 4 && suffix[0] == '.' && (suffix[1] | 0x20) == 'c' &&
         (suffix[2] | 0x20) == 's' && (suffix[3] | 0x20) == 'v';
}

/// The CSV files of a folder by name; hidden ones are none. A folder read half is no filing.
Result<std::vector<fs::path>> csv_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::end(entry);
       entry.increment(error)) {
    const bool hidden = entry->path().filename().string().starts_with('.');
    if (!hidden && has_suffix_csv(entry->path())) files.push_back(entry->path());
  }
  if (error) return fail({folder.string()}, say::cannot_read(error.value()));
  std::ranges::sort(files);
  return files;
}

enum class Form : std::uint8_t { xlsx, ods };

Result<Form> form_of_package(Package& package) {
  const auto ods = is_ods(package);
  if (!ods) return std::unexpected(ods.error());
  if (*ods) return Form::ods;
  if (!package.has("[Content_Types].xml") || !package.has("_rels/.rels"))
    return package.fail(say::not_a_workbook("ZIP"));
  const auto part = xlsx_workbook_part(package);
  if (!part) return std::unexpected(part.error());
  return Form::xlsx;
}

Result<std::vector<ReadFile>> read_package(const fs::path& path, const Caps& caps,
                                           Handler& handler) {
  auto package = Package::open(path, caps);
  if (!package) return std::unexpected(package.error());
  const auto form = form_of_package(*package);
  if (!form) return std::unexpected(form.error());
  const std::string file = path.filename().string();
  const auto read = *form == Form::ods ? read_ods(*package, file, caps, handler)
                                       : read_xlsx(*package, file, caps, handler);
  if (!read) return std::unexpected(read.error());
  return std::vector<ReadFile>{{file, package->sha256()}};
}

/// One CSV file as one sheet.
Result<ReadFile> read_csv_file(const fs::path& path, const Caps& caps, SheetRows::Total& total,
                               Handler& handler) {
  const std::string file = path.filename().string();
  handler.sheet({path.stem().string(), file, false});
  SheetRows rows(handler, caps, total);
  CsvSheetReader reader(caps, rows);
  Bytes bytes(path);
  Sha256 sha;
  std::uint64_t size = 0;
  for (bool last = false; !last;) {
    const auto piece = bytes.next();
    if (bytes.error() != 0) return fail({path.string()}, say::cannot_read(bytes.error()));
    size += piece.size();
    if (size > caps.file) return fail({path.string()}, say::file_too_large(caps.file));
    last = piece.empty();
    sha.add(piece);
    auto fed = reader.feed(piece, last);
    if (fed) continue;
    for (auto& problem : fed.error()) problem.at.file = path.string();
    return std::unexpected(std::move(fed.error()));
  }
  rows.end();
  return ReadFile{file, sha.hex()};
}

Result<std::vector<ReadFile>> read_folder(const fs::path& folder, const Caps& caps,
                                          Handler& handler) {
  const auto files = csv_files(folder);
  if (!files) return std::unexpected(files.error());
  if (files->empty()) return fail({folder.string()}, say::is_folder_without_csv());
  if (files->size() > caps.sheets)
    return fail({folder.string()}, say::too_many_sheets(caps.sheets));
  std::vector<ReadFile> all;
  std::vector<std::string> names;
  SheetRows::Total total;
  for (const auto& path : *files) {
    // A folder received from others may hold a link to what is not theirs.
    std::error_code error;
    const auto status = fs::symlink_status(path, error);
    if (error) return fail({path.string()}, say::cannot_read(error.value()));
    if (!fs::is_regular_file(status))
      return fail({path.string()}, say::is_link(path.filename().string()));
    if (std::ranges::find(names, path.stem().string()) != names.end())
      return fail({path.string()}, say::same_sheet_name(path.stem().string()));
    names.push_back(path.stem().string());
    auto read = read_csv_file(path, caps, total, handler);
    if (!read) return std::unexpected(std::move(read.error()));
    all.push_back(std::move(*read));
  }
  return all;
}

}  // namespace

Result<std::vector<ReadFile>> read_workbook(const fs::path& path, const Caps& caps,
                                            Handler& handler) {
  std::error_code error;
  if (fs::is_directory(path, error)) return read_folder(path, caps, handler);
  Bytes bytes(path);
  const auto seen = look(bytes.next());
  if (bytes.error() != 0) return fail({path.string()}, say::cannot_read(bytes.error()));
  if (!seen) return fail({path.string()}, seen.error());
  if (*seen == Look::zip) return read_package(path, caps, handler);
  SheetRows::Total total;
  auto read = read_csv_file(path, caps, total, handler);
  if (!read) return std::unexpected(std::move(read.error()));
  return std::vector<ReadFile>{std::move(*read)};
}

}  // namespace periksa::sheets
