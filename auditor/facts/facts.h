// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "auditor/base/text_pool.h"
#include "auditor/facts/table.h"

namespace periksa::facts {

/// A set of tables, one per entity of the vocabulary, and what their cells point into. An audit
/// looks at two of them: the filing's shared records, and one worker with all that is theirs. Not
/// copyable. With Places::offsets one thread's, also for reading.
class Facts {
 public:
  /// How places are kept: as offsets into a text that stays in memory (one worker's slice), or
  /// copied with their raw text.
  enum class Places : std::uint8_t { offsets, kept };

  Facts(const Vocabulary& vocabulary, const Columns& columns, Places places);
  Facts(const Facts&) = delete;
  Facts& operator=(const Facts&) = delete;

  const Vocabulary& vocabulary() const { return *vocabulary_; }
  Table& table(EntityId id) { return tables_[id]; }
  const Table& table(EntityId id) const { return tables_[id]; }

  /// Empties all tables and pools; keeps their memory.
  void clear();

  /// A text that already lives as long as the tables' contents (a view into the parse buffer).
  std::int64_t add_text(std::string_view text) {
    texts_.push_back(text);
    return static_cast<std::int64_t>(texts_.size() - 1);
  }
  std::string_view text(const Cell& cell) const {
    return texts_[static_cast<std::size_t>(cell.value)];
  }
  /// Copies a text into this object.
  std::string_view keep(std::string_view text);

  /// Adds a further reading of a fact: the same value again keeps it, another makes it
  /// contradictory, silence (absent, not supplied, unreadable beside a readable one) changes
  /// nothing.
  void merge(Cell& into, const Cell& other, Type type);
  std::span<const Cell> alternatives(const Cell& cell) const {
    return alternatives_[static_cast<std::size_t>(cell.value)];
  }

  void set_reading(Cell& cell, Reading reading);
  /// The readings of an unreadable cell, or null.
  const Reading* reading(const Cell& cell) const;

  /// The bytes that places are offsets of, and where in the file they begin. With a map, whose text
  /// the bytes are a stretch of, places are what it says; it stays until the next origin is set.
  void set_origin(std::string_view bytes, Spot first, Mapped mapped = {});
  /// The `at` of a value that stands at this offset of the origin.
  std::uint32_t place(std::size_t offset) {
    return mode_ == Places::offsets ? static_cast<std::uint32_t>(offset) : keep_place(offset);
  }
  Spot spot(std::uint32_t at) const;
  /// The text as it stands in the file at a value's place, up to its closing quote or tag.
  std::string_view raw(std::uint32_t at) const;

  /// Copies the kept columns of one worker of another object and all that is theirs; this object
  /// keeps its own places; what is said of a list's completeness then stands where the worker does.
  /// Precondition: `this` was made with Places::kept, both use one
  /// vocabulary, and if `other` was made with Places::kept, its texts are not copied: it outlives
  /// this.
  void append_worker(const Facts& other, std::uint32_t worker = 0);

 private:
  struct Place {
    Spot spot;
    std::string_view raw;
  };

  std::uint32_t keep_place(std::size_t offset);
  void find_lines() const;
  Spot spot_of_offset(std::size_t offset) const;
  std::string_view raw_at_offset(std::size_t offset) const;
  std::string_view own(const Facts& other, std::string_view text);
  Cell copy(const Cell& cell, Type type, const Facts& other);
  void copy_row(const Facts& other, EntityId entity, std::uint32_t from, std::uint32_t parent);
  void move_references(EntityId entity, std::uint32_t first, std::uint32_t last,
                       const std::vector<std::int64_t>& moved);
  std::uint32_t add_place(const Place& place);

  const Vocabulary* vocabulary_;
  Places mode_;
  std::vector<Table> tables_;
  std::vector<std::string_view> texts_;
  TextPool kept_;
  std::vector<std::vector<Cell>> alternatives_;
  std::vector<Reading> readings_;
  std::vector<Place> places_;
  std::string_view origin_;
  Spot first_{1, 1};
  Mapped mapped_;
  mutable std::vector<std::uint32_t> lines_;  // where the origin's lines begin; made when asked for
  std::vector<EntityId> of_worker_;           // the entities in workers of which any field is kept
  std::size_t reached_ = 0;  // the offset whose place was kept last, and its spot: lines count on
  Spot reached_at_{1, 1};    // from there
};

}  // namespace periksa::facts
