// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "auditor/packs/sealed_stream.h"

/// The files inside a sealed edition, one behind the other: length of the name in two bytes, the
/// name, length of the file in eight, the file; two bytes of zero at the end. Numbers are
/// little-endian.
namespace periksa::packs {

std::uint64_t entry_size(std::string_view name, std::uint64_t bytes);
inline constexpr std::uint64_t kEndSize = 2;

std::string entry_head(std::string_view name, std::uint64_t bytes);
std::string container_end();

/// What is told of each file while a container is read.
struct EntrySink {
  std::function<Unsealed<void>(const std::string& name, std::uint64_t bytes)> begin;
  std::function<Unsealed<void>(std::string_view piece)> piece;
  std::function<Unsealed<void>()> end;
};

/// Reads a whole container. A name that is none of a pack (is_pack_name), or one that comes twice,
/// is a fault, told before the file's bytes.
Unsealed<void> read_container(SealedReader& reader, const EntrySink& sink);

}  // namespace periksa::packs
