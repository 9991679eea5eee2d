// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>
#include <string>

#include "auditor/language/words.h"
#include "tests/language/fact_maker.h"
#include "tests/language/vocabulary.h"

namespace periksa::language::test {
BOOST_AUTO_TEST_SUITE(asserted)
namespace {

constexpr std::uint32_t kAgency = 0;
constexpr std::uint32_t kRegistry = 1;
constexpr std::uint32_t kAgencyPaper = 2;
constexpr std::uint32_t kWorker = 3;

Said born(const char* iso, std::uint32_t source) {
  return {.value = day(iso).days(), .source = source};
}

Fact told(std::vector<Said> said) {
  const auto state = said.size() > 1 ? facts::State::contradictory : facts::State::known;
  return {.state = state, .said = std::move(said)};
}

/// What a condition on one worker with this birth date comes to.
Truth truth(const std::string& text, const Fact& born_on, Reliance& reliance) {
  World world;
  world.add(vocabulary().worker(), 0);
  world.fact("worker", 0, "born_on") = born_on;
  const Setting setting{.event = Operand::of(day("2024-03-01").days())};
  return Rule(text, scope_of(Subject::worker)).truth(Stage(world, setting), reliance);
}

Truth truth(const std::string& text, const Fact& born_on) {
  Reliance reliance;
  return truth(text, born_on, reliance);
}

const std::string kByWorker = "w.born_on is asserted by worker";
const std::string kByAgency = "w.born_on is asserted by agency";

}  // namespace

BOOST_AUTO_TEST_CASE(a_known_fact_is_the_word_of_its_source) {
  const Fact workers = told({born("2000-01-01", kWorker)});
  BOOST_TEST((truth(kByWorker, workers) == Truth::yes));
  BOOST_TEST((truth(kByAgency, workers) == Truth::no));
  BOOST_TEST((truth("w.born_on is not asserted by worker", workers) == Truth::no));
  const Fact papers = told({born("2000-01-01", kAgencyPaper)});
  BOOST_TEST((truth(kByAgency, papers) == Truth::yes));
  BOOST_TEST((truth("w.born_on is asserted by registry", papers) == Truth::no));
}

BOOST_AUTO_TEST_CASE(of_a_contradiction_all_who_speak_must_be_that_one) {
  const Fact both = told({born("2000-01-01", kWorker), born("2001-01-01", kAgency)});
  BOOST_TEST((truth(kByWorker, both) == Truth::unknown));
  BOOST_TEST((truth("w.born_on is asserted by registry", both) == Truth::no));
  const Fact one = told({born("2000-01-01", kAgency), born("2001-01-01", kAgencyPaper)});
  BOOST_TEST((truth(kByAgency, one) == Truth::yes));
}

BOOST_AUTO_TEST_CASE(silence_is_nobodys_word) {
  for (const auto state :
       {facts::State::not_supplied, facts::State::absent, facts::State::unreadable}) {
    BOOST_TEST((truth(kByWorker, Fact::of(state)) == Truth::unknown));
    BOOST_TEST((truth("w.born_on is not asserted by worker", Fact::of(state)) == Truth::unknown));
  }
}

BOOST_AUTO_TEST_CASE(what_is_stated_none_is_somebodys_word_and_needs_no_question) {
  World world;
  world.add(vocabulary().worker(), 0);
  Fact& left = world.fact("worker", 0, "left_on");
  left.state = facts::State::stated_none;
  left.source = kRegistry;
  const Setting setting{.event = Operand::of(day("2024-03-01").days())};
  const Rule rule("w.left_on is asserted by registry", scope_of(Subject::worker));
  BOOST_TEST((rule.truth(Stage(world, setting)) == Truth::yes));
}

BOOST_AUTO_TEST_CASE(every_basis_that_was_read_is_told_and_the_weakest_counts) {
  Reliance one;
  truth("w.born_on is before 2020-01-01", told({born("2000-01-01", kAgencyPaper)}), one);
  BOOST_TEST(one.is_told_by(facts::Basis::document));
  BOOST_TEST(!one.is_told_by(facts::Basis::statement));
  Reliance two;
  const Fact both = told({born("2000-01-01", kAgencyPaper), born("2001-01-01", kWorker)});
  truth("w.born_on is before 2020-01-01", both, two);
  BOOST_TEST(two.is_told_by(facts::Basis::document));
  BOOST_TEST(two.is_told_by(facts::Basis::statement));
  // It holds by the document alone: the other reading does not make it weaker.
  BOOST_TEST((two.basis == facts::Basis::document));
}

BOOST_AUTO_TEST_CASE(it_is_told_in_words) {
  const Rule rule("w.born_on is not asserted by union", scope_of(Subject::worker));
  const auto scope = scope_of(Subject::worker);
  const auto said =
      words(rule.expression(), rule.expression().root, vocabulary(), limits(), scope.variables);
  BOOST_TEST(said.en.ends_with("is not the word of the union"));
  BOOST_TEST(said.id.ends_with("tidak dinyatakan oleh serikat pekerja"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace periksa::language::test
