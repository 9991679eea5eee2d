// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/row_store.h"

#include "auditor/forms/written_parts.h"

namespace periksa::forms {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 20;
constexpr unsigned char kFormula = 0x80;

/// Seven bits a byte, the lowest first; the upper bit says that more follow.
void put(std::string& into, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) into += static_cast<char>((number & 0x7F) | 0x80);
  into += static_cast<char>(number);
}

void put(std::string& into, std::string_view text) {
  put(into, text.size());
  into += text;
}

class Unpacker {
 public:
  explicit Unpacker(const char* at) : at_(at) {}

  std::uint64_t number() {
    std::uint64_t all = 0;
    for (unsigned shift = 0;; shift += 7) {
      const auto byte = static_cast<unsigned char>(*at_++);
      all |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return all;
    }
  }
  unsigned char byte() { return static_cast<unsigned char>(*at_++); }
  std::string_view text() {
    const std::size_t size = number();
    const std::string_view text(at_, size);
    at_ += size;
    return text;
  }

 private:
  const char* at_;
};

}  // namespace

void RowStore::sheet(const sheets::Sheet& sheet) {
  sheets_.push_back({sheet, {}, {}});
}

void RowStore::end(std::span<const sheets::Area> merged) {
  sheets_.back().merged.assign(merged.begin(), merged.end());
}

void RowStore::row(const sheets::Row& row) {
  packed_.clear();
  put(packed_, row.number);
  put(packed_, row.cells.size());
  for (const auto& cell : row.cells) {
    put(packed_, cell.column);
    packed_ +=
        static_cast<char>(static_cast<unsigned char>(cell.kind) | (cell.formula ? kFormula : 0));
    put(packed_, cell.text);
    put(packed_, cell.unit);
  }
  if (blocks_.empty() || blocks_.back().size() + packed_.size() > blocks_.back().capacity()) {
    blocks_.emplace_back();
    blocks_.back().reserve(std::max(kBlock, packed_.size()));
  }
  sheets_.back().rows.push_back({static_cast<std::uint32_t>(blocks_.size() - 1),
                                 static_cast<std::uint32_t>(blocks_.back().size())});
  blocks_.back() += packed_;
}

std::uint32_t RowStore::read(RowRef ref, std::vector<sheets::Cell>& cells) const {
  Unpacker row(blocks_[ref.block].data() + ref.offset);
  const auto number = static_cast<std::uint32_t>(row.number());
  cells.resize(row.number());
  for (auto& cell : cells) {
    cell.column = static_cast<std::uint32_t>(row.number());
    const unsigned char kind = row.byte();
    cell.kind = static_cast<sheets::Kind>(kind & ~kFormula);
    cell.formula = (kind & kFormula) != 0;
    cell.text = row.text();
    cell.unit = row.text();
  }
  return number;
}

std::vector<facts::Part> parts_of(const RowStore& store) {
  std::vector<facts::Part> parts;
  for (const auto& [sheet, rows, merged] : store.kept()) {
    const bool csv = ends_in(sheet.file, ".csv");
    parts.push_back(
        {facts::Part::Kind::cells, sheet.file, csv ? std::string() : sheet.name, false, {}});
  }
  return parts;
}

bool is_example(std::span<const sheets::Cell> cells) {
  if (cells.empty()) return false;
  const std::string first = small_letters(trimmed(cells.front().text));
  return first.starts_with("#contoh") || first.starts_with("#example");
}

}  // namespace periksa::forms
