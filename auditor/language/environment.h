// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "auditor/base/date.h"
#include "auditor/facts/facts.h"
#include "auditor/facts/source.h"
#include "auditor/language/loop_index.h"
#include "auditor/language/operand.h"
#include "auditor/law/limits.h"

/// What programs are evaluated in.
namespace periksa::language {

/// One cell of one record.
struct CellRef {
  const facts::Facts* facts = nullptr;
  facts::EntityId entity = 0;
  facts::FieldId field = 0;
  std::uint32_t row = 0;
  bool operator==(const CellRef&) const = default;
};

/// A record a variable stands for; row -1 where there is none to read, `via` then tells which
/// reference led nowhere.
struct Record {
  const facts::Facts* facts = nullptr;
  facts::EntityId entity = 0;
  std::int64_t row = -1;
  CellRef via;
  const facts::Cell* cells = nullptr;  ///< Table::whole_row, to be quick; may be null

  static Record of(const facts::Facts& facts, facts::EntityId entity, std::uint32_t row) {
    return {&facts, entity, row, {}, facts.table(entity).whole_row(row)};
  }
};

/// One fact replaced by another, to ask what would change the verdict.
struct Overlay {
  CellRef at;
  facts::Cell cell;
};

/// What a program is evaluated in. All pointers outlive the evaluation.
struct Environment {
  const facts::Facts* filing = nullptr;  ///< shared records
  const facts::Facts* workers =
      nullptr;  ///< one worker, or all of them for rules on the whole filing
  std::span<const Record> variables;
  Operand event;
  Date as_of;
  law::Window version;
  MonthReading reading = MonthReading::calendar;
  const law::Limits* limits = nullptr;
  std::span<const facts::Standing> standings;  ///< by source index
  const Overlay* overlay = nullptr;
  LoopIndexes* indexes = nullptr;  ///< null: every loop asks every record
  /// What shared records that refer to the one worker at hand hold instead of its row; 0: none
  /// does. Records of a worker never refer to workers.
  std::int64_t mention = 0;
  /// Whether several sides of a case tell of the same things (facts::Table::Row::sides).
  bool several_sides = false;

  const facts::Facts& home(facts::EntityId entity) const;
  /// Whether a record's cells are all as they stand in its table.
  bool as_filed(const Record& record) const {
    return overlay == nullptr || overlay->at.facts != record.facts ||
           overlay->at.entity != record.entity || overlay->at.row != record.row;
  }
  facts::Standing standing_of(std::uint32_t source) const {
    return source < standings.size() ? standings.data()[source] : facts::Standing{};
  }
};

}  // namespace periksa::language
