// SPDX-License-Identifier: Apache-2.0
#include "auditor/packs/pack.h"

#include <algorithm>
#include <utility>

#include "auditor/packs/container.h"
#include "auditor/packs/contents.h"
#include "auditor/packs/new_folder.h"
#include "auditor/packs/papers.h"
#include "auditor/packs/redaction.h"
#include "auditor/packs/sealed_stream.h"
#include "auditor/results/slice.h"

namespace periksa::packs {
namespace {

namespace fs = std::filesystem;

/// An edition ready to be written.
struct Edition {
  Manifest manifest;
  Contents contents;
  std::vector<PackedPaper> papers;
};

Result<Edition> edition(const results::Results& results, const char* name, const Order& order,
                        std::vector<PackedPaper> papers) {
  const bool named = std::string_view(name) == "sealed";
  auto contents = contents_of(results, named, order.language, order.templates);
  if (!contents) return std::unexpected(contents.error());
  Edition out{manifest_of(results, name, order.language), std::move(*contents), std::move(papers)};
  out.manifest.with_sensitive = named || order.with_sensitive;
  out.manifest.files = listed(out.contents);
  for (const PackedPaper& paper : out.papers) out.manifest.files.push_back(paper.file);
  std::ranges::sort(out.manifest.files, {}, &PackFile::name);
  out.manifest.content_sha256 = content_sha256(out.manifest.files);
  return out;
}

/// Manifest and signature stand before what they speak of.
std::vector<std::pair<std::string, std::string>> heads(const Edition& edition,
                                                       const SigningKey* key) {
  std::string manifest = render_manifest(edition.manifest);
  std::vector<std::pair<std::string, std::string>> out;
  const std::string signature = key == nullptr ? std::string() : sign_manifest(manifest, *key);
  out.emplace_back(kManifest, std::move(manifest));
  if (key != nullptr) out.emplace_back(kSignature, signature);
  return out;
}

Result<NewFolder> write_redacted(const Edition& edition, const Order& order, const fs::path& path) {
  auto folder = NewFolder::create(path);
  if (!folder) return folder;
  for (const auto& [name, text] : heads(edition, order.key)) {
    if (auto written = folder->write(name, text); !written) return std::unexpected(written.error());
  }
  for (const auto& [name, text] : edition.contents) {
    if (auto written = folder->write(name, text); !written) return std::unexpected(written.error());
  }
  return folder;
}

Result<SealedWriter> write_sealed(const Edition& edition, const Order& order,
                                  const fs::path& path) {
  const auto first = heads(edition, order.key);
  std::uint64_t total = kEndSize;
  for (const auto& [name, text] : first) total += entry_size(name, text.size());
  for (const PackFile& file : edition.manifest.files) total += entry_size(file.name, file.bytes);
  auto writer = SealedWriter::create(path, *order.sealing->passphrase, order.sealing->cost, total);
  if (!writer) return writer;
  const auto add = [&](const std::string& name, const std::string& text) {
    writer->add(entry_head(name, text.size()));
    writer->add(text);
  };
  for (const auto& [name, text] : first) add(name, text);
  for (const auto& [name, text] : edition.contents) add(name, text);
  for (const PackedPaper& paper : edition.papers) {
    writer->add(entry_head(paper.file.name, paper.file.bytes));
    const auto read = read_paper(paper, [&](std::string_view piece) { writer->add(piece); });
    if (!read) return std::unexpected(read.error());
  }
  writer->add(container_end());
  return writer;
}

std::unexpected<Diagnostics> taken(const fs::path& path) {
  return fail({path.string()},
              {"nama ini sudah dipakai dan tidak akan ditimpa; pindahkan yang lama atau pilih "
               "folder lain",
               "this name is taken and is not overwritten; move the old one or choose another "
               "folder"});
}

/// Nothing can be sealed that is not there any more.
Result<void> check(const Order& order) {
  if (!order.sealing || !order.results->secrets.empty()) return {};
  return fail({}, {"berkas hasil ini tidak memuat bagian pribadi, jadi tidak ada yang dapat "
                   "ditutup; pakailah hasil audit yang lengkap",
                   "this results document has no private section, so there is nothing to seal; "
                   "use the full results of the audit"});
}

Result<results::Results> scope_of(const Order& order) {
  if (order.worker.empty()) return *order.results;
  return results::slice(*order.results, order.worker);
}

}  // namespace

Result<Made> make_pack(const Order& order) {
  if (auto good = check(order); !good) return std::unexpected(good.error());
  const auto full = scope_of(order);
  if (!full) return std::unexpected(full.error());
  const std::string name = order.worker.empty() ? "case" : order.worker;
  Made made;
  made.redacted = order.out / (name + "-redacted");
  auto shown = edition(for_passing_on(*full, order.with_sensitive), "redacted", order, {});
  if (!shown) return std::unexpected(shown.error());
  made.redacted_content = shown->manifest.content_sha256;
  std::optional<SealedWriter> sealed;
  if (order.sealing) {
    made.sealed = order.out / (name + "-sealed.periksa");
    std::error_code error;
    if (fs::symlink_status(made.sealed, error).type() != fs::file_type::not_found)
      return taken(made.sealed);
    std::vector<PackedPaper> papers;
    if (order.sealing->documents) {
      auto found = find_papers(*full, *order.sealing->documents);
      if (!found) return std::unexpected(found.error());
      papers = std::move(*found);
    }
    made.papers = papers.size();
    auto secret = edition(*full, "sealed", order, std::move(papers));
    if (!secret) return std::unexpected(secret.error());
    made.sealed_content = secret->manifest.content_sha256;
    shown->manifest.other_edition = made.sealed_content;
    secret->manifest.other_edition = made.redacted_content;
    fs::create_directories(order.out, error);
    auto writer = write_sealed(*secret, order, made.sealed);
    if (!writer) return std::unexpected(writer.error());
    sealed.emplace(std::move(*writer));
  }
  auto folder = write_redacted(*shown, order, made.redacted);
  if (!folder) return std::unexpected(folder.error());
  if (sealed) {
    if (auto done = sealed->commit(); !done) return std::unexpected(done.error());
  }
  auto done = folder->commit(NewFolder::Readers::all);
  if (done) return made;
  std::error_code error;
  if (sealed) fs::remove(made.sealed, error);
  return std::unexpected(done.error());
}

}  // namespace periksa::packs
