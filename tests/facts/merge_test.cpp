// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "tests/facts/small_vocabulary.h"

using namespace periksa;
using facts::Cell;
using facts::Facts;
using facts::State;
using facts::Type;

namespace {

struct Small {
  facts::Vocabulary vocabulary = test::small_vocabulary();
  Facts facts{vocabulary, facts::Columns::all(vocabulary), Facts::Places::offsets};

  static Cell cell(State state, std::int64_t value = 0) {
    return {.value = value, .at = 7, .state = state};
  }
  Cell merged(Cell a, const Cell& b, Type type = Type::integer) {
    facts.merge(a, b, type);
    return a;
  }
};

/// What two readings make together: rows the first, columns the second, in the order not supplied,
/// absent, known 1, known 2, stated none, unreadable. 1 = the first stays, 2 = the second counts,
/// c = contradictory.
constexpr std::array<std::string_view, 6> kTable{
    "122222",  // not supplied
    "112221",  // absent
    "111cc1",  // known 1
    "11c1c1",  // known 2
    "11cc11",  // stated none
    "112221",  // unreadable
};

Cell reading(std::size_t i) {
  switch (i) {
    case 1:
      return Small::cell(State::absent);
    case 2:
      return Small::cell(State::known, 1);
    case 3:
      return Small::cell(State::known, 2);
    case 4:
      return Small::cell(State::stated_none);
    case 5:
      return Small::cell(State::unreadable);
    default:
      return Small::cell(State::not_supplied);
  }
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(merge, Small)

BOOST_AUTO_TEST_CASE(every_pair_of_states_merges_as_the_table_says) {
  for (std::size_t i = 0; i < 6; ++i) {
    for (std::size_t j = 0; j < 6; ++j) {
      const Cell a = reading(i);
      const Cell b = reading(j);
      const Cell result = merged(a, b);
      const char expected = kTable[i][j];
      const Cell& kept = expected == '2' ? b : a;
      const auto state = expected == 'c' ? State::contradictory : kept.state;
      BOOST_TEST((result.state == state), i << " with " << j);
      if (expected != 'c') BOOST_TEST(result.value == kept.value, i << " with " << j);
    }
  }
}

BOOST_AUTO_TEST_CASE(whether_two_readings_contradict_does_not_depend_on_their_order) {
  for (std::size_t i = 0; i < 6; ++i) {
    for (std::size_t j = 0; j < 6; ++j) {
      const Cell ab = merged(reading(i), reading(j));
      const Cell ba = merged(reading(j), reading(i));
      BOOST_TEST((ab.state == State::contradictory) == (ba.state == State::contradictory));
      if (ab.state == State::known) BOOST_TEST(ab.value == ba.value);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_contradiction_keeps_each_value_once_and_hears_no_silence) {
  Cell cell = Small::cell(State::known, 1);
  for (const std::size_t i : {3UL, 2UL, 5UL, 1UL, 0UL, 4UL, 3UL}) {
    facts.merge(cell, reading(i), Type::integer);
  }
  BOOST_TEST((cell.state == State::contradictory));
  const auto all = facts.alternatives(cell);
  BOOST_REQUIRE(all.size() == 3U);
  BOOST_TEST(all[0].value == 1);
  BOOST_TEST(all[1].value == 2);
  BOOST_TEST((all[2].state == State::stated_none));
}

BOOST_AUTO_TEST_CASE(equal_texts_agree_wherever_they_stand) {
  const Cell a = Small::cell(State::known, facts.add_text("PT Contoh"));
  const Cell b = Small::cell(State::known, facts.add_text(facts.keep("PT Contoh")));
  const Cell c = Small::cell(State::known, facts.add_text("PT Lain"));
  BOOST_TEST((merged(a, b, Type::text).state == State::known));
  BOOST_TEST((merged(a, c, Type::text).state == State::contradictory));
}

BOOST_AUTO_TEST_CASE(the_same_number_in_two_currencies_is_a_contradiction) {
  Cell a = Small::cell(State::known, 500);
  Cell b = a;
  b.unit = 3;
  BOOST_TEST((merged(a, b, Type::money).state == State::contradictory));
}

BOOST_AUTO_TEST_CASE(an_unreadable_month_keeps_its_readings) {
  Cell cell = Small::cell(State::unreadable);
  BOOST_TEST(facts.reading(cell) == nullptr);
  facts.set_reading(cell, {.low = 3, .high = 5});
  BOOST_REQUIRE(facts.reading(cell) != nullptr);
  BOOST_TEST(facts.reading(cell)->high == 5);
}

BOOST_AUTO_TEST_SUITE_END()
