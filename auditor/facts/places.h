// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/base/diagnostic.h"

namespace periksa::facts {

/// Where a value stands in its file. In the XML of a filing: line and column, both from 1. In
/// another part (a sheet, a collection of a JSON document): what Part says.
struct Spot {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint16_t part = 0;  ///< 0: the file itself; else 1 + an index in FilingHeader::parts
};

/// A part of a filing in which places are not lines and columns of the file itself.
struct Part {
  enum class Kind : std::uint8_t {
    lines,    ///< another file of XML: line and column
    cells,    ///< a sheet: `line` is the row, `column` the column, both from 1
    pointers  ///< a collection of a JSON document: see pointer_spot
  };
  Kind kind = Kind::cells;
  std::string file;               ///< base name of the file it stands in
  std::string name;               ///< of the sheet (empty for a CSV file) or the collection
  bool in_worker = false;         ///< pointers: the collection of one worker
  std::vector<std::string> keys;  ///< pointers: the names of a record's members
};

inline constexpr std::uint32_t kNoKey = 0x1FF;
inline constexpr std::uint32_t kSharedRecord = 0xFFFF'FFFF;

/// The spot of a member of a record in a part of pointers. `worker` is the worker's index, or
/// kSharedRecord where the record is no worker's; `key` an index in Part::keys, or kNoKey for the
/// record itself; `reading` 1 + the index among several readings of the member, 0 where it has one.
Spot pointer_spot(std::uint16_t part, std::uint32_t worker, std::uint32_t record, std::uint32_t key,
                  std::uint32_t reading = 0);

/// A spot in words: "berkas.xml" 12:7, "berkas.xlsx" Pekerja!C12, "berkas.json" /workers/3/name.
Position position(const std::string& file, const std::vector<Part>& parts, Spot spot);

/// Whether a spot stands before another: by part, line and column.
bool is_before(Spot a, Spot b);

/// Where the pieces of a text stand that was made from other parts, with what is written there.
class PlaceMap {
 public:
  /// What begins at `offset` of the text stands at `spot`, as `raw`. In ascending order.
  void add(std::size_t offset, Spot spot, std::string_view raw);
  void clear();
  /// Of the piece that an offset is in.
  Spot spot(std::size_t offset) const;
  std::string_view raw(std::size_t offset) const;
  std::size_t size() const { return pieces_.size(); }

 private:
  struct Piece {
    std::uint32_t offset = 0;
    std::uint32_t raw = 0;
    std::uint32_t length = 0;
    Spot spot;
  };

  const Piece* at(std::size_t offset) const;

  std::vector<Piece> pieces_;
  std::string raws_;
};

/// A stretch of the text that a PlaceMap tells of; without a map, places are lines and columns.
struct Mapped {
  const PlaceMap* map = nullptr;
  std::size_t base = 0;  ///< where the stretch begins in that text
};

}  // namespace periksa::facts
