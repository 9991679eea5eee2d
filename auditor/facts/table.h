// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "auditor/facts/cell.h"
#include "auditor/facts/places.h"
#include "auditor/facts/vocabulary.h"

namespace periksa::facts {

/// What a filing says of a collection: all of it, a sample, or nothing (the default). A count that
/// does not fit, or a record that is referred to but not there, makes it contradictory, which
/// counts as unknown.
struct Completeness {
  enum class State : std::uint8_t { unknown, complete, sample, contradictory };
  State state = State::unknown;
  std::int64_t count = -1;  ///< as stated; -1 = not stated
  std::uint32_t at = 0;
  std::uint32_t source = 0;
};

/// The readings an unreadable value still has ("2024-03" is some day of March): a closed range in
/// the type's own unit.
struct Reading {
  std::int64_t low = 0;
  std::int64_t high = 0;
};

/// The fields of each entity that a set of tables keeps; the full one keeps all.
class Columns {
 public:
  static Columns all(const Vocabulary& vocabulary);
  static Columns none(const Vocabulary& vocabulary);
  void add(EntityId entity, FieldId field);
  const std::vector<FieldId>& of(EntityId entity) const { return fields_[entity]; }

 private:
  std::vector<std::vector<FieldId>> fields_;  // per entity, ascending
};

/// The records of one entity: typed cells, one per kept field, plus each record's id, place and
/// parent.
class Table {
 public:
  struct Row {
    std::string_view id;
    std::uint32_t parent = 0;  ///< row of the worker it belongs to; 0 in filing-level tables
    std::uint32_t at = 0;
    std::uint32_t source = 0;
    std::uint16_t sides = 1;  ///< which sides of a case tell of it, a bit each (Source::side)
  };

  Table(const Entity& entity, std::span<const FieldId> kept);

  const Entity& entity() const { return *entity_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(rows_.size()); }
  const Row& row(std::uint32_t index) const { return rows_[index]; }
  bool keeps(FieldId field) const { return slots_[field] != kNoSlot; }
  bool keeps_any() const { return !kept_.empty(); }
  const std::vector<FieldId>& kept() const { return kept_; }  // ascending
  /// Precondition: `keeps(field)`.
  Cell& cell(std::uint32_t row, FieldId field) {
    return cells_.data()[row * width_ + slots_.data()[field]];
  }
  const Cell& cell(std::uint32_t row, FieldId field) const {
    return cells_.data()[row * width_ + slots_.data()[field]];
  }

  /// A record's cells by field, if all fields are kept, else null. Until the next row is appended.
  const Cell* whole_row(std::uint32_t row) const {
    return width_ == slots_.size() ? cells_.data() + row * width_ : nullptr;
  }

  /// Rows are appended parent by parent, so those of one parent are neighbours.
  std::uint32_t append(const Row& row);
  void set_source(std::uint32_t row, std::uint32_t source) { rows_[row].source = source; }
  void set_sides(std::uint32_t row, std::uint16_t sides) { rows_[row].sides = sides; }
  void clear() {
    if (!rows_.empty() || !completeness_.empty()) empty();
  }

  /// The rows whose parent is `parent`, [first, last).
  std::pair<std::uint32_t, std::uint32_t> rows_of(std::uint32_t parent) const;

  /// The stated completeness of the collection of one parent; unknown unless set.
  Completeness completeness(std::uint32_t parent) const;
  void set_completeness(std::uint32_t parent, const Completeness& stated);
  /// Whether no record of the parent can be missing here: the collection is stated to be complete
  /// and its count fits, or it holds the one record that there can be.
  bool is_complete(std::uint32_t parent) const;

  /// Whether records of one parent may be several sides' tellings of the same thing: not all are
  /// told of by the same sides.
  bool sides_differ(std::uint32_t parent) const;

  /// The row with this id among those of one parent.
  std::optional<std::uint32_t> find(std::string_view id, std::uint32_t parent = 0) const;

 private:
  static constexpr std::uint16_t kNoSlot = 0xFFFF;

  void empty();

  const Entity* entity_;
  std::vector<FieldId> kept_;
  std::size_t width_;
  std::vector<std::uint16_t> slots_;
  std::vector<Row> rows_;
  std::vector<Cell> cells_;
  std::vector<Completeness> completeness_;
  std::unordered_map<std::string_view, std::uint32_t> by_id_;  // filing-level tables only
};

}  // namespace periksa::facts
