// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "auditor/language/checker.h"
#include "auditor/language/evaluator.h"
#include "auditor/language/parser.h"

/// Any bytes as an expression: it is refused or it is evaluated, on a filing of which nothing and
/// then something is known. A first line `let …` is the operand named x.
namespace periksa::language {
namespace {

using facts::Facts;

constexpr const char* kFacts = R"(<facts version="1">
<codes name="status"><code name="a" id="a" en="a"/><code name="b" id="b" en="b"/></codes>
<codes name="currency"><code name="IDR" id="a" en="a"/><code name="TWD" id="b" en="b"/></codes>
<entity name="worker" in="filing" many="workers" id="a" en="a">
  <field name="ok" type="bool" privacy="business" id="a" en="a"/>
  <field name="code" type="code:status" privacy="business" id="a" en="a"/>
  <field name="n" type="integer" privacy="business" none="does-not-exist" max="9" id="a" en="a"/>
  <field name="d" type="date" privacy="business" id="a" en="a"/>
  <field name="t" type="period" privacy="business" id="a" en="a"/>
  <field name="m" type="money" privacy="business" none="zero" id="a" en="a"/>
  <field name="r" type="ref:permit" privacy="business" id="a" en="a"/>
</entity>
<entity name="payment" in="worker" many="payments" id="a" en="a">
  <field name="m" type="money" privacy="business" id="a" en="a"/>
  <field name="x" type="decimal" privacy="business" id="a" en="a"/>
</entity>
<entity name="permit" in="filing" many="permits" id="a" en="a">
  <field name="d" type="date" privacy="business" none="not-yet" id="a" en="a"/>
  <field name="name" type="text" privacy="business" id="a" en="a"/>
</entity>
</facts>)";

constexpr const char* kLimits = R"(<limits><limit name="top" type="money" id="a" en="a">
  <complete from="2020-01-01" checked-until="2025-12-31"/></limit>
<limit name="closed" type="listed" id="a" en="a"><key name="n" type="integer"/>
  <complete from="2020-01-01" checked-until="2025-12-31"/></limit></limits>)";

constexpr const char* kLaw =
    R"(<instrument id="uu-1" kind="UU" cite="UU 1" checked-until="2026-01-01">
<title lang="id">a</title><title lang="en">a</title><source id="S1">a</source></instrument>)";

struct Ground {
  facts::Vocabulary vocabulary = facts::Vocabulary::parse(kFacts).value();
  law::Limits limits = load_limits(vocabulary);
  Facts filing{vocabulary, facts::Columns::all(vocabulary), Facts::Places::offsets};
  Facts workers{vocabulary, facts::Columns::all(vocabulary), Facts::Places::offsets};

  static law::Limits load_limits(const facts::Vocabulary& vocabulary) {
    const std::string law[] = {kLaw};
    const std::string limits[] = {kLimits};
    return law::Limits::parse(limits, vocabulary, law::Register::parse(law).value()).value();
  }

  Ground() {
    workers.table(0).append({.id = "w"});
    for (const std::string_view id : {"p", "q"}) workers.table(1).append({.id = id});
    filing.table(2).append({.id = "z"});
    workers.table(1).set_completeness(0,
                                      {.state = facts::Completeness::State::complete, .count = 2});
  }

  /// Every field known, with a value of 1.
  void know() {
    for (Facts* const facts : {&filing, &workers}) {
      const auto one = facts->add_text("one");
      for (facts::EntityId e = 0; e < 3; ++e) {
        auto& table = facts->table(e);
        for (std::uint32_t row = 0; row < table.size(); ++row) {
          for (facts::FieldId f = 0; f < table.entity().fields.size(); ++f) {
            const auto type = table.entity().fields[f].type;
            const bool index = type == facts::Type::text || type == facts::Type::reference;
            table.cell(row, f) = {.value = index ? (type == facts::Type::text ? one : 0) : 1,
                                  .state = facts::State::known};
          }
        }
      }
    }
  }
};

void evaluate(const Expression& expression, Ground& ground) {
  const Program program = lower(expression, 1);
  const Record worker{&ground.workers, 0, 0, {}};
  Environment environment;
  environment.filing = &ground.filing;
  environment.workers = &ground.workers;
  environment.variables = {&worker, 1};
  environment.event = Operand::of(19'000);
  environment.limits = &ground.limits;
  Evaluator evaluator;
  Reliance fast;
  Reliance recorded;
  Frame frame;
  const Truth truth = evaluator.condition(program, environment, fast);
  if (truth != evaluator.condition(program, environment, recorded, frame)) __builtin_trap();
}

void run(std::string_view text) {
  Ground ground;
  Scope scope;
  scope.vocabulary = &ground.vocabulary;
  scope.limits = &ground.limits;
  scope.variables = {{"w", 0}};
  scope.has_event = true;
  if (text.starts_with("let ")) {
    const auto end = std::min(text.find('\n'), text.size() - 1);
    auto named = parse_operand(std::string(text.substr(4, end - 4)));
    if (!named) return;
    scope.lets.push_back({"x", {"x", "x"}, std::move(*named)});
    text.remove_prefix(end + 1);
  }
  auto expression = parse_condition(std::string(text));
  if (!expression || !check_condition(*expression, scope)) return;
  evaluate(*expression, ground);
  ground.know();
  evaluate(*expression, ground);
}

}  // namespace
}  // namespace periksa::language

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  periksa::language::run({reinterpret_cast<const char*>(data), size});
  return 0;
}
