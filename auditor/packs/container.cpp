// SPDX-License-Identifier: Apache-2.0
#include "auditor/packs/container.h"

#include <algorithm>
#include <set>

#include "auditor/packs/bytes.h"
#include "auditor/packs/manifest.h"

namespace periksa::packs {
namespace {

constexpr std::size_t kNameLength = 2;
constexpr std::size_t kFileLength = 8;

std::string number(std::uint64_t value, std::size_t size) {
  std::string out(size, '\0');
  put_number(bytes(out), value);
  return out;
}

std::uint64_t number(std::string_view text) {
  return get_number(bytes(text));
}

Unsealed<void> read_file_bytes(SealedReader& reader, std::uint64_t left, const EntrySink& sink) {
  while (left > 0) {
    const auto piece = reader.some(static_cast<std::size_t>(std::min<std::uint64_t>(left, kChunk)));
    if (!piece) return std::unexpected(piece.error());
    left -= piece->size();
    if (auto taken = sink.piece(*piece); !taken) return taken;
  }
  return sink.end();
}

}  // namespace

std::uint64_t entry_size(std::string_view name, std::uint64_t bytes) {
  return kNameLength + name.size() + kFileLength + bytes;
}

std::string entry_head(std::string_view name, std::uint64_t bytes) {
  return number(name.size(), kNameLength) + std::string(name) + number(bytes, kFileLength);
}

std::string container_end() {
  return number(0, kEndSize);
}

Unsealed<void> read_container(SealedReader& reader, const EntrySink& sink) {
  std::set<std::string> names;
  while (true) {
    const auto length = reader.exactly(kNameLength);
    if (!length) return std::unexpected(length.error());
    if (number(*length) == 0) return reader.end();
    const auto name = reader.exactly(number(*length));
    if (!name) return std::unexpected(name.error());
    if (!is_pack_name(*name) || !names.insert(*name).second) {
      return std::unexpected(
          SealedFault{FaultKind::changed,
                      {"ada nama berkas di dalam edisi ini yang tidak sah; tidak ada yang ditulis",
                       "there is a name in this edition that is not allowed; nothing is written"}});
    }
    const auto bytes = reader.exactly(kFileLength);
    if (!bytes) return std::unexpected(bytes.error());
    if (auto begun = sink.begin(*name, number(*bytes)); !begun) return begun;
    if (auto read = read_file_bytes(reader, number(*bytes), sink); !read) return read;
  }
}

}  // namespace periksa::packs
