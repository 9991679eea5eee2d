// SPDX-License-Identifier: Apache-2.0
#include "tests/language/fact_maker.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "auditor/base/money.h"
#include "tests/language/arrange.h"
#include "tests/language/vocabulary.h"

namespace periksa::language::test {
namespace {

using facts::EntityId;
using facts::State;
using facts::Type;

const std::vector<std::int64_t>& days() {
  static const std::vector<std::int64_t> all = [] {
    std::vector<std::int64_t> made;
    for (const char* const iso :
         {"2023-12-31", "2024-01-30", "2024-01-31", "2024-02-15", "2024-02-28", "2024-02-29",
          "2024-03-01", "2024-03-30", "2025-02-28", "2004-02-29"}) {
      made.push_back(day(iso).days());
    }
    return made;
  }();
  return all;
}

bool may_be_none(const facts::Field& field) {
  return field.none != facts::NoneMeans::refused;
}

/// Records a reference may point to: those of the same worker, or the filing's.
std::vector<std::int64_t> targets(const World& world, EntityId target, std::uint32_t parent) {
  std::vector<std::int64_t> rows;
  for (std::size_t r = 0; r < world.sheets[target].rows.size(); ++r) {
    const bool near = world.sheets[target].rows[r].parent == parent;
    if (near || !vocabulary().entity(target).in_worker) rows.push_back(static_cast<int>(r));
  }
  return rows;
}

Said value_of(Random& random, const World& world, const facts::Field& field, std::uint32_t parent) {
  static const std::vector<std::int64_t> kAmounts{0, 1, 2, 3, 5};
  static const std::vector<std::int64_t> kPeriods{
      facts::pack_period(1, 0),  facts::pack_period(0, 30), facts::pack_period(0, 31),
      facts::pack_period(12, 0), facts::pack_period(2, 0),  0};
  static const std::vector<std::string> kTexts{"ani", "budi", "citra"};
  Said said;
  switch (field.type) {
    case Type::boolean:
      said.value = random.below(2);
      break;
    case Type::integer: {
      const std::int64_t least = field.min.value_or(0);
      const std::int64_t most = field.max.value_or(least + 5);
      said.value = least + random.below(static_cast<std::uint64_t>(most - least + 1));
      break;
    }
    case Type::decimal:
    case Type::percent:
      said.value = 500'000 * static_cast<std::int64_t>(random.below(
                                 static_cast<std::uint64_t>(*field.max) / 500'000 + 1));
      break;
    case Type::money:
      said.value = random.one_of(kAmounts);
      said.unit = pack(parse_money(random.chance(80) ? "IDR 1" : "TWD 1")->currency);
      break;
    case Type::date:
      said.value = random.one_of(days());
      break;
    case Type::period:
      said.value = random.one_of(kPeriods);
      break;
    case Type::text:
      said.text = random.one_of(kTexts);
      break;
    case Type::code:
      said.value = random.below(vocabulary().list(field.target).codes.size());
      break;
    case Type::reference: {
      const auto rows = targets(world, field.target, parent);
      said.value = rows.empty() ? -1 : random.one_of(rows);
      break;
    }
  }
  return said;
}

Fact definite(Random& random, const World& world, const facts::Field& field, std::uint32_t parent) {
  Fact fact;
  fact.source = random.below(standings().size());
  fact.state = State::known;
  fact.said = {value_of(random, world, field, parent)};
  fact.said[0].source = fact.source;
  const bool nowhere = field.type == Type::reference && fact.said[0].value < 0;
  if (may_be_none(field) && (nowhere || random.chance(25))) {
    fact.state = State::stated_none;
    fact.said.clear();
  }
  return fact;
}

Fact contradictory(Random& random, const World& world, const facts::Field& field,
                   std::uint32_t parent) {
  Fact fact = definite(random, world, field, parent);
  if (fact.state == State::stated_none) fact.said = {{.none = true, .source = fact.source}};
  for (auto more = 1 + random.below(2); more > 0; --more) {
    Said said = value_of(random, world, field, parent);
    if (may_be_none(field) && random.chance(15)) said = {.none = true};
    said.source = random.below(standings().size());
    if (std::ranges::count(fact.said, said) == 0) fact.said.push_back(said);
  }
  if (fact.said.size() > 1) fact.state = State::contradictory;
  return fact;
}

Fact unclear(Random& random, const World& world, const facts::Field& field, std::uint32_t parent) {
  Fact fact;
  fact.source = random.below(standings().size());
  switch (random.below(6)) {
    case 0:
      return fact;
    case 1:
      fact.state = State::absent;
      return fact;
    case 2:
      fact.state = State::unreadable;
      return fact;
    case 3:
      fact.state = State::unreadable;
      if (field.type == Type::date) {
        fact.reading = {day("2024-02-01").days(), day("2024-02-29").days()};
      } else if (field.type == Type::integer) {
        const std::int64_t least = field.min.value_or(0) + 1;
        fact.reading = {least, least + 1};
      }
      return fact;
    default:
      return contradictory(random, world, field, parent);
  }
}

void fill(Random& random, World& world, EntityId entity, std::uint32_t silence) {
  const auto& fields = vocabulary().entity(entity).fields;
  for (Row& row : world.sheets[entity].rows) {
    for (std::size_t f = 0; f < fields.size(); ++f) {
      row.facts[f] = random_fact(random, world, fields[f], row.parent, silence);
      const bool refers = fields[f].type == Type::reference && row.facts[f].state == State::known;
      if (refers && random.chance(silence / 4)) row.facts[f].said[0].value = -1;
    }
  }
}

/// Who refers to a record that is not there shows that a list is not all there is.
void distrust(World& world) {
  for (std::size_t e = 0; e < world.sheets.size(); ++e) {
    const auto& fields = vocabulary().entity(static_cast<EntityId>(e)).fields;
    for (const Row& row : world.sheets[e].rows) {
      for (std::size_t f = 0; f < fields.size(); ++f) {
        if (fields[f].type != Type::reference) continue;
        for (const Said& said : row.facts[f].said) {
          if (!said.none && said.value < 0) world.sheets[fields[f].target].complete.clear();
        }
      }
    }
  }
}

/// Files what is referred to and was not filed: each time another record, or the same again.
void find_missing(Random& random, World& world, std::size_t entity) {
  const auto& fields = vocabulary().entity(static_cast<EntityId>(entity)).fields;
  for (std::size_t f = 0; f < fields.size(); ++f) {
    if (fields[f].type != Type::reference) continue;
    std::int64_t last = -1;
    for (std::size_t r = 0; r < world.sheets[entity].rows.size(); ++r) {
      for (std::size_t s = 0; s < world.sheets[entity].rows[r].facts[f].said.size(); ++s) {
        const Row& row = world.sheets[entity].rows[r];
        if (row.facts[f].said[s].none || row.facts[f].said[s].value >= 0) continue;
        const std::uint32_t parent =
            vocabulary().entity(fields[f].target).in_worker ? row.parent : 0;
        const bool again =
            last >= 0 &&
            world.sheets[fields[f].target].rows[static_cast<std::size_t>(last)].parent == parent &&
            random.chance(50);
        if (!again) last = world.add(fields[f].target, parent);
        world.sheets[entity].rows[r].facts[f].said[s].value = last;
      }
    }
  }
}

/// One of the values the fact may have; `free` where it may have any.
Fact settled(Random& random, const Fact& fact, const Fact& free) {
  Fact chosen = free;
  if (fact.reading) {
    const auto length = static_cast<std::uint64_t>(fact.reading->high - fact.reading->low + 1);
    chosen = Fact::known(fact.reading->low + random.below(length));
  } else if (fact.state == State::contradictory) {
    const Said said = fact.said[random.below(fact.said.size())];
    chosen = {.state = said.none ? State::stated_none : State::known, .said = {said}};
    if (said.none) chosen.said.clear();
    chosen.source = said.source;
    return chosen;
  }
  chosen.source = fact.source;
  for (Said& said : chosen.said) said.source = fact.source;
  return chosen;
}

Operand settled(Random& random, const Operand& event) {
  if (event.exact()) return event;
  if (event.shape == Operand::Shape::several) {
    return Operand::of(event.atoms[random.below(event.atoms.size())].value);
  }
  const std::int64_t chosen = random.one_of(days());
  return Operand::of(std::clamp(chosen, event.low, event.high));
}

}  // namespace

Fact random_fact(Random& random, const World& world, const facts::Field& field,
                 std::uint32_t parent, std::uint32_t silence) {
  return random.chance(silence) ? unclear(random, world, field, parent)
                                : definite(random, world, field, parent);
}

World random_world(Random& random, Subject subject, std::uint32_t silence) {
  World world;
  const auto worker = vocabulary().worker();
  const auto workers = subject == Subject::permit ? random.below(3) : 1;
  for (std::uint32_t w = 0; w < workers; ++w) world.add(worker, 0);
  for (std::size_t e = 0; e < world.sheets.size(); ++e) {
    const auto id = static_cast<EntityId>(e);
    if (id == worker) continue;
    const bool in_worker = vocabulary().entity(id).in_worker;
    const bool needed = subject == Subject::permit ? !in_worker : id == 1 && in_worker;
    for (std::uint32_t p = 0; p < (in_worker ? workers : 1); ++p) {
      const bool single = vocabulary().entity(id).single;
      const auto least = needed && subject != Subject::worker ? 1U : 0U;
      for (auto n = single ? random.below(2) : least + random.below(4); n > 0; --n) {
        world.add(id, p);
      }
    }
  }
  for (std::size_t e = 0; e < world.sheets.size(); ++e) {
    fill(random, world, static_cast<EntityId>(e), silence);
  }
  for (std::size_t e = 0; e < world.sheets.size(); ++e) {
    const bool in_worker = vocabulary().entity(static_cast<EntityId>(e)).in_worker;
    for (std::uint32_t p = 0; p < (in_worker ? workers : 1); ++p) {
      if (!random.chance(65)) continue;
      world.sheets[e].complete[p] = std::ranges::count(world.sheets[e].rows, p, &Row::parent);
    }
  }
  distrust(world);
  return world;
}

Setting random_setting(Random& random, Subject subject, const World& world) {
  static const std::vector<Atom> kTwoDays{{days()[3], 0, {}}, {days()[6], 0, {}}};
  Setting setting;
  setting.subject = subject;
  const auto entity = scope_of(subject).variables[0].entity;
  setting.row = random.below(world.sheets[entity].rows.size());
  setting.event = Operand::of(random.one_of(days()));
  if (random.chance(10)) {
    setting.event = Operand::range(days()[3], days()[6]);
    setting.event.shape = Operand::Shape::several;
    setting.event.atoms = kTwoDays;
  } else if (random.chance(10)) {
    setting.event = Operand::range(days()[3], days()[6]);
  } else if (random.chance(5)) {
    setting.event = Operand::range(kLeast, kMost);
  }
  setting.reading = random.chance(50) ? MonthReading::calendar : MonthReading::thirty_days;
  return setting;
}

World completed(Random& random, const World& before, Setting& setting) {
  World world = before;
  const auto worker = vocabulary().worker();
  const auto in_sight = [&](EntityId id) {
    return id != worker || setting.subject == Subject::permit;
  };
  for (std::size_t e = 0; e < world.sheets.size(); ++e) {
    const auto id = static_cast<EntityId>(e);
    const bool in_worker = vocabulary().entity(id).in_worker;
    const auto parents = in_worker ? world.sheets[worker].rows.size() : 1;
    for (std::uint32_t p = 0; p < parents; ++p) {
      const bool single = vocabulary().entity(id).single;
      const bool there = std::ranges::count(world.sheets[e].rows, p, &Row::parent) > 0;
      const bool full = world.complete(id, p) || !in_sight(id) || (single && there);
      const auto more = full ? 0 : random.below(single ? 2 : 3);
      for (std::uint32_t n = 0; n < more; ++n) world.add(id, p);
    }
  }
  for (std::size_t e = 0; e < world.sheets.size(); ++e) find_missing(random, world, e);
  for (std::size_t e = 0; e < world.sheets.size(); ++e) {
    sort_by_parent(world, static_cast<EntityId>(e), setting);
  }
  for (std::size_t e = 0; e < world.sheets.size(); ++e) {
    const auto& fields = vocabulary().entity(static_cast<EntityId>(e)).fields;
    for (Row& row : world.sheets[e].rows) {
      for (std::size_t f = 0; f < fields.size(); ++f) {
        Fact& fact = row.facts[f];
        if (fact.definite()) continue;
        fact = settled(random, fact, definite(random, world, fields[f], row.parent));
      }
    }
    world.sheets[e].complete.clear();
    for (std::uint32_t p = 0; p < std::max<std::size_t>(1, world.sheets[worker].rows.size()); ++p) {
      world.sheets[e].complete[p] = std::ranges::count(world.sheets[e].rows, p, &Row::parent);
    }
  }
  setting.event = settled(random, setting.event);
  return world;
}

std::string describe(const World& world) {
  static constexpr std::array kStates{"?", "absent", "", "none", "unreadable", "contradictory"};
  std::string text;
  for (std::size_t e = 0; e < world.sheets.size(); ++e) {
    const auto& entity = vocabulary().entity(static_cast<EntityId>(e));
    for (const auto& [parent, count] : world.sheets[e].complete) {
      text += fmt::format("{} of {}: complete, {}\n", entity.many, parent, count);
    }
    for (std::size_t r = 0; r < world.sheets[e].rows.size(); ++r) {
      const Row& row = world.sheets[e].rows[r];
      text += fmt::format("{} {} of {}:", entity.name, r, row.parent);
      for (std::size_t f = 0; f < row.facts.size(); ++f) {
        const Fact& fact = row.facts[f];
        text += fmt::format(" {}={}", entity.fields[f].name,
                            kStates[static_cast<std::size_t>(fact.state)]);
        for (const Said& said : fact.said) {
          text += said.none ? ":none" : fmt::format(":{}{}", said.value, said.text);
          text += fmt::format("@{}", said.source);
          if (said.unit != 0) text += unpack_currency(said.unit).view();
        }
        if (fact.reading) text += fmt::format("[{},{}]", fact.reading->low, fact.reading->high);
      }
      text += '\n';
    }
  }
  return text;
}

}  // namespace periksa::language::test
