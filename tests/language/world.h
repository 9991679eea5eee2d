// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "auditor/facts/facts.h"
#include "auditor/facts/source.h"

namespace periksa::language::test {

/// One thing a source says a fact is.
struct Said {
  bool none = false;
  std::int64_t value = 0;
  std::uint16_t unit = 0;
  std::string text{};
  std::uint32_t source = 0;
  /// Whether the same is said, by whomever.
  bool operator==(const Said& other) const {
    return none == other.none && value == other.value && unit == other.unit && text == other.text;
  }
};

/// A fact as a test thinks of it. `said`: one when known, several when contradictory.
struct Fact {
  facts::State state = facts::State::not_supplied;
  std::vector<Said> said{};
  std::optional<facts::Reading> reading{};
  std::uint32_t source = 0;

  static Fact known(std::int64_t value, std::uint16_t unit = 0);
  static Fact of(facts::State state) { return {.state = state}; }
  bool definite() const {
    return state == facts::State::known || state == facts::State::stated_none;
  }
};

struct Row {
  std::uint32_t parent = 0;
  std::vector<Fact> facts{};
};

/// The records of one entity and, by parent, the count of those collections said to be complete.
struct Sheet {
  std::vector<Row> rows{};
  std::map<std::uint32_t, std::int64_t> complete{};
};

/// The tables a world becomes.
struct Tables {
  Tables();
  facts::Facts filing;
  facts::Facts workers;
};

/// All facts of a test, easy to change; what the evaluators read is built from it.
struct World {
  World();

  Sheet& sheet(std::string_view entity);
  Fact& fact(std::string_view entity, std::uint32_t row, std::string_view field);
  /// Appends a record of which nothing is known.
  std::uint32_t add(facts::EntityId entity, std::uint32_t parent);
  bool complete(facts::EntityId entity, std::uint32_t parent) const;
  std::unique_ptr<Tables> build() const;

  std::vector<Sheet> sheets;  // by entity
};

/// The cell of a fact in tables made from the same world.
facts::Cell cell_of(const Fact& fact, facts::Type type, facts::Facts& facts);

/// What each source the tests use lends a fact.
const std::vector<facts::Standing>& standings();

}  // namespace periksa::language::test
