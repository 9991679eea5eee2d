// SPDX-License-Identifier: Apache-2.0
#include "tests/language/world.h"

#include "tests/language/vocabulary.h"

namespace periksa::language::test {
namespace {

using facts::Cell;
using facts::State;

Cell cell_of(const Said& said, facts::Type type, facts::Facts& facts) {
  Cell cell;
  cell.state = said.none ? State::stated_none : State::known;
  cell.source = said.source;
  cell.unit = said.unit;
  cell.value = said.value;
  if (!said.none && type == facts::Type::text) {
    cell.value = facts.add_text(facts.keep(said.text));
  }
  return cell;
}

void fill(facts::Facts& facts, facts::EntityId id, const Sheet& sheet) {
  const auto& entity = vocabulary().entity(id);
  auto& table = facts.table(id);
  std::uint32_t number = 0;
  for (const Row& row : sheet.rows) {
    const auto name = facts.keep("r" + std::to_string(number++));
    const auto at = table.append({.id = name, .parent = row.parent});
    for (std::size_t f = 0; f < row.facts.size(); ++f) {
      table.cell(at, static_cast<facts::FieldId>(f)) =
          test::cell_of(row.facts[f], entity.fields[f].type, facts);
    }
  }
  for (const auto& [parent, count] : sheet.complete) {
    table.set_completeness(parent, {.state = facts::Completeness::State::complete, .count = count});
  }
}

}  // namespace

Fact Fact::known(std::int64_t value, std::uint16_t unit) {
  return {.state = State::known, .said = {{.value = value, .unit = unit}}};
}

Cell cell_of(const Fact& fact, facts::Type type, facts::Facts& facts) {
  Cell cell;
  cell.state = fact.state;
  cell.source = fact.source;
  if (fact.state == State::stated_none) return cell;
  if (fact.said.empty()) {
    if (fact.reading) facts.set_reading(cell, *fact.reading);
    return cell;
  }
  cell = cell_of(fact.said[0], type, facts);
  for (std::size_t i = 1; i < fact.said.size(); ++i) {
    facts.merge(cell, cell_of(fact.said[i], type, facts), type);
  }
  return cell;
}

Tables::Tables()
    : filing(vocabulary(), facts::Columns::all(vocabulary()), facts::Facts::Places::offsets),
      workers(vocabulary(), facts::Columns::all(vocabulary()), facts::Facts::Places::offsets) {}

World::World() : sheets(vocabulary().entities().size()) {}

Sheet& World::sheet(std::string_view entity) {
  return sheets[vocabulary().find_entity(entity).value()];
}

Fact& World::fact(std::string_view entity, std::uint32_t row, std::string_view field) {
  const auto id = vocabulary().find_entity(entity).value();
  return sheets[id].rows[row].facts[vocabulary().entity(id).find(field).value()];
}

std::uint32_t World::add(facts::EntityId entity, std::uint32_t parent) {
  auto& rows = sheets[entity].rows;
  rows.push_back({parent, std::vector<Fact>(vocabulary().entity(entity).fields.size())});
  return static_cast<std::uint32_t>(rows.size() - 1);
}

bool World::complete(facts::EntityId entity, std::uint32_t parent) const {
  return sheets[entity].complete.contains(parent);
}

std::unique_ptr<Tables> World::build() const {
  auto tables = std::make_unique<Tables>();
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const auto id = static_cast<facts::EntityId>(i);
    const bool of_workers = vocabulary().entity(id).in_worker || id == vocabulary().worker();
    fill(of_workers ? tables->workers : tables->filing, id, sheets[i]);
  }
  return tables;
}

const std::vector<facts::Standing>& standings() {
  using facts::Asserter;
  using facts::Basis;
  static const std::vector<facts::Standing> all{{Basis::declared, Asserter::agency},
                                                {Basis::registry, Asserter::registry},
                                                {Basis::document, Asserter::agency},
                                                {Basis::statement, Asserter::worker}};
  return all;
}

}  // namespace periksa::language::test
