// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <optional>

#include "auditor/base/file.h"
#include "auditor/base/sha256.h"
#include "auditor/packs/container.h"
#include "auditor/packs/new_folder.h"
#include "auditor/packs/verify_parts.h"

namespace periksa::packs {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLongestHead = std::uint64_t{64} << 20;

/// Takes a container's files as they come: the first ones are kept, all are hashed, and if there is
/// a folder, written.
class Entries {
 public:
  explicit Entries(NewFolder* folder) : folder_(folder) {}

  EntrySink sink() {
    return {[this](const std::string& name, std::uint64_t bytes) { return begin(name, bytes); },
            [this](std::string_view piece) { return take(piece); }, [this] { return end(); }};
  }

  const std::optional<std::string>& manifest() const { return manifest_; }
  const std::optional<std::string>& signature() const { return signature_; }
  const std::vector<PackFile>& files() const { return files_; }

 private:
  static std::unexpected<SealedFault> refuse(Bilingual text) {
    return std::unexpected(SealedFault{false, std::move(text)});
  }

  Unsealed<void> begin(const std::string& name, std::uint64_t bytes) {
    current_ = {name, bytes, {}};
    kept_ = nullptr;
    if (name == kManifest) kept_ = &manifest_.emplace();
    if (name == kSignature) kept_ = &signature_.emplace();
    if (kept_ != nullptr && bytes > kLongestHead) {
      return refuse({"manifes di dalam edisi ini terlalu besar",
                     "the manifest in this edition is too large"});
    }
    if (folder_ == nullptr) return {};
    std::error_code error;
    fs::create_directories(folder_->place(name).parent_path(), error);
    auto file = AtomicFile::create(folder_->place(name));
    if (!file) return refuse(file.error().front().text);
    file_.emplace(std::move(*file));
    return {};
  }
  Unsealed<void> take(std::string_view piece) {
    sha_.add(piece);
    if (kept_ != nullptr) *kept_ += piece;
    if (file_) file_->write(piece);
    return {};
  }
  Unsealed<void> end() {
    current_.sha256 = sha_.hex();
    if (kept_ == nullptr) files_.push_back(current_);
    if (!file_) return {};
    const auto done = file_->commit();
    file_.reset();
    if (!done) return refuse(done.error().front().text);
    return {};
  }

  NewFolder* folder_;
  std::optional<AtomicFile> file_;
  std::optional<std::string> manifest_;
  std::optional<std::string> signature_;
  std::string* kept_ = nullptr;
  std::vector<PackFile> files_;
  PackFile current_;
  Sha256 sha_;
};

void tell(const SealedFault& fault, Verification& into) {
  if (fault.unreadable) return into.unreadable(fault.text);
  into.wrong(fault.text);
}

}  // namespace

Verification verify_sealed(const fs::path& file, const SecretBytes& passphrase,
                           const std::optional<PublicKey>& key,
                           const std::optional<fs::path>& open_into) {
  Verification out;
  auto reader = SealedReader::open(file, passphrase);
  if (!reader) {
    tell(reader.error(), out);
    return out;
  }
  std::optional<NewFolder> folder;
  if (open_into) {
    auto made = NewFolder::create(*open_into);
    if (!made) {
      out.unreadable(made.error().front().text);
      return out;
    }
    folder.emplace(std::move(*made));
  }
  Entries entries(folder ? &*folder : nullptr);
  if (const auto read = read_container(*reader, entries.sink()); !read) {
    tell(read.error(), out);
    return out;
  }
  if (!entries.manifest()) {
    out.unreadable(
        {"edisi tertutup ini tidak memuat manifes", "there is no manifest in this sealed edition"});
    return out;
  }
  if (!take_manifest(*entries.manifest(), out)) return out;
  compare_files(entries.files(), out);
  judge_signature(*entries.manifest(), entries.signature(), key, out);
  if (!folder || !out.intact()) return out;
  if (const auto done = folder->commit(NewFolder::Readers::owner); !done)
    out.unreadable(done.error().front().text);
  return out;
}

Verification verify_sealed_shape(const fs::path& file) {
  Verification out;
  if (const auto shape = check_sealed_shape(file); !shape) {
    tell(shape.error(), out);
    return out;
  }
  out.note(
      {"berkas ini edisi tertutup yang panjangnya utuh; isinya baru dapat dinilai dengan frasa "
       "sandinya (--passphrase-file)",
       "this file is a sealed edition, whole in length; what is in it can be judged only with "
       "its passphrase (--passphrase-file)"});
  return out;
}

}  // namespace periksa::packs
