// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>

#include "tests/language/fact_maker.h"
#include "tests/language/naive.h"
#include "tests/language/rule_maker.h"
#include "tests/language/vocabulary.h"

// Loops that find their records by a key, on collections that are long enough for it, against the
// evaluator that asks every record.
namespace periksa::language::test {
BOOST_AUTO_TEST_SUITE(loop_index)
namespace {

constexpr std::array kSilence{0U, 15U, 40U};

/// A filter over permits whose key is a code or a reference of the record.
std::string keyed_filter(Random& random, bool of_worker) {
  const auto one_of = [&](std::initializer_list<std::string> words) {
    return random.one_of(std::vector<std::string>(words));
  };
  const std::string before =
      one_of({"", "", "x.open and ", "x.valid_on is before event and ",
              "(x.open or x.quota is more than 1) and ", "x.country is one of (SA, HK) and "});
  const std::string key =
      of_worker ? one_of({"x.status is w.status", "w.status is x.status",
                          "x.country is w.permit.country", "x.status is w.permit.status"})
                : one_of({"x.status is s.status", "s.country is x.country"});
  const std::string behind = one_of({"", "", " and x.quota is more than 1"});
  return before + key + behind;
}

std::string keyed_rule(Random& random, bool of_worker) {
  const std::string head = "x in filing.permits where (" + keyed_filter(random, of_worker) + ")";
  switch (random.below(4)) {
    case 0:
      return "some " + head + " has (x.open)";
    case 1:
      return "every " + head + " has (x.quota is more than 0)";
    case 2:
      return "no " + head;
    default:
      return "(count of " + head + ") is more than 1";
  }
}

struct Sample {
  Scope scope;
  std::string text;
  World world;
  Setting setting;
};

Sample make(Random& random) {
  const bool of_worker = random.chance(70);
  const Subject subject = of_worker ? Subject::worker : Subject::permit;
  Sample sample;
  sample.scope = scope_of(subject);
  sample.text = keyed_rule(random, of_worker);
  const std::uint32_t silence = kSilence[random.below(kSilence.size())];
  sample.world = random_world(random, subject, silence);
  const auto permit = vocabulary().find_entity("permit").value();
  auto& sheet = sample.world.sheets[permit];
  const auto& fields = vocabulary().entity(permit).fields;
  for (auto more = 9 + random.below(8); more > 0; --more) {
    const auto row = sample.world.add(permit, 0);
    for (std::size_t f = 0; f < fields.size(); ++f) {
      sheet.rows[row].facts[f] = random_fact(random, sample.world, fields[f], 0, silence);
    }
  }
  if (random.chance(65)) sheet.complete[0] = static_cast<std::int64_t>(sheet.rows.size());
  sample.setting = random_setting(random, subject, sample.world);
  return sample;
}

bool same(const Reliance& a, const Reliance& b) {
  return a.basis == b.basis && a.grade == b.grade && a.uncertain == b.uncertain &&
         a.stale == b.stale && a.months == b.months;
}

/// Twice with the same indexes: the first time they are made, the second time they are used.
std::string difference(const Rule& rule, const Sample& sample, Stage& stage, LoopIndexes& indexes) {
  const Truth naive = Naive(rule.expression(), sample.scope, stage.environment()).condition();
  Reliance all;
  if (rule.truth(stage, all) != naive) return "asking every record differs";
  stage.environment().indexes = &indexes;
  for (int time = 0; time < 2; ++time) {
    Reliance narrowed;
    const Truth truth = rule.truth(stage, narrowed);
    if (truth != naive) return fmt::format("indexed {}, naive {}", name(truth), name(naive));
    if (!same(narrowed, all)) return "it rests on other facts";
  }
  return {};
}

/// A worker's fact replaced, under indexes made before.
std::string laid_over(Random& random, const Rule& rule, const Sample& sample, Stage& stage) {
  const auto worker = vocabulary().worker();
  const auto& fields = vocabulary().entity(worker).fields;
  const auto field = static_cast<facts::FieldId>(random.below(fields.size()));
  const Fact fact = random_fact(random, sample.world, fields[field], 0, 30);
  facts::Facts& home = stage.tables().workers;
  const Overlay overlay{{&home, worker, field, 0}, cell_of(fact, fields[field].type, home)};
  stage.environment().overlay = &overlay;
  const Truth truth = rule.truth(stage);
  World world = sample.world;
  world.sheets[worker].rows[0].facts[field] = fact;
  const Truth filed = rule.truth(Stage(world, sample.setting));
  if (truth == filed) return {};
  return fmt::format("{} laid over, {} filed", name(truth), name(filed));
}

BOOST_AUTO_TEST_CASE(finding_records_by_their_key_is_as_asking_each) {
  Random random(11);
  std::array<int, 4> outcomes{};
  int indexed = 0;
  for (int i = 0; i < 12'000; ++i) {
    const Sample sample = make(random);
    const Rule rule(sample.text, sample.scope);
    Stage stage(sample.world, sample.setting);
    LoopIndexes indexes;
    std::string complaint = difference(rule, sample, stage, indexes);
    for (const auto& instruction : rule.program().code)
      indexed += indexes.find(&instruction, &stage.tables().filing) != nullptr ? 1 : 0;
    if (complaint.empty() && sample.setting.subject == Subject::worker)
      complaint = laid_over(random, rule, sample, stage);
    stage.environment().overlay = nullptr;
    ++outcomes[static_cast<std::size_t>(rule.truth(stage))];
    BOOST_REQUIRE_MESSAGE(complaint.empty(), complaint << "\n"
                                                       << sample.text << "\n"
                                                       << describe(sample.world));
  }
  BOOST_TEST(indexed > 9000);
  BOOST_TEST(outcomes[static_cast<std::size_t>(Truth::no)] > 1000);
  BOOST_TEST(outcomes[static_cast<std::size_t>(Truth::yes)] > 1000);
  BOOST_TEST(outcomes[static_cast<std::size_t>(Truth::unknown)] > 1000);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace periksa::language::test
