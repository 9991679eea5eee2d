// SPDX-License-Identifier: Apache-2.0
#include "auditor/packs/pack.h"

#include <algorithm>
#include <utility>

#include "auditor/base/new_folder.h"
#include "auditor/packs/container.h"
#include "auditor/packs/contents.h"
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
  const auto first = heads(edition, order.key);
  Contents all = edition.contents;
  all.insert(first.begin(), first.end());
  for (const auto& [name, text] : all) {
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

/// What there is to be packed, or why it cannot be.
Result<results::Results> scope_of(const Order& order) {
  if (order.sealing && order.results->secrets.empty()) {
    return fail({}, {"berkas hasil ini tidak memuat bagian pribadi, jadi tidak ada yang dapat "
                     "ditutup; pakailah hasil audit yang lengkap",
                     "this results document has no private section, so there is nothing to seal; "
                     "use the full results of the audit"});
  }
  if (!order.worker.empty()) return results::slice(*order.results, order.worker);
  const std::string& slice = order.results->header.slice;
  if (slice.empty() || is_pack_name(slice)) return *order.results;
  return fail({}, {"berkas hasil ini menyebut cakupan yang bukan kode pekerja; isinya rusak",
                   "this results document names a scope that is no worker's code; it is damaged"});
}

/// Both editions, ready and knowing each other.
struct Pair {
  Edition redacted;
  std::optional<Edition> sealed;
};

Result<Pair> editions(const Order& order) {
  const auto full = scope_of(order);
  if (!full) return std::unexpected(full.error());
  auto redacted = edition(for_passing_on(*full, order.with_sensitive), "redacted", order, {});
  if (!redacted) return std::unexpected(redacted.error());
  Pair pair{std::move(*redacted), {}};
  if (!order.sealing) return pair;
  std::vector<PackedPaper> papers;
  if (order.sealing->documents) {
    auto found = find_papers(*full, *order.sealing->documents);
    if (!found) return std::unexpected(found.error());
    papers = std::move(*found);
  }
  auto sealed = edition(*full, "sealed", order, std::move(papers));
  if (!sealed) return std::unexpected(sealed.error());
  sealed->manifest.other_edition = pair.redacted.manifest.content_sha256;
  pair.redacted.manifest.other_edition = sealed->manifest.content_sha256;
  pair.sealed.emplace(std::move(*sealed));
  return pair;
}

/// Everything stands beside its name before the first takes it.
Result<void> write(const Pair& pair, const Order& order, const Made& made) {
  auto folder = write_redacted(pair.redacted, order, made.redacted);
  if (!folder) return std::unexpected(folder.error());
  if (!pair.sealed) return folder->commit(NewFolder::Readers::all);
  auto sealed = write_sealed(*pair.sealed, order, made.sealed);
  if (!sealed) return std::unexpected(sealed.error());
  if (auto done = sealed->commit(); !done) return done;
  auto done = folder->commit(NewFolder::Readers::all);
  std::error_code error;
  if (!done) fs::remove(made.sealed, error);
  return done;
}

}  // namespace

std::expected<Made, PackFault> make_pack(const Order& order) {
  const auto pair = editions(order);
  if (!pair) return std::unexpected(PackFault{false, pair.error()});
  const std::string& name = pair->redacted.manifest.scope;
  Made made;
  made.redacted = order.out / (name + "-redacted");
  made.redacted_content = pair->redacted.manifest.content_sha256;
  if (pair->sealed) {
    made.sealed = order.out / (name + "-sealed.periksa");
    made.sealed_content = pair->sealed->manifest.content_sha256;
    made.papers = pair->sealed->papers.size();
  }
  if (auto written = write(*pair, order, made); !written)
    return std::unexpected(PackFault{true, written.error()});
  return made;
}

}  // namespace periksa::packs
