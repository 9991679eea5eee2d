// SPDX-License-Identifier: Apache-2.0
#include "tests/language/arrange.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "tests/language/vocabulary.h"

namespace periksa::language::test {
namespace {

using facts::EntityId;
using Order = std::vector<std::uint32_t>;

/// The new number of an old row; -1 when it is gone.
std::int64_t place_of(const Order& order, std::int64_t old) {
  const auto at = std::ranges::find(order, old);
  return at == order.end() ? -1 : at - order.begin();
}

void redirect(World& world, EntityId target, const Order& order) {
  for (std::size_t e = 0; e < world.sheets.size(); ++e) {
    const auto& fields = vocabulary().entity(static_cast<EntityId>(e)).fields;
    for (std::size_t f = 0; f < fields.size(); ++f) {
      if (fields[f].type != facts::Type::reference || fields[f].target != target) continue;
      for (Row& row : world.sheets[e].rows) {
        for (Said& said : row.facts[f].said) {
          if (!said.none && said.value >= 0) said.value = place_of(order, said.value);
        }
      }
    }
  }
}

/// The records of workers that moved or left go with them.
void follow_workers(World& world, const Order& order, Setting& setting) {
  for (std::size_t e = 0; e < world.sheets.size(); ++e) {
    const auto id = static_cast<EntityId>(e);
    if (!vocabulary().entity(id).in_worker) continue;
    Sheet& sheet = world.sheets[e];
    Order kept;
    for (std::uint32_t r = 0; r < sheet.rows.size(); ++r) {
      if (place_of(order, sheet.rows[r].parent) >= 0) kept.push_back(r);
    }
    arrange(world, id, kept, setting);
    for (Row& row : sheet.rows) {
      row.parent = static_cast<std::uint32_t>(place_of(order, row.parent));
    }
    const auto before = std::exchange(sheet.complete, {});
    for (const auto& [parent, count] : before) {
      const auto now = place_of(order, parent);
      if (now >= 0) sheet.complete[static_cast<std::uint32_t>(now)] = count;
    }
    sort_by_parent(world, id, setting);
  }
}

}  // namespace

void arrange(World& world, EntityId entity, const Order& order, Setting& setting) {
  Sheet& sheet = world.sheets[entity];
  std::vector<Row> rows;
  for (const auto old : order) rows.push_back(sheet.rows[old]);
  sheet.rows = std::move(rows);
  redirect(world, entity, order);
  if (scope_of(setting.subject).variables[0].entity == entity) {
    setting.row = static_cast<std::uint32_t>(place_of(order, setting.row));
  }
  if (entity == vocabulary().worker()) follow_workers(world, order, setting);
}

void sort_by_parent(World& world, EntityId entity, Setting& setting) {
  const auto& rows = world.sheets[entity].rows;
  if (std::ranges::is_sorted(rows, {}, &Row::parent)) return;
  Order order(rows.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {}, [&](std::uint32_t r) { return rows[r].parent; });
  arrange(world, entity, order, setting);
}

void shuffle(Random& random, World& world, EntityId entity, Setting& setting) {
  Order order(world.sheets[entity].rows.size());
  std::iota(order.begin(), order.end(), 0U);
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
  arrange(world, entity, order, setting);
  sort_by_parent(world, entity, setting);
}

}  // namespace periksa::language::test
