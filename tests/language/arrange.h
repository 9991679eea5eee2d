// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "tests/language/random.h"
#include "tests/language/stage.h"
#include "tests/language/world.h"

namespace periksa::language::test {

/// Keeps these records of an entity, in this order (old row numbers). References, what belongs to
/// workers and the subject follow; references to what is gone lead nowhere.
void arrange(World& world, facts::EntityId entity, const std::vector<std::uint32_t>& order,
             Setting& setting);

/// Records stand worker by worker; new ones are appended behind all and brought home here.
void sort_by_parent(World& world, facts::EntityId entity, Setting& setting);

/// A random order of all records of an entity (worker by worker).
void shuffle(Random& random, World& world, facts::EntityId entity, Setting& setting);

}  // namespace periksa::language::test
