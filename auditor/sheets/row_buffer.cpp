// SPDX-License-Identifier: Apache-2.0
#include "auditor/sheets/row_buffer.h"

namespace periksa::sheets {
namespace {

constexpr auto kStable = static_cast<std::size_t>(-1);

std::size_t weight(const Cell& cell) {
  return cell.text.size() + cell.unit.size();
}

}  // namespace

void RowBuffer::clear() {
  cells_.clear();
  starts_.clear();
  bytes_.clear();
  total_ = 0;
}

void RowBuffer::add(const Cell& cell) {
  cells_.push_back(cell);
  starts_.push_back(bytes_.size());
  bytes_ += cell.text;
  total_ += weight(cell);
}

void RowBuffer::add_stable(const Cell& cell) {
  cells_.push_back(cell);
  starts_.push_back(kStable);
  total_ += weight(cell);
}

void RowBuffer::repeat(std::uint32_t count) {
  total_ += weight(cells_.back()) * count;
  for (; count > 0; --count) {
    Cell next = cells_.back();
    ++next.column;
    cells_.push_back(next);
    starts_.push_back(starts_.back());
  }
}

std::span<const Cell> RowBuffer::cells() {
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    if (starts_[i] == kStable) continue;
    cells_[i].text = std::string_view(bytes_).substr(starts_[i], cells_[i].text.size());
  }
  return cells_;
}

}  // namespace periksa::sheets
