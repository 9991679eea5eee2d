// SPDX-License-Identifier: Apache-2.0
#include "auditor/facts/facts.h"

#include <algorithm>
#include <numeric>

namespace periksa::facts {

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

std::int64_t Facts::add_text(std::string_view text) {
  texts_.push_back(text);
  return static_cast<std::int64_t>(texts_.size() - 1);
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
}

std::uint32_t Facts::add_place(const Place& place) {
  places_.push_back(place);
  return static_cast<std::uint32_t>(places_.size() - 1);
}

std::uint32_t Facts::place(std::size_t offset) {
  if (mode_ == Places::offsets) return static_cast<std::uint32_t>(offset);
  return add_place({spot_of_offset(offset), keep(raw_at_offset(offset))});
}

Spot Facts::spot_of_offset(std::size_t offset) const {
  const std::string_view before = origin_.substr(0, offset);
  const auto lines = std::count(before.begin(), before.end(), '\n');
  if (lines == 0) return {first_.line, first_.column + static_cast<std::uint32_t>(before.size())};
  return {first_.line + static_cast<std::uint32_t>(lines),
          static_cast<std::uint32_t>(before.size() - before.rfind('\n'))};
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

void Facts::append_worker(const Facts& other) {
  const EntityId worker = vocabulary_->worker();
  const std::uint32_t parent = tables_[worker].size();
  const auto entities = vocabulary_->entities();
  for (std::size_t i = 0; i < entities.size(); ++i) {
    const auto id = static_cast<EntityId>(i);
    if (id != worker && !entities[i].in_worker) continue;
    const Table& from = other.tables_[id];
    Table& to = tables_[id];
    if (id != worker) {
      if (!to.keeps_any()) continue;
      to.set_completeness(parent, from.completeness(0));
    }
    for (std::uint32_t r = 0; r < from.size(); ++r) {
      auto row = from.row(r);
      row.parent = id == worker ? 0 : parent;
      row.at = add_place({other.spot(row.at), {}});
      row.id = keep(row.id);
      const std::uint32_t mine = to.append(row);
      for (std::size_t f = 0; f < entities[i].fields.size(); ++f) {
        const auto field = static_cast<FieldId>(f);
        if (to.keeps(field)) {
          to.cell(mine, field) = copy(from.cell(r, field), entities[i].fields[f].type, other);
        }
      }
    }
  }
}

}  // namespace periksa::facts
