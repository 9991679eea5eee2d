// SPDX-License-Identifier: Apache-2.0
#include "auditor/packs/papers.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <map>

#include "auditor/base/descriptor.h"
#include "auditor/base/sha256.h"
#include "auditor/base/shown.h"

namespace periksa::packs {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBlock = std::size_t{1} << 16;

std::unexpected<Diagnostics> changed(const PackedPaper& paper) {
  return fail({paper.at.string()},
              {fmt::format("berkas ini ({}) bukan lagi yang diperiksa: SHA-256-nya lain; ambil "
                           "berkas asalnya, atau periksa ulang dengan `periksa audit`",
                           paper.file.name),
               fmt::format("this file ({}) is no longer the one that was audited: its SHA-256 "
                           "differs; take the original, or audit again with `periksa audit`",
                           paper.file.name)});
}

/// Regular files below the folder by their names in it.
Result<std::map<std::string, fs::path>> listing(const fs::path& folder) {
  std::map<std::string, fs::path> files;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    if (at->symlink_status(error).type() == fs::file_type::regular)
      files.emplace(at->path().lexically_relative(folder).generic_string(), at->path());
  }
  if (!error) return files;
  return fail({folder.string()},
              {"folder dokumen tidak dapat dibaca; periksa nama dan izin aksesnya",
               "the folder of papers cannot be read; check its name and permissions"});
}

Bilingual damaged() {
  return {"berkas hasil menyebut dokumen dengan kode yang tidak sah; isinya rusak",
          "the results document names a paper by a code that cannot be; it is damaged"};
}

/// "documents/D001.pdf"
std::string name_in_pack(const results::PaperRow& row) {
  std::string name = "documents/" + row.id;
  if (!row.kind.empty() && row.kind != "unknown") name += "." + row.kind;
  return name;
}

}  // namespace

Result<void> read_paper(const PackedPaper& paper,
                        const std::function<void(std::string_view)>& sink) {
  const Descriptor file(::open(paper.at.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  struct stat there{};
  const bool whole = file.number() >= 0 && ::fstat(file.number(), &there) == 0 &&
                     S_ISREG(there.st_mode) &&
                     static_cast<std::uint64_t>(there.st_size) == paper.file.bytes;
  Sha256 sha;
  std::uint64_t left = paper.file.bytes;
  std::array<char, kBlock> block;
  while (whole && left > 0) {
    const ssize_t n =
        ::read(file.number(), block.data(), std::min<std::uint64_t>(left, block.size()));
    if (n <= 0) break;
    left -= static_cast<std::uint64_t>(n);
    const std::string_view piece(block.data(), static_cast<std::size_t>(n));
    sha.add(piece);
    sink(piece);
  }
  if (!whole || left > 0 || sha.hex() != paper.file.sha256) return changed(paper);
  return {};
}

Result<std::vector<PackedPaper>> find_papers(const results::Results& results,
                                             const fs::path& folder) {
  if (!results.header.documents) {
    return fail(
        {folder.string()},
        {"hasil ini dibuat tanpa --documents, jadi tidak ada dokumen yang dapat dicocokkan; "
         "periksa ulang dengan `periksa audit … --documents`",
         "these results were made without --documents, so there is no paper to compare; "
         "audit again with `periksa audit … --documents`"});
  }
  const auto files = listing(folder);
  if (!files) return std::unexpected(files.error());
  std::vector<PackedPaper> papers;
  Diagnostics faults;
  const auto refuse = [&](Diagnostics found) {
    for (Diagnostic& one : found) faults.push_back(std::move(one));
  };
  for (const results::PaperRow& row : results.header.documents->files) {
    if (row.sha256.empty()) continue;  // there was nothing to read
    const auto name = results.secrets.find(row.secret);
    const std::string known = name == results.secrets.end() ? row.id : name->second.value;
    const auto at = files->find(known);
    if (at == files->end()) {
      refuse({{Diagnostic::Kind::error,
               {folder.string()},
               {fmt::format("dokumen {} (\"{}\") tidak ada di folder ini; lengkapi foldernya, atau "
                            "buat paket tanpa --documents",
                            row.id, shown(known)),
                fmt::format("document {} (\"{}\") is not in this folder; complete the folder, or "
                            "make the pack without --documents",
                            row.id, shown(known))}}});
      continue;
    }
    PackedPaper paper{{name_in_pack(row), row.bytes, row.sha256}, at->second};
    if (!is_pack_name(paper.file.name)) {
      refuse({{Diagnostic::Kind::error, {}, damaged()}});
      continue;
    }
    if (auto same = read_paper(paper, [](std::string_view) {}); !same) refuse(same.error());
    papers.push_back(std::move(paper));
  }
  if (!faults.empty()) return std::unexpected(std::move(faults));
  return papers;
}

}  // namespace periksa::packs
