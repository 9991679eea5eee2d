// SPDX-License-Identifier: Apache-2.0
#include "auditor/facts/facts.h"

#include <algorithm>
#include <numeric>

namespace periksa::facts {
namespace {

/// Where a spot is behind these bytes.
Spot moved(Spot spot, std::string_view bytes) {
  const auto lines = std::count(bytes.begin(), bytes.end(), '\n');
  if (lines == 0) return {spot.line, spot.column + static_cast<std::uint32_t>(bytes.size())};
  return {spot.line + static_cast<std::uint32_t>(lines),
          static_cast<std::uint32_t>(bytes.size() - bytes.rfind('\n'))};
}

}  // namespace

Facts::Facts(const Vocabulary& vocabulary, const Columns& columns, Places places)
    : vocabulary_(&vocabulary), mode_(places) {
  tables_.reserve(vocabulary.entities().size());
  for (std::size_t i = 0; i < vocabulary.entities().size(); ++i) {
    tables_.emplace_back(vocabulary.entities()[i], columns.of(static_cast<EntityId>(i)));
  }
}

void Facts::clear() {
  for (auto& table : tables_) table.clear();
  texts_.clear();
  kept_.clear();
  alternatives_.clear();
  readings_.clear();
  places_.clear();
}

std::string_view Facts::keep(std::string_view text) {
  return kept_.emplace_back(text);
}

void Facts::merge(Cell& into, const Cell& other, Type type) {
  const auto speaks = [](const Cell& cell) {
    return cell.state == State::known || cell.state == State::stated_none;
  };
  const auto same = [&](const Cell& a, const Cell& b) {
    if (a.state != b.state) return false;
    if (a.state != State::known) return true;
    return type == Type::text ? text(a) == text(b) : a.value == b.value && a.unit == b.unit;
  };
  if (into.state == State::contradictory) {
    auto& all = alternatives_[static_cast<std::size_t>(into.value)];
    const bool new_reading =
        speaks(other) &&
        std::none_of(all.begin(), all.end(), [&](const Cell& one) { return same(one, other); });
    if (new_reading) all.push_back(other);
    return;
  }
  if (!speaks(into)) {
    if (speaks(other) || into.state == State::not_supplied) into = other;
    return;
  }
  if (!speaks(other) || same(into, other)) return;
  alternatives_.push_back({into, other});
  into.state = State::contradictory;
  into.value = static_cast<std::int64_t>(alternatives_.size() - 1);
}

void Facts::set_reading(Cell& cell, Reading reading) {
  readings_.push_back(reading);
  cell.value = static_cast<std::int64_t>(readings_.size());
}

const Reading* Facts::reading(const Cell& cell) const {
  if (cell.state != State::unreadable || cell.value == 0) return nullptr;
  return &readings_[static_cast<std::size_t>(cell.value - 1)];
}

void Facts::set_origin(std::string_view bytes, Spot first) {
  origin_ = bytes;
  first_ = first;
  reached_ = 0;
  reached_at_ = first;
}

std::uint32_t Facts::add_place(const Place& place) {
  places_.push_back(place);
  return static_cast<std::uint32_t>(places_.size() - 1);
}

std::uint32_t Facts::keep_place(std::size_t offset) {
  if (offset < reached_) set_origin(origin_, first_);
  reached_at_ = moved(reached_at_, origin_.substr(reached_, offset - reached_));
  reached_ = offset;
  return add_place({reached_at_, keep(raw_at_offset(offset))});
}

Spot Facts::spot_of_offset(std::size_t offset) const {
  return moved(first_, origin_.substr(0, offset));
}

std::string_view Facts::raw_at_offset(std::size_t offset) const {
  const std::string_view rest = origin_.substr(std::min(offset, origin_.size()));
  const char before = offset > 0 && offset <= origin_.size() ? origin_[offset - 1] : '\0';
  const bool quoted = before == '"' || before == '\'';
  return rest.substr(0, quoted ? rest.find(before) : rest.find('<'));
}

Spot Facts::spot(std::uint32_t at) const {
  return mode_ == Places::kept ? places_[at].spot : spot_of_offset(at);
}

std::string_view Facts::raw(std::uint32_t at) const {
  return mode_ == Places::kept ? places_[at].raw : raw_at_offset(at);
}

Cell Facts::copy(const Cell& cell, Type type, const Facts& other) {
  Cell mine = cell;
  if (cell.state != State::not_supplied) {
    mine.at = add_place({other.spot(cell.at), keep(other.raw(cell.at))});
  }
  if (cell.state == State::contradictory) {
    std::vector<Cell> all;
    for (const auto& one : other.alternatives(cell)) all.push_back(copy(one, type, other));
    alternatives_.push_back(std::move(all));
    mine.value = static_cast<std::int64_t>(alternatives_.size() - 1);
  } else if (const auto* reading = other.reading(cell)) {
    set_reading(mine, *reading);
  } else if (cell.state == State::known && type == Type::text) {
    mine.value = add_text(keep(other.text(cell)));
  }
  return mine;
}

void Facts::append_worker(const Facts& other, std::uint32_t worker) {
  const EntityId id = vocabulary_->worker();
  const std::uint32_t parent = tables_[id].size();
  copy_row(other, id, worker, 0);
  const auto entities = vocabulary_->entities();
  // References between the worker's records name rows: they move with their table.
  std::vector<std::int64_t> moved(entities.size(), 0);
  for (std::size_t i = 0; i < entities.size(); ++i) {
    const auto entity = static_cast<EntityId>(i);
    if (!entities[i].in_worker || !tables_[i].keeps_any()) continue;
    const auto [first, last] = other.tables_[i].rows_of(worker);
    moved[i] = static_cast<std::int64_t>(tables_[i].size()) - first;
    tables_[i].set_completeness(parent, other.tables_[i].completeness(worker));
    for (std::uint32_t row = first; row < last; ++row) copy_row(other, entity, row, parent);
  }
  for (std::size_t i = 0; i < entities.size(); ++i) {
    if (i == id || entities[i].in_worker) move_references(static_cast<EntityId>(i), parent, moved);
  }
}

void Facts::copy_row(const Facts& other, EntityId entity, std::uint32_t from,
                     std::uint32_t parent) {
  auto row = other.tables_[entity].row(from);
  row.parent = parent;
  row.at = add_place({other.spot(row.at), {}});
  row.id = keep(row.id);
  Table& to = tables_[entity];
  const std::uint32_t mine = to.append(row);
  const auto& fields = vocabulary_->entity(entity).fields;
  for (std::size_t f = 0; f < fields.size(); ++f) {
    const auto field = static_cast<FieldId>(f);
    if (!to.keeps(field)) continue;
    to.cell(mine, field) = copy(other.tables_[entity].cell(from, field), fields[f].type, other);
  }
}

void Facts::move_references(EntityId entity, std::uint32_t parent,
                            const std::vector<std::int64_t>& moved) {
  Table& table = tables_[entity];
  const bool worker = entity == vocabulary_->worker();
  const auto [first, last] = worker ? std::pair{parent, parent + 1} : table.rows_of(parent);
  const auto& fields = vocabulary_->entity(entity).fields;
  for (std::size_t f = 0; f < fields.size(); ++f) {
    const auto field = static_cast<FieldId>(f);
    const bool inside =
        fields[f].type == Type::reference && vocabulary_->entity(fields[f].target).in_worker;
    if (!inside || !table.keeps(field)) continue;
    const bool kept = tables_[fields[f].target].keeps_any();
    for (std::uint32_t row = first; row < last; ++row) {
      Cell& cell = table.cell(row, field);
      if (cell.state == State::known && cell.value >= 0)
        cell.value = kept ? cell.value + moved[fields[f].target] : -1;
    }
  }
}

}  // namespace periksa::facts
