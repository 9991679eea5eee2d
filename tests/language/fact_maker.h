// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "tests/language/random.h"
#include "tests/language/stage.h"
#include "tests/language/world.h"

namespace periksa::language::test {

/// Random facts over small domains: all states, contradictions, readings, lists complete or not.
/// `silence`: how many of a hundred facts are not simply known.
World random_world(Random& random, Subject subject, std::uint32_t silence);

/// A fact that a field may have in the world.
Fact random_fact(Random& random, const World& world, const facts::Field& field,
                 std::uint32_t parent, std::uint32_t silence);

/// A subject of the world and the day of its event, known or not.
Setting random_setting(Random& random, Subject subject, const World& world);

/// One way things may really be: every unknown fact known or none, every doubt settled, every list
/// complete, perhaps with records nobody had filed.
World completed(Random& random, const World& world, Setting& setting);

/// For messages: the facts that say anything.
std::string describe(const World& world);

}  // namespace periksa::language::test
