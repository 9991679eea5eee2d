// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <vector>

#include "auditor/facts/places.h"
#include "auditor/sheets/cell.h"

namespace periksa::forms {

/// A row that was kept.
struct RowRef {
  std::uint32_t block = 0;
  std::uint32_t offset = 0;
};

/// One sheet with where its rows are kept.
struct KeptSheet {
  sheets::Sheet sheet;
  std::vector<RowRef> rows;
  std::vector<sheets::Area> merged;
};

/// Keeps the rows of a workbook as bytes, a row after the other, as the records of a worker stand
/// in many sheets and are put together when all of them have been read. A cell costs its text and
/// about four bytes more.
class RowStore : public sheets::Handler {
 public:
  void sheet(const sheets::Sheet& sheet) override;
  void row(const sheets::Row& row) override;
  void end(std::span<const sheets::Area> merged) override;

  const std::vector<KeptSheet>& kept() const { return sheets_; }

  /// The cells of a row are put into `cells`; their texts live as long as the store.
  std::uint32_t read(RowRef ref, std::vector<sheets::Cell>& cells) const;

 private:
  std::vector<KeptSheet> sheets_;
  std::deque<std::string> blocks_;
  std::string packed_;  // the row that is being kept
};

/// The sheets as parts of a filing, to name places by.
std::vector<facts::Part> parts_of(const RowStore& store);

/// Whether a row is one of the template's examples: its first cell begins with `#contoh` or
/// `#example`.
bool is_example(std::span<const sheets::Cell> cells);

}  // namespace periksa::forms
