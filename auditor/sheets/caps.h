// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace periksa::sheets {

/// What a workbook may cost to read. Every cap that is met is an error naming it; none cuts
/// silently.
struct Caps {
  std::uint64_t file = std::uint64_t{512} << 20;    ///< bytes of one file
  std::uint64_t unpacked = std::uint64_t{4} << 30;  ///< bytes of all parts that are read, together
  std::uint32_t ratio = 200;  ///< unpacked to packed bytes of one part larger than `ratio_from`
  std::uint64_t ratio_from = std::uint64_t{32} << 20;  ///< bytes; smaller parts may be any ratio
  std::uint32_t parts = 10'000;                        ///< entries of the zip
  std::uint32_t sheets = 256;                          ///< sheets, or files of a folder of CSV
  std::uint32_t rows = 1'048'576;                      ///< number of the last row with content
  std::uint32_t columns = 16'384;                      ///< number of the last column with content
  std::uint64_t cells = 100'000'000;  ///< with content, in all sheets, repetitions written out
  std::uint32_t merged = 100'000;     ///< merged areas of one sheet
  std::size_t cell = std::size_t{32} << 10;  ///< bytes of the text of one cell
  std::size_t row = std::size_t{8} << 20;    ///< bytes of the texts of one row, repetitions too
  /// Bytes of the texts of all cells, each counted wherever it stands: what a few packed bytes
  /// name again and again costs whoever keeps the rows as much as if it were written out.
  std::uint64_t text = std::uint64_t{1} << 30;
  std::uint32_t strings = 5'000'000;                  ///< shared strings
  std::size_t string_bytes = std::size_t{512} << 20;  ///< of all shared strings together
  std::uint32_t formats = 100'000;                    ///< cell and number formats
  std::uint32_t depth = 64;                  ///< elements inside each other; six are a cell's
  std::size_t token = std::size_t{1} << 20;  ///< bytes of one tag with its attributes
};

}  // namespace periksa::sheets
