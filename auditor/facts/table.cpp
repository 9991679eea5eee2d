// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include "auditor/base/name_index.h"
#include "auditor/facts/facts.h"

namespace periksa::facts {

Columns Columns::none(const Vocabulary& vocabulary) {
  Columns columns;
  columns.fields_.resize(vocabulary.entities().size());
  return columns;
}

Columns Columns::all(const Vocabulary& vocabulary) {
  Columns columns = none(vocabulary);
  for (std::size_t i = 0; i < columns.fields_.size(); ++i) {
    columns.fields_[i].resize(vocabulary.entities()[i].fields.size());
    std::iota(columns.fields_[i].begin(), columns.fields_[i].end(), FieldId{0});
  }
  return columns;
}

void Columns::add(EntityId entity, FieldId field) {
  auto& list = fields_[entity];
  const auto at = std::lower_bound(list.begin(), list.end(), field);
  if (at == list.end() || *at != field) list.insert(at, field);
}

Table::Table(const Entity& entity, std::span<const FieldId> kept)
    : entity_(&entity),
      kept_(kept.begin(), kept.end()),
      width_(kept.size()),
      slots_(entity.fields.size(), kNoSlot) {
  for (std::size_t i = 0; i < kept.size(); ++i) slots_[kept[i]] = static_cast<std::uint16_t>(i);
}

std::uint32_t Table::append(const Row& row) {
  rows_.push_back(row);
  cells_.resize(rows_.size() * width_);
  const auto index = static_cast<std::uint32_t>(rows_.size() - 1);
  if (!entity_->in_worker) by_id_.emplace(row.id, index);
  return index;
}

void Table::empty() {
  rows_.clear();
  cells_.clear();
  completeness_.clear();
  if (!by_id_.empty()) by_id_.clear();
}

std::pair<std::uint32_t, std::uint32_t> Table::rows_of(std::uint32_t parent) const {
  if (rows_.empty() || rows_.back().parent == 0) return {parent == 0 ? 0 : size(), size()};
  const auto by_parent = [](const Row& row, std::uint32_t value) { return row.parent < value; };
  const auto first = std::lower_bound(rows_.begin(), rows_.end(), parent, by_parent);
  const auto last = std::lower_bound(first, rows_.end(), parent + 1, by_parent);
  return {static_cast<std::uint32_t>(first - rows_.begin()),
          static_cast<std::uint32_t>(last - rows_.begin())};
}

Completeness Table::completeness(std::uint32_t parent) const {
  return parent < completeness_.size() ? completeness_[parent] : Completeness{};
}

bool Table::is_complete(std::uint32_t parent) const {
  const auto [first, end] = rows_of(parent);
  const Completeness stated = completeness(parent);
  const bool fits = stated.state == Completeness::State::complete && stated.count == end - first;
  return fits || (entity().single && first != end);
}

void Table::set_completeness(std::uint32_t parent, const Completeness& stated) {
  if (parent >= completeness_.size()) completeness_.resize(parent + 1);
  completeness_[parent] = stated;
}

bool Table::sides_differ(std::uint32_t parent) const {
  const auto [first, last] = rows_of(parent);
  for (std::uint32_t row = first; row < last; ++row) {
    if (rows_[row].sides != rows_[first].sides) return true;
  }
  return false;
}

std::optional<std::uint32_t> Table::find(std::string_view id, std::uint32_t parent) const {
  if (!entity_->in_worker) {
    const auto found = by_id_.find(id);
    if (found == by_id_.end()) return std::nullopt;
    return found->second;
  }
  const auto [first, last] = rows_of(parent);
  for (std::uint32_t i = first; i < last; ++i) {
    if (same_name(rows_[i].id, id)) return i;
  }
  return std::nullopt;
}

}  // namespace periksa::facts
