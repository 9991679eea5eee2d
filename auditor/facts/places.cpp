// SPDX-License-Identifier: Apache-2.0
#include "auditor/facts/places.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "auditor/base/cell_name.h"

namespace periksa::facts {
namespace {

// A pointer's column: record · key · reading. A worker has at most 2,000 records of one kind
// (intake/caps.h), so their record goes here and the worker into the line; shared records are
// themselves the line.
constexpr std::uint32_t kKeyBits = 9;
constexpr std::uint32_t kReadingBits = 6;

std::string pointer(const Part& part, Spot spot) {
  const std::uint32_t reading = spot.column & ((1U << kReadingBits) - 1);
  const std::uint32_t key = (spot.column >> kReadingBits) & kNoKey;
  const std::uint32_t record = spot.column >> (kReadingBits + kKeyBits);
  std::string out = part.in_worker ? fmt::format("/workers/{}/{}/{}", spot.line, part.name, record)
                                   : fmt::format("/{}/{}", part.name, spot.line);
  if (key < part.keys.size()) out += '/' + part.keys[key];
  if (reading > 0) out += fmt::format("/{}", reading - 1);
  return out;
}

}  // namespace

Spot pointer_spot(std::uint16_t part, std::uint32_t worker, std::uint32_t record, std::uint32_t key,
                  std::uint32_t reading) {
  const bool of_worker = worker != kSharedRecord;
  const std::uint32_t upper = of_worker ? record : 0;
  return {of_worker ? worker : record,
          (upper << (kReadingBits + kKeyBits)) | (key << kReadingBits) | reading, part};
}

Position position(const std::string& file, const std::vector<Part>& parts, Spot spot) {
  if (spot.part == 0) return {file, spot.line, spot.column, {}};
  const Part& part = parts[spot.part - 1U];
  if (part.kind == Part::Kind::lines) return {part.file, spot.line, spot.column, {}};
  if (part.kind == Part::Kind::pointers) return {part.file, 0, 0, pointer(part, spot)};
  const std::string cell = cell_name(spot.line, spot.column);
  return {part.file, 0, 0, part.name.empty() ? cell : part.name + '!' + cell};
}

bool is_before(Spot a, Spot b) {
  return std::tie(a.part, a.line, a.column) < std::tie(b.part, b.line, b.column);
}

void PlaceMap::add(std::size_t offset, Spot spot, std::string_view raw) {
  pieces_.push_back({static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(raws_.size()),
                     static_cast<std::uint32_t>(raw.size()), spot});
  raws_ += raw;
}

void PlaceMap::clear() {
  pieces_.clear();
  raws_.clear();
}

const PlaceMap::Piece* PlaceMap::at(std::size_t offset) const {
  const auto behind = std::ranges::upper_bound(pieces_, offset, {}, &Piece::offset);
  return behind == pieces_.begin() ? nullptr : &behind[-1];
}

Spot PlaceMap::spot(std::size_t offset) const {
  const Piece* const piece = at(offset);
  return piece == nullptr ? Spot{} : piece->spot;
}

std::string_view PlaceMap::raw(std::size_t offset) const {
  const Piece* const piece = at(offset);
  return piece == nullptr ? std::string_view{}
                          : std::string_view(raws_).substr(piece->raw, piece->length);
}

}  // namespace periksa::facts
