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

/// Readings stand in the order of their sources, whichever was written first.
void rest_on_first(Cell& cell, std::vector<Cell>& readings) {
  std::ranges::stable_sort(readings, {}, &Cell::source);
  cell.at = readings.front().at;
  cell.source = readings.front().source;
}

}  // namespace

Facts::Facts(const Vocabulary& vocabulary, const Columns& columns, Places places)
    : vocabulary_(&vocabulary), mode_(places) {
  tables_.reserve(vocabulary.entities().size());
  for (std::size_t i = 0; i < vocabulary.entities().size(); ++i) {
    const auto id = static_cast<EntityId>(i);
    tables_.emplace_back(vocabulary.entities()[i], columns.of(id));
    if (vocabulary.entities()[i].in_worker && tables_[i].keeps_any()) of_worker_.push_back(id);
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
  return kept_.keep(text);
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
    if (new_reading) {
      all.push_back(other);
      rest_on_first(into, all);
    }
    return;
  }
  if (!speaks(into)) {
    if (speaks(other) || into.state == State::not_supplied) into = other;
    return;
  }
  if (!speaks(other) || same(into, other)) return;
  alternatives_.push_back({into, other});
  rest_on_first(into, alternatives_.back());
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

void Facts::set_origin(std::string_view bytes, Spot first, Mapped mapped) {
  origin_ = bytes;
  first_ = first;
  mapped_ = mapped;
  lines_.clear();
  reached_ = 0;
  reached_at_ = first;
}

std::uint32_t Facts::add_place(const Place& place) {
  places_.push_back(place);
  return static_cast<std::uint32_t>(places_.size() - 1);
}

std::uint32_t Facts::keep_place(std::size_t offset) {
  if (mapped_.map != nullptr)
    return add_place({spot_of_offset(offset), keep(raw_at_offset(offset))});
  if (offset < reached_) set_origin(origin_, first_);
  reached_at_ = moved(reached_at_, origin_.substr(reached_, offset - reached_));
  reached_ = offset;
  return add_place({reached_at_, keep(raw_at_offset(offset))});
}

void Facts::find_lines() const {
  lines_.push_back(0);
  for (auto at = origin_.find('\n'); at != std::string_view::npos; at = origin_.find('\n', at + 1))
    lines_.push_back(static_cast<std::uint32_t>(at + 1));
}

Spot Facts::spot_of_offset(std::size_t offset) const {
  if (mapped_.map != nullptr) return mapped_.map->spot(mapped_.base + offset);
  if (lines_.empty()) find_lines();
  const auto at = static_cast<std::uint32_t>(std::min(offset, origin_.size()));
  const auto behind = std::upper_bound(lines_.begin(), lines_.end(), at);
  const auto line = static_cast<std::uint32_t>(behind - lines_.begin()) - 1;
  if (line == 0) return {first_.line, first_.column + at};
  return {first_.line + line, at - behind[-1] + 1};
}

std::string_view Facts::raw_at_offset(std::size_t offset) const {
  if (mapped_.map != nullptr) return mapped_.map->raw(mapped_.base + offset);
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

/// A text of another object that lives as long as this one.
std::string_view Facts::own(const Facts& other, std::string_view text) {
  return other.mode_ == Places::kept ? text : keep(text);
}

Cell Facts::copy(const Cell& cell, Type type, const Facts& other) {
  Cell mine = cell;
  if (cell.state != State::not_supplied) {
    mine.at = add_place({other.spot(cell.at), own(other, other.raw(cell.at))});
  }
  if (cell.state == State::contradictory) {
    std::vector<Cell> all;
    for (const auto& one : other.alternatives(cell)) all.push_back(copy(one, type, other));
    alternatives_.push_back(std::move(all));
    mine.value = static_cast<std::int64_t>(alternatives_.size() - 1);
  } else if (const auto* reading = other.reading(cell)) {
    set_reading(mine, *reading);
  } else if (cell.state == State::known && type == Type::text) {
    mine.value = add_text(own(other, other.text(cell)));
  }
  return mine;
}

void Facts::append_worker(const Facts& other, std::uint32_t worker) {
  const EntityId id = vocabulary_->worker();
  const std::uint32_t parent = tables_[id].size();
  copy_row(other, id, worker, 0);
  // References between the worker's records name rows: they move with their table.
  std::vector<std::int64_t> moved(tables_.size(), 0);
  for (const EntityId entity : of_worker_) {
    const auto [first, last] = other.tables_[entity].rows_of(worker);
    moved[entity] = static_cast<std::int64_t>(tables_[entity].size()) - first;
    auto stated = other.tables_[entity].completeness(worker);
    stated.at = tables_[id].row(parent).at;
    tables_[entity].set_completeness(parent, stated);
    for (std::uint32_t row = first; row < last; ++row) copy_row(other, entity, row, parent);
  }
  move_references(id, parent, parent + 1, moved);
  for (const EntityId entity : of_worker_) {
    const auto [first, last] = tables_[entity].rows_of(parent);
    move_references(entity, first, last, moved);
  }
}

void Facts::copy_row(const Facts& other, EntityId entity, std::uint32_t from,
                     std::uint32_t parent) {
  auto row = other.tables_[entity].row(from);
  row.parent = parent;
  row.at = add_place({other.spot(row.at), {}});
  row.id = own(other, row.id);
  Table& to = tables_[entity];
  const std::uint32_t mine = to.append(row);
  const auto& fields = vocabulary_->entity(entity).fields;
  for (const FieldId field : to.kept())
    to.cell(mine, field) = copy(other.tables_[entity].cell(from, field), fields[field].type, other);
}

void Facts::move_references(EntityId entity, std::uint32_t first, std::uint32_t last,
                            const std::vector<std::int64_t>& moved) {
  Table& table = tables_[entity];
  const auto& fields = vocabulary_->entity(entity).fields;
  for (const FieldId field : table.kept()) {
    const auto target = fields[field].target;
    const bool inside =
        fields[field].type == Type::reference && vocabulary_->entity(target).in_worker;
    if (!inside) continue;
    const bool kept = tables_[target].keeps_any();
    for (std::uint32_t row = first; row < last; ++row) {
      Cell& cell = table.cell(row, field);
      if (cell.state == State::known && cell.value >= 0)
        cell.value = kept ? cell.value + moved[target] : -1;
    }
  }
}

}  // namespace periksa::facts
