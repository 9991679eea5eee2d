// SPDX-License-Identifier: Apache-2.0
#include "auditor/store/standing.h"

#include <boost/test/unit_test.hpp>
#include <map>

using namespace periksa::store;

BOOST_AUTO_TEST_SUITE(standing)

namespace {

using Kind = Step::Kind;

Step step(Kind kind, std::int64_t filing = 1, bool other_evidence = false) {
  Step x;
  x.kind = kind;
  x.log = 9;
  x.audit = 5;
  x.filing = filing;
  x.other_evidence = other_evidence;
  x.due = "2026-05-01";
  return x;
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_state_and_step_has_its_next_state) {
  // Rows: states before; columns: found in the same filing · in another · in another with other
  // evidence · excused · resolved · instructed · answered · corrected · extended · closed.
  const std::map<State, std::vector<State>> table{
      {State::open,
       {State::open, State::open, State::open, State::resolved, State::resolved, State::open,
        State::answered, State::corrected, State::open, State::closed}},
      {State::answered,
       {State::answered, State::answered, State::answered, State::resolved, State::resolved,
        State::answered, State::answered, State::corrected, State::answered, State::closed}},
      {State::corrected,
       {State::corrected, State::reopened, State::reopened, State::resolved, State::resolved,
        State::corrected, State::corrected, State::corrected, State::corrected, State::closed}},
      {State::resolved,
       {State::reopened, State::reopened, State::reopened, State::resolved, State::resolved,
        State::resolved, State::answered, State::corrected, State::resolved, State::closed}},
      {State::reopened,
       {State::reopened, State::reopened, State::reopened, State::resolved, State::resolved,
        State::reopened, State::answered, State::corrected, State::reopened, State::closed}},
      {State::closed,
       {State::closed, State::closed, State::reopened, State::resolved, State::resolved,
        State::closed, State::answered, State::corrected, State::closed, State::closed}},
  };
  const std::vector<Step> steps{step(Kind::found, 1),       step(Kind::found, 2),
                                step(Kind::found, 2, true), step(Kind::excused),
                                step(Kind::resolved),       step(Kind::instructed),
                                step(Kind::answered),       step(Kind::corrected),
                                step(Kind::extended),       step(Kind::closed)};
  for (const auto& [before, next] : table) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const Standing was{before, 3, 4, 1, ""};
      BOOST_TEST_CONTEXT(to_string(before) << ", step " << i)
      BOOST_TEST(to_string(after(was, steps[i]).state) == to_string(next[i]));
    }
  }
}

BOOST_AUTO_TEST_CASE(the_first_sight_opens_or_is_excused) {
  BOOST_TEST((after(std::nullopt, step(Kind::found)) == Standing{State::open, 9, 5, 1, ""}));
  BOOST_TEST((after(std::nullopt, step(Kind::excused)).state == State::resolved));
}

BOOST_AUTO_TEST_CASE(it_stands_so_since_the_entry_that_made_it_so) {
  const Standing was{State::open, 3, 4, 1, ""};
  BOOST_TEST(after(was, step(Kind::found)).since == 3);
  BOOST_TEST(after(was, step(Kind::found)).seen == 5);
  BOOST_TEST(after(was, step(Kind::resolved)).since == 9);
  BOOST_TEST(after(was, step(Kind::resolved)).seen == 4);
  BOOST_TEST(after(was, step(Kind::extended)).due == "2026-05-01");
  BOOST_TEST(after(was, step(Kind::extended)).since == 3);
}

BOOST_AUTO_TEST_CASE(words_of_states_are_read_back) {
  for (const State state : {State::open, State::answered, State::corrected, State::resolved,
                            State::reopened, State::closed})
    BOOST_TEST((parse_state(to_string(state)) == state));
  BOOST_TEST(!parse_state("gone"));
}

BOOST_AUTO_TEST_SUITE_END()
