// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <utility>

#include "auditor/base/file.h"
#include "auditor/base/new_folder.h"
#include "auditor/base/sha256.h"
#include "auditor/packs/container.h"
#include "auditor/packs/verify_parts.h"

namespace periksa::packs {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLongestHead = std::uint64_t{64} << 20;

void tell(const SealedFault& fault, Verification& into) {
  switch (fault.kind) {
    case FaultKind::changed:
      return into.wrong(fault.text);
    case FaultKind::unreadable:
      return into.unreadable(fault.text);
    case FaultKind::output:
      return into.stop(Verification::Ended::output, fault.text);
  }
}

/// Takes a container's files as they come: manifest and signature are judged before the others, the
/// results are kept, all are hashed, and if there is a folder to make, written.
class Entries {
 public:
  Entries(const std::optional<PublicKey>& key, const std::optional<fs::path>& open_into,
          Verification& into)
      : key_(key), open_into_(open_into), into_(into) {}

  EntrySink sink() {
    return {[this](const std::string& name, std::uint64_t bytes) { return begin(name, bytes); },
            [this](std::string_view piece) { return take(piece); }, [this] { return end(); }};
  }

  /// After the last.
  Unsealed<void> finish() {
    if (auto heads = judge_heads(); !heads) return heads;
    if (!into_.manifest) return {};
    compare_files(files_, into_);
    if (results_) compare_results(*results_, into_);
    if (!folder_ || !into_.intact()) return {};
    return written(folder_->commit(NewFolder::Readers::owner));
  }

 private:
  static std::unexpected<SealedFault> refuse(Bilingual text) {
    return std::unexpected(SealedFault{FaultKind::changed, std::move(text)});
  }
  template <class T>
  static Unsealed<void> written(const Result<T>& done) {
    if (done) return {};
    return std::unexpected(SealedFault{FaultKind::output, done.error().front().text});
  }

  /// Once; a folder is made only where nothing is wrong with them.
  Unsealed<void> judge_heads() {
    if (std::exchange(heads_judged_, true)) return {};
    if (!manifest_) {
      into_.unreadable({"edisi tertutup ini tidak memuat manifes",
                        "there is no manifest in this sealed edition"});
      return {};
    }
    if (!take_manifest(*manifest_, into_)) return {};
    judge_signature(*manifest_, signature_, key_, into_);
    if (!open_into_ || !into_.intact()) return {};
    auto made = NewFolder::create(*open_into_);
    if (!made) return written(made);
    folder_.emplace(std::move(*made));
    if (auto done = written(folder_->write(kManifest, *manifest_)); !done) return done;
    return signature_ ? written(folder_->write(kSignature, *signature_)) : Unsealed<void>();
  }

  Unsealed<void> begin(const std::string& name, std::uint64_t bytes) {
    current_ = {name, bytes, {}};
    kept_ = nullptr;
    if (name == kManifest) kept_ = &manifest_;
    if (name == kSignature) kept_ = &signature_;
    is_head_ = kept_ != nullptr;
    if (is_head_ && heads_judged_) {
      return refuse({"manifes dan tanda tangan di dalam edisi ini tidak berada di depan",
                     "manifest and signature do not stand first in this edition"});
    }
    if (name == kResults) kept_ = &results_;
    if (kept_ != nullptr) kept_->emplace();
    if (kept_ != nullptr && bytes > (is_head_ ? kLongestHead : kLongestResults)) {
      return refuse({"\"" + name + "\" di dalam edisi ini terlalu besar",
                     "\"" + name + "\" in this edition is too large"});
    }
    if (is_head_) return {};
    if (auto heads = judge_heads(); !heads) return heads;
    if (!folder_) return {};
    std::error_code error;
    fs::create_directories(folder_->place(name).parent_path(), error);
    auto file = AtomicFile::create(folder_->place(name));
    if (!file) return written(file);
    file_.emplace(std::move(*file));
    return {};
  }
  Unsealed<void> take(std::string_view piece) {
    sha_.add(piece);
    if (kept_ != nullptr) **kept_ += piece;
    if (file_) file_->write(piece);
    return {};
  }
  Unsealed<void> end() {
    current_.sha256 = sha_.hex();
    if (!is_head_) files_.push_back(current_);
    if (!file_) return {};
    const auto done = written(file_->commit());
    file_.reset();
    return done;
  }

  const std::optional<PublicKey>& key_;
  const std::optional<fs::path>& open_into_;
  Verification& into_;
  bool heads_judged_ = false;
  std::optional<NewFolder> folder_;
  std::optional<AtomicFile> file_;  // in the folder
  std::optional<std::string> manifest_;
  std::optional<std::string> signature_;
  std::optional<std::string> results_;
  std::optional<std::string>* kept_ = nullptr;  // which of them is being read
  bool is_head_ = false;
  std::vector<PackFile> files_;
  PackFile current_;
  Sha256 sha_;
};

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
  Entries entries(key, open_into, out);
  auto read = read_container(*reader, entries.sink());
  if (read) read = entries.finish();
  if (!read) tell(read.error(), out);
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
