// SPDX-License-Identifier: Apache-2.0
// A definite verdict is that of every completion: over every example of every shipped rule, each
// fact that was read is made unknown and then given every kind of value.
#include <boost/test/unit_test.hpp>

#include "auditor/audit/example_filing.h"
#include "auditor/audit/reasoning.h"
#include "auditor/audit/subjects.h"
#include "auditor/base/money.h"
#include "tests/audit/help/filings.h"

using namespace periksa;
using namespace periksa::test;
using results::Verdict;

BOOST_AUTO_TEST_SUITE(completions_of_examples)
namespace {

/// Verdicts that say "nothing is wrong".
bool harmless(Verdict verdict) {
  return verdict <= Verdict::excused;
}
bool accuses(Verdict verdict) {
  return verdict == Verdict::breach || verdict == Verdict::suspected;
}

std::vector<language::CellRef> cells(const ruleset::Recording& recording) {
  auto all = audit::Reasoning::cells(recording.event);
  const auto add = [&](const language::Frame& frame) {
    for (const auto& ref : audit::Reasoning::cells(frame)) {
      if (std::find(all.begin(), all.end(), ref) == all.end()) all.push_back(ref);
    }
  };
  for (const auto& one : recording.versions) {
    add(one.when);
    add(one.due);
    add(one.require);
  }
  return all;
}

/// Values a field may take, each as a known cell, and none where a paper can state it.
std::vector<facts::Cell> completions(const facts::Vocabulary& vocabulary, const facts::Field& field,
                                     facts::Cell cell, Date as_of) {
  std::vector<facts::Cell> all;
  const auto add = [&](std::int64_t value) {
    cell.state = facts::State::known;
    cell.value = value;
    all.push_back(cell);
  };
  switch (field.type) {
    case facts::Type::boolean:
      add(0);
      add(1);
      break;
    case facts::Type::code:
      for (std::size_t i = 0; i < vocabulary.list(field.target).codes.size(); ++i)
        add(static_cast<std::int64_t>(i));
      break;
    case facts::Type::date:
      for (const int day : {-9000, -3000, -1600, -1400, -400, -40, -1, 0, 1, 400, 9000})
        add(as_of.plus_days(day).days());
      break;
    case facts::Type::integer:
    case facts::Type::decimal:
    case facts::Type::percent:
      for (const std::int64_t value : {std::int64_t{0}, std::int64_t{1}, std::int64_t{12},
                                       std::int64_t{24}, std::int64_t{100'000'000}}) {
        if (value >= field.min.value_or(0) && value <= field.max.value_or(value)) add(value);
      }
      break;
    case facts::Type::money:
      cell.unit = pack(Currency{});
      for (const std::int64_t value : {std::int64_t{0}, std::int64_t{1}, kMoneyCap}) add(value);
      break;
    case facts::Type::text:
    case facts::Type::period:
    case facts::Type::reference:
      break;
  }
  if (field.none != facts::NoneMeans::refused) {
    cell.state = facts::State::stated_none;
    cell.value = 0;
    all.push_back(cell);
  }
  return all;
}

struct Counts {
  std::size_t hidden = 0;
  std::size_t completed = 0;
  std::size_t decisive = 0;  // facts whose loss left a met open
  std::size_t wrong = 0;
};

class Prober {
 public:
  Prober(const ruleset::RuleSet& rules, const ruleset::Rule& rule, Counts& counts)
      : rules_(rules), rule_(rule), counts_(counts) {}

  void probe(const ruleset::Case& on, const std::string& example) {
    ruleset::Recording recording;
    const auto judged = judge_.judge(rule_, rules_.rules(), on, recording).verdict;
    for (const auto& ref : cells(recording)) hide(on, ref, judged, example);
  }

 private:
  Verdict verdict(const ruleset::Case& on, const language::CellRef& ref, const facts::Cell& cell) {
    const language::Overlay overlay{ref, cell};
    ruleset::Case other = on;
    other.overlay = &overlay;
    return judge_.judge(rule_, rules_.rules(), other).verdict;
  }

  void hide(const ruleset::Case& on, const language::CellRef& ref, Verdict judged,
            const std::string& example) {
    const auto& table = ref.facts->table(ref.entity);
    const auto& field = table.entity().fields[ref.field];
    const facts::Cell& present = table.cell(ref.row, ref.field);
    facts::Cell hidden;
    hidden.at = present.at;
    const Verdict open = verdict(on, ref, hidden);
    ++counts_.hidden;
    const std::string what =
        rule_.id + " (" + example + ") without " + table.entity().name + '.' + field.name + ": ";
    const bool known =
        present.state == facts::State::known || present.state == facts::State::stated_none;
    // The present value is one completion of the unknown.
    if (known && harmless(judged) && accuses(open)) wrong(what + "a loss accuses");
    if (known && judged == Verdict::breach && harmless(open)) wrong(what + "a loss clears");
    if (judged == Verdict::met && open == Verdict::insufficient) ++counts_.decisive;
    for (const auto& cell : completions(rules_.vocabulary(), field, present, on.as_of)) {
      const Verdict done = verdict(on, ref, cell);
      ++counts_.completed;
      if (harmless(open) && done == Verdict::breach) wrong(what + "open, yet it was cleared");
      if (open == Verdict::breach && harmless(done)) wrong(what + "open, yet it was accused");
    }
  }

  void wrong(const std::string& message) {
    if (++counts_.wrong <= 40) BOOST_ERROR(message);
  }

  const ruleset::RuleSet& rules_;
  const ruleset::Rule& rule_;
  Counts& counts_;
  ruleset::Judge judge_;
};

}  // namespace

BOOST_AUTO_TEST_CASE(no_definite_verdict_of_an_example_is_contradicted_by_a_completion) {
  const auto& rules = shipped_rules();
  audit::ExampleBases bases(rules.folder());
  Counts counts;
  for (const auto& rule : rules.rules()) {
    if (rule.is_exception()) continue;
    Prober prober(rules, rule, counts);
    const auto base = bases.text(rule.example_base);
    BOOST_REQUIRE(base);
    for (const auto& example : rule.examples) {
      const auto text = audit::example_filing(**base, example, rules.vocabulary());
      BOOST_REQUIRE(text);
      const auto done = audit::for_each_subject(
          rules, rule, *text, parse_iso_date(example.as_of), [&](const ruleset::Case& on) {
            prober.probe(on, example.set + " / " + example.drop + " / " + example.none);
          });
      BOOST_REQUIRE(done);
    }
  }
  BOOST_TEST(counts.wrong == 0U);
  BOOST_TEST(counts.hidden > 5000U);
  BOOST_TEST(counts.completed > 30000U);
  BOOST_TEST(counts.decisive > 500U);
}

BOOST_AUTO_TEST_SUITE_END()
