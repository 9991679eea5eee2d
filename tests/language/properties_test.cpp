// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <array>
#include <optional>

#include "tests/language/arrange.h"
#include "tests/language/fact_maker.h"
#include "tests/language/naive.h"
#include "tests/language/rule_maker.h"
#include "tests/language/vocabulary.h"

// Random rules on random facts, always the same ones.
namespace periksa::language::test {
namespace {

struct Sample {
  Scope scope;
  std::string text;
  std::optional<Rule> rule;
  World world;
  Setting setting;
};

constexpr std::array kSilence{0U, 10U, 30U, 60U};
constexpr std::array kSubjects{Subject::worker, Subject::worker, Subject::payment,
                               Subject::permit};

void make(Random& random, Sample& sample) {
  const Subject subject = kSubjects[random.below(kSubjects.size())];
  sample.scope = scope_of(subject);
  RuleMaker maker(random, sample.scope);
  for (auto lets = random.below(3); lets > 0; --lets) {
    sample.scope.lets.push_back(maker.let(fmt::format("let{}", lets)));
  }
  sample.text = maker.condition(static_cast<int>(random.below(4)));
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
void for_samples(std::uint64_t seed, int count, Check check) {
  Random random(seed);
  int failures = 0;
  for (int i = 0; i < count && failures < 3; ++i) {
    Sample sample;
    try {
      make(random, sample);
    } catch (const std::exception& refused) {
      BOOST_ERROR("refused: " << refused.what() << "\n" << story(sample));
      ++failures;
      continue;
    }
    const std::string complaint = check(random, sample);
    if (complaint.empty()) continue;
    BOOST_ERROR("sample " << i << ": " << complaint << "\n" << story(sample));
    ++failures;
  }
}

/// How often each outcome came up.
struct Tally {
  std::array<int, 4> of{};
  void add(Truth truth) { ++of[static_cast<std::size_t>(truth)]; }
  int operator[](Truth truth) const { return of[static_cast<std::size_t>(truth)]; }
};

bool equal(const Reliance& a, const Reliance& b) {
  return a.basis == b.basis && a.grade == b.grade && a.uncertain == b.uncertain &&
         a.stale == b.stale && a.months == b.months;
}

bool definite(Truth truth) {
  return truth != Truth::unknown;
}

BOOST_AUTO_TEST_SUITE(properties)

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

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace periksa::language::test
