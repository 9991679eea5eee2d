// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "auditor/language/parser.h"
#include "tests/language/stage.h"
#include "tests/language/vocabulary.h"
#include "tests/language/written.h"

namespace periksa::language::test {
BOOST_AUTO_TEST_SUITE(collections)
namespace {

std::string_view outcome(std::string text, const World& world) {
  return name(Rule(std::move(text), scope_of(Subject::worker)).truth(Stage(world, {})));
}
std::string_view outcome(std::string text, std::string_view facts) {
  return outcome(std::move(text), written_world(facts));
}

// Semantics 13, 9 and 2.
BOOST_AUTO_TEST_CASE(every_is_certain_only_of_a_complete_list_or_a_counterexample) {
  const auto all = [](std::string_view facts) {
    return outcome("every v in w.visas has (v.granted)", facts);
  };
  BOOST_TEST(all("visas complete") == "empty");
  BOOST_TEST(all("") == "unknown");
  BOOST_TEST(all("visa: granted=yes; visas complete") == "yes");
  BOOST_TEST(all("visa: granted=yes") == "unknown");
  BOOST_TEST(all("visa: granted=no") == "no");
  BOOST_TEST(all("visa: granted=yes | no; visas complete") == "unknown");
  BOOST_TEST(all("visa: granted=yes | no; visa: granted=no") == "no");
}

BOOST_AUTO_TEST_CASE(some_and_no_are_each_others_opposite) {
  const auto both = [](std::string_view facts) {
    return fmt::format("{} {}", outcome("some v in w.visas has (v.granted)", facts),
                       outcome("no v in w.visas has (v.granted)", facts));
  };
  BOOST_TEST(both("visas complete") == "no yes");
  BOOST_TEST(both("") == "unknown unknown");
  BOOST_TEST(both("visa: granted=yes") == "yes no");
  BOOST_TEST(both("visa: granted=no") == "unknown unknown");
  BOOST_TEST(both("visa: granted=no; visas complete") == "no yes");
  BOOST_TEST(both("visa: granted=?; visas complete") == "unknown unknown");
}

BOOST_AUTO_TEST_CASE(a_record_whose_filter_is_not_known_is_a_perhaps) {
  const auto told = [](std::string text) {
    return outcome(std::move(text),
                   "payment: payer=agency, items=2; payment: payer=agency | candidate, items=1;"
                   "payment: payer=candidate, items=2; payments complete");
  };
  constexpr std::string_view paid = "p in w.payments where (p.payer is agency)";
  BOOST_TEST(told(fmt::format("(count of {}) is at least 1", paid)) == "yes");
  BOOST_TEST(told(fmt::format("(count of {}) is at most 2", paid)) == "yes");
  BOOST_TEST(told(fmt::format("(count of {}) is 2", paid)) == "unknown");
  BOOST_TEST(told(fmt::format("(sum of p.items for {}) is at least 2", paid)) == "yes");
  BOOST_TEST(told(fmt::format("(sum of p.items for {}) is at most 3", paid)) == "yes");
  BOOST_TEST(told(fmt::format("(sum of p.items for {}) is more than 2", paid)) == "unknown");
  BOOST_TEST(told("every p in w.payments where (p.payer is agency) has (p.items is 2)") ==
             "unknown");
  BOOST_TEST(told("every p in w.payments where (p.payer is agency) has (p.items is 1)") == "no");
}

BOOST_AUTO_TEST_CASE(an_incomplete_list_has_no_upper_end) {
  BOOST_TEST(outcome("(count of p in w.payments) is at least 1", "payment:") == "yes");
  BOOST_TEST(outcome("(count of p in w.payments) is at most 1", "payment:") == "unknown");
  BOOST_TEST(outcome("(count of p in w.payments) is at most 1", "payment:; payments complete") ==
             "yes");
}

BOOST_AUTO_TEST_CASE(what_may_be_negative_leaves_an_incomplete_sum_open_on_both_sides) {
  constexpr std::string_view items = "(sum of p.items for p in w.payments)";  // from -1
  constexpr std::string_view kilos = "(sum of p.kilos for p in w.payments)";  // from 0
  constexpr std::string_view facts = "payment: items=2, kilos=0.5";
  BOOST_TEST(outcome(fmt::format("{} is at least 1", items), facts) == "unknown");
  BOOST_TEST(outcome(fmt::format("{} is at least 0.5", kilos), facts) == "yes");
  BOOST_TEST(outcome(fmt::format("{} is at least 2", items),
                     "payment: items=2; payments complete") == "yes");
}

BOOST_AUTO_TEST_CASE(a_count_that_does_not_fit_completes_nothing) {
  World world = written_world("visa: granted=yes; visas complete");
  const std::string all = "every v in w.visas has (v.granted)";
  BOOST_TEST(outcome(all, world) == "yes");
  for (const std::int64_t count : {-1, 0, 2}) {
    world.sheet("visa").complete[0] = count;
    BOOST_TEST(outcome(all, world) == "unknown");
  }
}

BOOST_AUTO_TEST_CASE(a_collection_of_at_most_one_is_complete_with_it) {
  const std::string signed_one = "every c in w.contract has (c.signed)";
  BOOST_TEST(outcome(signed_one, "contract: signed=yes") == "yes");
  BOOST_TEST(outcome(signed_one, "contract: signed=no") == "no");
  BOOST_TEST(outcome(signed_one, "") == "unknown");
}

BOOST_AUTO_TEST_CASE(in_this_version_takes_what_surely_lies_in_it) {
  const auto in_it = [](std::string_view paid_on) {
    const auto count = [&](std::string_view relation) {
      return outcome(
          fmt::format("(count of p in w.payments in this version by paid_on) {}", relation),
          fmt::format("payment: paid_on={}; payments complete", paid_on));
    };
    return count("is 1") == "yes" ? "in" : count("is 0") == "yes" ? "out" : "perhaps";
  };
  BOOST_TEST(in_it("2024-01-30") == "out");
  BOOST_TEST(in_it("2024-01-31") == "perhaps");  // its boundary is not known
  BOOST_TEST(in_it("2024-02-10") == "in");
  BOOST_TEST(in_it("2024-02-29") == "in");
  BOOST_TEST(in_it("2024-03-01") == "perhaps");
  BOOST_TEST(in_it("2024-03-15") == "out");
  BOOST_TEST(in_it("2024-02-11..2024-02-28") == "in");
  BOOST_TEST(in_it("2024-02-01..2024-02-29") == "perhaps");
  BOOST_TEST(in_it("2020-01-01 | 2025-01-01") == "out");
  BOOST_TEST(in_it("2024-02-15 | 2025-01-01") == "perhaps");
  BOOST_TEST(in_it("?") == "perhaps");
}

BOOST_AUTO_TEST_CASE(three_loops_nest) {
  const std::string text =
      "every p in w.payments has (some q in filing.permits where (q is p.permit) has "
      "((count of v in w.visas where (v.payment is p)) is at most q.quota))";
  BOOST_TEST(outcome(text,
                     "permit: quota=1; permit: quota=0; payment: permit=#0; payment: permit=#0;"
                     "visa: payment=#0; visas complete; payments complete") == "yes");
  BOOST_TEST(outcome(text,
                     "permit: quota=0; permit: quota=1; permits complete; payment: permit=#0;"
                     "visa: payment=#0; visas complete; payments complete") == "no");
}

BOOST_AUTO_TEST_CASE(the_whole_filing_loops_over_workers_and_what_is_theirs) {
  World world = written_world("permit:; worker: age=3; worker: age=1; workers complete");
  world.add(vocabulary().find_entity("payment").value(), 1);
  world.sheet("payment").complete = {{0, 0}, {1, 1}};
  const auto told = [&](std::string text) {
    return name(
        Rule(std::move(text), scope_of(Subject::permit))
            .truth(
                Stage(world, {.subject = Subject::permit, .row = 0, .event = {}, .reading = {}})));
  };
  BOOST_TEST(told("every x in filing.workers has (x.age is at least 1)") == "yes");
  BOOST_TEST(told("some x in filing.workers where (x.age is 3) has "
                  "((count of p in x.payments) is 0)") == "yes");
  BOOST_TEST(told("some x in filing.workers where (x.age is 1) has "
                  "((count of p in x.payments) is 0)") == "no");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace periksa::language::test
