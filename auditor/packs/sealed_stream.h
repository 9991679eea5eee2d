// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "auditor/base/diagnostic.h"
#include "auditor/packs/passphrase.h"

/// A file that only a passphrase opens: a header, then libsodium's secretstream in chunks
/// (docs/packs.md has every byte). Neither side holds more than a chunk.
namespace periksa::packs {

/// What stands before the stream, in 88 bytes; the whole of it is authenticated with every chunk.
inline constexpr std::size_t kSealedHeader = 88;
inline constexpr std::string_view kSealedMagic = "periksa-sealed/1";
inline constexpr std::size_t kChunk = std::size_t{1} << 16;

class SealedWriter {
 public:
  /// `total` is how many bytes will be added, as the header tells it. A name that is taken is
  /// refused, here and by `commit`.
  static Result<SealedWriter> create(const std::filesystem::path& file,
                                     const SecretBytes& passphrase, const KdfCost& cost,
                                     std::uint64_t total);
  SealedWriter(SealedWriter&&) noexcept;
  ~SealedWriter();

  void add(std::string_view bytes);
  /// The last chunk is written and the file takes its name. Without it nothing is left.
  Result<void> commit();

 private:
  struct State;
  explicit SealedWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

enum class FaultKind : std::uint8_t {
  changed,     ///< it is not as it was made
  unreadable,  ///< it is none, or its passphrase is another: nothing can be said of what it holds
  output,      ///< what is in it could not be written where that was asked for
};

/// Why a sealed file could not be read further.
struct SealedFault {
  FaultKind kind = FaultKind::changed;
  Bilingual text;
};

template <class T>
using Unsealed = std::expected<T, SealedFault>;

class SealedReader {
 public:
  static Unsealed<SealedReader> open(const std::filesystem::path& file,
                                     const SecretBytes& passphrase);
  SealedReader(SealedReader&&) noexcept;
  ~SealedReader();

  /// Up to `most` bytes, at least one; fewer than asked are no fault.
  Unsealed<std::string_view> some(std::size_t most);
  /// Exactly so many bytes, few.
  Unsealed<std::string> exactly(std::size_t size);
  /// All was read, up to the chunk that is marked as the last, and nothing stands behind it.
  Unsealed<void> end();

 private:
  struct State;
  explicit SealedReader(std::unique_ptr<State> state);
  Unsealed<void> next();
  std::unique_ptr<State> state_;
};

/// What can be said of a sealed file without its passphrase: whether it is one, and whole in
/// length.
Unsealed<void> check_sealed_shape(const std::filesystem::path& file);

}  // namespace periksa::packs
