// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <optional>

#include "tests/language/arrange.h"
#include "tests/language/fact_maker.h"
#include "tests/language/naive.h"
#include "tests/language/rule_maker.h"
#include "tests/language/vocabulary.h"

// Random rules on random facts, always the same ones.
namespace periksa::language::test {
BOOST_AUTO_TEST_SUITE(properties)
namespace {

struct Sample {
  Scope scope;
  std::string text;
  std::optional<Rule> rule;
  World world;
  Setting setting;
};

constexpr std::array kSilence{0U, 10U, 30U, 60U};
constexpr std::array kSubjects{Subject::worker, Subject::worker, Subject::payment, Subject::permit};

using Write = std::string (*)(Random&, RuleMaker&);

std::string any_rule(Random& random, RuleMaker& maker) {
  return maker.condition(static_cast<int>(random.below(4)));
}

/// Days and deadlines in months.
std::string deadline(Random& random, RuleMaker& maker) {
  static const std::vector<std::string> kPeriods{"1 month", "2 months", "w.term", "limit grace",
                                                 "1 year"};
  static const std::vector<std::string> kWords{"plus", "minus"};
  const auto day = [&] { return maker.operand({facts::Type::date, 0}, 0); };
  const std::string period = random.one_of(kPeriods);
  const bool of_worker = maker.sees("w") || period != "w.term";
  return joined({"(" + maker.condition(1) + ")", "or", day(), "is after", day(),
                 random.one_of(kWords), of_worker ? period : "1 month"});
}

void make(Random& random, Write write, Sample& sample) {
  const Subject subject = kSubjects[random.below(kSubjects.size())];
  sample.scope = scope_of(subject);
  RuleMaker maker(random, sample.scope);
  for (auto lets = random.below(3); lets > 0; --lets) {
    sample.scope.lets.push_back(maker.let(fmt::format("let{}", lets)));
  }
  sample.text = write(random, maker);
  sample.rule.emplace(sample.text, sample.scope);
  sample.world = random_world(random, subject, kSilence[random.below(kSilence.size())]);
  sample.setting = random_setting(random, subject, sample.world);
}

/// What to look at when a property fails.
std::string story(const Sample& sample) {
  std::string text = sample.text + "\n";
  for (const auto& let : sample.scope.lets) text += let.name + ": " + let.expression.text + "\n";
  return text + fmt::format("event {}..{}\n", sample.setting.event.low, sample.setting.event.high) +
         describe(sample.world);
}

/// Calls `check` for so many samples; it returns a complaint or "".
template <class Check>
void for_samples(std::uint64_t seed, int count, Check check, Write write = any_rule) {
  Random random(seed);
  int failures = 0;
  int done = 0;
  for (; done < count && failures < 3; ++done) {
    Sample sample;
    try {
      make(random, write, sample);
    } catch (const std::exception& refused) {
      BOOST_ERROR("refused: " << refused.what() << "\n" << story(sample));
      ++failures;
      continue;
    }
    const std::string complaint = check(random, sample);
    if (complaint.empty()) continue;
    BOOST_ERROR("sample " << done << ": " << complaint << "\n" << story(sample));
    ++failures;
  }
  BOOST_TEST(done == count);
}

/// How often each outcome came up.
struct Tally {
  std::array<int, 4> of{};
  void add(Truth truth) { ++of[static_cast<std::size_t>(truth)]; }
  int operator[](Truth truth) const { return of[static_cast<std::size_t>(truth)]; }
};

bool equal(const Reliance& a, const Reliance& b) {
  return a.basis == b.basis && a.told_by == b.told_by && a.grade == b.grade &&
         a.uncertain == b.uncertain && a.stale == b.stale && a.months == b.months;
}

bool definite(Truth truth) {
  return truth != Truth::unknown;
}

BOOST_AUTO_TEST_CASE(the_engine_agrees_with_the_naive_evaluator) {
  Tally tally;
  for_samples(1, 40'000, [&](Random&, const Sample& sample) -> std::string {
    const Stage stage(sample.world, sample.setting);
    const Truth engine = sample.rule->truth(stage);
    const Truth naive =
        Naive(sample.rule->expression(), sample.scope, stage.environment()).condition();
    tally.add(engine);
    if (engine == naive) return {};
    return fmt::format("engine {}, naive {}", name(engine), name(naive));
  });
  BOOST_TEST_MESSAGE(fmt::format("{} no, {} unknown, {} empty, {} yes", tally.of[0], tally.of[1],
                                 tally.of[2], tally.of[3]));
  BOOST_TEST(tally[Truth::no] > 5000);
  BOOST_TEST(tally[Truth::yes] > 5000);
  BOOST_TEST(tally[Truth::unknown] > 5000);
  BOOST_TEST(tally[Truth::empty] > 300);
}

BOOST_AUTO_TEST_CASE(a_recorded_evaluation_is_the_fast_one) {
  for_samples(2, 10'000, [&](Random&, const Sample& sample) -> std::string {
    const Stage stage(sample.world, sample.setting);
    Reliance fast;
    Reliance recorded;
    const Truth truth = sample.rule->truth(stage, fast);
    const Truth traced = sample.rule->traced(stage, recorded);
    if (truth != traced) return fmt::format("fast {}, recorded {}", name(truth), name(traced));
    return equal(fast, recorded) ? "" : "the two rest on different facts";
  });
}

BOOST_AUTO_TEST_CASE(what_is_certain_stays_so_whatever_the_unknown_turns_out_to_be) {
  Tally tally;
  int completions = 0;
  for_samples(3, 12'000, [&](Random& random, const Sample& sample) -> std::string {
    const Stage before(sample.world, sample.setting);
    const Truth truth = sample.rule->truth(before);
    tally.add(truth);
    if (!definite(truth)) return {};
    for (int i = 0; i < 8; ++i) {
      Setting setting = sample.setting;
      const World world = completed(random, sample.world, setting);
      const Truth after = sample.rule->truth(Stage(world, setting));
      ++completions;
      if (definite(after) && is_true(after) == is_true(truth)) continue;
      return fmt::format("{} became {} on {}\n{}", name(truth), name(after), setting.event.low,
                         describe(world));
    }
    return {};
  });
  BOOST_TEST_MESSAGE(fmt::format("{} completions of {} no, {} empty, {} yes", completions,
                                 tally.of[0], tally.of[2], tally.of[3]));
  BOOST_TEST(tally[Truth::no] > 2000);
  BOOST_TEST(tally[Truth::yes] > 2000);
  BOOST_TEST(tally[Truth::empty] > 100);
}

/// A fact that is not known any more, or a record that is gone.
void hide(Random& random, World& world, Setting& setting) {
  const auto entity = static_cast<facts::EntityId>(random.below(world.sheets.size()));
  const auto size = static_cast<std::uint32_t>(world.sheets[entity].rows.size());
  if (size == 0) return;
  const std::uint32_t row = random.below(size);
  if (random.chance(70)) {
    auto& facts = world.sheets[entity].rows[row].facts;
    facts[random.below(facts.size())] = {};
    return;
  }
  const auto subjects = scope_of(setting.subject).variables;
  const bool held = std::ranges::any_of(
      subjects, [&](const Variable& variable) { return variable.entity == entity; });
  const bool is_subject = held && (setting.row == row || entity == vocabulary().worker());
  if (is_subject) return;
  std::vector<std::uint32_t> kept;
  for (std::uint32_t r = 0; r < size; ++r) {
    if (r != row) kept.push_back(r);
  }
  arrange(world, entity, kept, setting);
}

BOOST_AUTO_TEST_CASE(hiding_never_turns_yes_into_no_nor_no_into_yes) {
  Tally tally;
  int lost = 0;
  for_samples(4, 20'000, [&](Random& random, const Sample& sample) -> std::string {
    const Truth truth = sample.rule->truth(Stage(sample.world, sample.setting));
    World world = sample.world;
    Setting setting = sample.setting;
    for (auto n = 1 + random.below(4); n > 0; --n) hide(random, world, setting);
    const Truth after = sample.rule->truth(Stage(world, setting));
    tally.add(truth);
    if (definite(truth) && !definite(after)) ++lost;
    // What was not known before is not learned by hiding either.
    const bool fine = !definite(after) || (definite(truth) && is_true(truth) == is_true(after));
    return fine ? ""
                : fmt::format("{} became {} with\n{}", name(truth), name(after), describe(world));
  });
  BOOST_TEST_MESSAGE(fmt::format("{} certain outcomes lost by hiding", lost));
  BOOST_TEST(lost > 300);
  BOOST_TEST(tally[Truth::no] > 3000);
  BOOST_TEST(tally[Truth::yes] > 3000);
}

BOOST_AUTO_TEST_CASE(the_order_of_records_changes_nothing) {
  for_samples(5, 10'000, [&](Random& random, const Sample& sample) -> std::string {
    Reliance before;
    const Truth truth = sample.rule->truth(Stage(sample.world, sample.setting), before);
    World world = sample.world;
    Setting setting = sample.setting;
    for (std::size_t e = 0; e < world.sheets.size(); ++e) {
      shuffle(random, world, static_cast<facts::EntityId>(e), setting);
    }
    Reliance after;
    const Truth shuffled = sample.rule->truth(Stage(world, setting), after);
    if (truth != shuffled) return fmt::format("{} became {}", name(truth), name(shuffled));
    return equal(before, after) ? "" : "it rests on other facts than before";
  });
}

BOOST_AUTO_TEST_CASE(the_readings_of_a_month_differ_only_where_it_says_so) {
  int different = 0;
  for_samples(
      6, 10'000,
      [&](Random&, const Sample& sample) -> std::string {
        Stage stage(sample.world, sample.setting);
        const auto under = [&](MonthReading reading, Reliance& reliance) {
          stage.environment().reading = reading;
          return sample.rule->truth(stage, reliance);
        };
        Reliance calendar;
        Reliance thirty;
        if (under(MonthReading::calendar, calendar) == under(MonthReading::thirty_days, thirty)) {
          return {};
        }
        ++different;
        return calendar.months && thirty.months ? "" : "the readings differ unannounced";
      },
      deadline);
  BOOST_TEST_MESSAGE(fmt::format("{} rules depend on what a month is", different));
  BOOST_TEST(different > 50);
}

BOOST_AUTO_TEST_CASE(a_fact_laid_over_another_is_as_if_it_had_been_filed) {
  int different = 0;
  for_samples(7, 20'000, [&](Random& random, const Sample& sample) -> std::string {
    Stage stage(sample.world, sample.setting);
    const auto entity = static_cast<facts::EntityId>(random.below(sample.world.sheets.size()));
    const auto& rows = sample.world.sheets[entity].rows;
    if (rows.empty()) return {};
    const std::uint32_t row = random.below(rows.size());
    const auto& fields = vocabulary().entity(entity).fields;
    const auto field = static_cast<facts::FieldId>(random.below(fields.size()));
    const Fact fact = random_fact(random, sample.world, fields[field], rows[row].parent, 50);
    World world = sample.world;
    world.sheets[entity].rows[row].facts[field] = fact;
    const bool of_filing = &stage.environment().home(entity) == &stage.tables().filing;
    facts::Facts& home = of_filing ? stage.tables().filing : stage.tables().workers;
    const Overlay overlay{{&home, entity, field, row}, cell_of(fact, fields[field].type, home)};
    const Truth before = sample.rule->truth(stage);
    stage.environment().overlay = &overlay;
    const Truth laid_over = sample.rule->truth(stage);
    const Truth filed = sample.rule->truth(Stage(world, sample.setting));
    if (before != filed) ++different;
    return laid_over == filed ? ""
                              : fmt::format("{} but {} for {} of {} {}", name(laid_over),
                                            name(filed), fields[field].name, entity, row);
  });
  BOOST_TEST(different > 40);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace periksa::language::test
