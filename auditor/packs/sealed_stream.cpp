// SPDX-License-Identifier: Apache-2.0
#include "auditor/packs/sealed_stream.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <utility>
#include <vector>

#include "auditor/base/file.h"
#include "auditor/packs/bytes.h"
#include "auditor/packs/sealed_header.h"

namespace periksa::packs {
namespace {

using Cipher = crypto_secretstream_xchacha20poly1305_state;

std::unexpected<SealedFault> broken(FaultKind kind, Bilingual text) {
  return std::unexpected(SealedFault{kind, std::move(text)});
}

std::unexpected<SealedFault> no_memory() {
  return broken(FaultKind::unreadable,
                {"memori tidak cukup untuk membuka edisi tertutup ini; tutup program lain dan "
                 "coba lagi",
                 "there is not enough memory to open this sealed edition; close other "
                 "programs and try again"});
}

/// An open file and its header, known to have the length it should have.
struct Opened {
  std::ifstream file;
  SealedHeader header;
  SealedHeaderBytes raw{};
};

Unsealed<Opened> open_shape(const std::filesystem::path& path) {
  std::error_code error;
  const bool regular = std::filesystem::is_regular_file(path, error);
  const std::uint64_t size = regular ? std::filesystem::file_size(path, error) : 0;
  Opened out{std::ifstream(path, std::ios::binary), {}, {}};
  if (!regular || error || !out.file) {
    return broken(FaultKind::unreadable,
                  {"berkas tidak dapat dibaca; periksa nama dan izin aksesnya",
                   "the file cannot be read; check its name and permissions"});
  }
  if (!out.file.read(reinterpret_cast<char*>(out.raw.data()), out.raw.size())) {
    return broken(FaultKind::unreadable, {"berkas ini terlalu pendek untuk sebuah edisi tertutup",
                                          "this file is too short to be a sealed edition"});
  }
  auto header = SealedHeader::read(out.raw);
  if (!header) return std::unexpected(header.error());
  out.header = *header;
  const std::uint64_t whole = out.header.file_size();
  if (size == whole) return out;
  if (size < whole) {
    return broken(FaultKind::changed,
                  {fmt::format("edisi tertutup ini terpotong: ada {} dari {} bita; salin "
                               "ulang dari asalnya",
                               size, whole),
                   fmt::format("this sealed edition is cut off: {} of {} bytes are there; "
                               "copy it again from where it came",
                               size, whole)});
  }
  return broken(FaultKind::changed,
                {fmt::format("ada {} bita tambahan di belakang edisi tertutup ini", size - whole),
                 fmt::format("{} bytes were added behind this sealed edition", size - whole)});
}

}  // namespace

struct SealedWriter::State {
  AtomicFile file;
  Cipher cipher{};
  SealedHeaderBytes header{};
  std::uint64_t left = 0;
  std::string chunk{};
  std::string sealed{};

  void write_chunk() {
    const bool last = left == 0;
    sealed.resize(chunk.size() + kTagBytes);
    crypto_secretstream_xchacha20poly1305_push(
        &cipher, bytes(sealed).data(), nullptr, bytes(std::string_view(chunk)).data(), chunk.size(),
        header.data(), header.size(),
        last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : std::uint8_t{0});
    file.write(sealed);
    sodium_memzero(chunk.data(), chunk.size());
    chunk.clear();
  }
};

SealedWriter::SealedWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
SealedWriter::SealedWriter(SealedWriter&&) noexcept = default;
SealedWriter::~SealedWriter() {
  if (state_) sodium_memzero(&state_->cipher, sizeof(state_->cipher));
}

Result<SealedWriter> SealedWriter::create(const std::filesystem::path& path,
                                          const SecretBytes& passphrase, const KdfCost& cost,
                                          std::uint64_t total) {
  start_sodium();
  SealedHeader header;
  header.cost = cost;
  header.total = total;
  randombytes_buf(header.salt.data(), header.salt.size());
  auto file = AtomicFile::create(path, AtomicFile::Existing::kept);
  if (!file) return std::unexpected(file.error());
  const SecretBytes key = derive_key(passphrase, header.salt, cost);
  if (key.empty()) return fail({path.string()}, no_memory().error().text);
  auto state = std::make_unique<State>(std::move(*file));
  crypto_secretstream_xchacha20poly1305_init_push(&state->cipher, header.stream.data(), key.data());
  state->header = header.bytes();
  state->left = total;
  state->file.write({reinterpret_cast<const char*>(state->header.data()), state->header.size()});
  return SealedWriter(std::move(state));
}

void SealedWriter::add(std::string_view text) {
  State& x = *state_;
  if (text.size() > x.left) throw std::logic_error("more is sealed than was announced");
  while (!text.empty()) {
    const std::string_view piece = text.substr(0, kChunk - x.chunk.size());
    x.chunk += piece;
    x.left -= piece.size();
    text.remove_prefix(piece.size());
    if (x.chunk.size() == kChunk || x.left == 0) x.write_chunk();
  }
}

Result<void> SealedWriter::commit() {
  if (state_->left != 0) throw std::logic_error("less is sealed than was announced");
  return state_->file.commit();
}

struct SealedReader::State {
  Opened opened;
  Cipher cipher{};
  std::uint64_t left = 0;  // bytes not yet unsealed
  bool first = true;
  std::string sealed{};
  std::string chunk{};
  std::size_t at = 0;  // in the chunk
};

SealedReader::SealedReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
SealedReader::SealedReader(SealedReader&&) noexcept = default;
SealedReader::~SealedReader() {
  if (!state_) return;
  sodium_memzero(&state_->cipher, sizeof(state_->cipher));
  sodium_memzero(state_->chunk.data(), state_->chunk.size());
}

Unsealed<SealedReader> SealedReader::open(const std::filesystem::path& path,
                                          const SecretBytes& passphrase) {
  start_sodium();
  auto opened = open_shape(path);
  if (!opened) return std::unexpected(opened.error());
  auto state = std::make_unique<State>(std::move(*opened));
  const SealedHeader& header = state->opened.header;
  const SecretBytes key = derive_key(passphrase, header.salt, header.cost);
  if (key.empty()) return no_memory();
  crypto_secretstream_xchacha20poly1305_init_pull(&state->cipher, header.stream.data(), key.data());
  state->left = header.total;
  return SealedReader(std::move(state));
}

Unsealed<void> SealedReader::next() {
  State& x = *state_;
  const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(x.left, kChunk));
  if (size == 0) {
    return broken(FaultKind::changed, {"isi edisi tertutup ini berakhir sebelum waktunya",
                                       "what is in this sealed edition ends before its time"});
  }
  x.sealed.resize(size + kTagBytes);
  if (!x.opened.file.read(x.sealed.data(), static_cast<std::streamsize>(x.sealed.size()))) {
    return broken(FaultKind::changed, {"berkas ini tidak dapat dibaca sampai habis",
                                       "this file cannot be read to its end"});
  }
  x.chunk.resize(size);
  x.at = 0;
  x.left -= size;
  unsigned char tag = 0;
  const SealedHeaderBytes& raw = x.opened.raw;
  const int failed = crypto_secretstream_xchacha20poly1305_pull(
      &x.cipher, bytes(x.chunk).data(), nullptr, &tag, bytes(std::string_view(x.sealed)).data(),
      x.sealed.size(), raw.data(), raw.size());
  const bool last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
  const bool first = std::exchange(x.first, false);
  if (failed == 0 && last == (x.left == 0)) return {};
  x.chunk.clear();
  if (first && failed != 0) {
    return broken(FaultKind::unreadable,
                  {"frasa sandi tidak cocok, atau awal berkas ini diubah",
                   "the passphrase does not fit, or the beginning of this file was changed"});
  }
  return broken(FaultKind::changed, {"isi berkas ini diubah setelah ditutup",
                                     "this file was changed after it was sealed"});
}

Unsealed<std::string_view> SealedReader::some(std::size_t most) {
  State& x = *state_;
  if (x.at == x.chunk.size()) {
    if (auto read = next(); !read) return std::unexpected(read.error());
  }
  const auto piece = std::string_view(x.chunk).substr(x.at, most);
  x.at += piece.size();
  return piece;
}

Unsealed<std::string> SealedReader::exactly(std::size_t size) {
  std::string out;
  while (out.size() < size) {
    const auto piece = some(size - out.size());
    if (!piece) return std::unexpected(piece.error());
    out += *piece;
  }
  return out;
}

Unsealed<void> SealedReader::end() {
  State& x = *state_;
  if (x.at == x.chunk.size() && x.left == 0) return {};
  return broken(FaultKind::changed,
                {"ada isi tambahan di belakang daftar berkas edisi tertutup ini",
                 "something stands behind the files of this sealed edition"});
}

Unsealed<void> check_sealed_shape(const std::filesystem::path& path) {
  const auto opened = open_shape(path);
  if (!opened) return std::unexpected(opened.error());
  return {};
}

}  // namespace periksa::packs
