// SPDX-License-Identifier: Apache-2.0
#include "tests/language/stage.h"

#include <array>
#include <stdexcept>

#include "auditor/language/parser.h"
#include "tests/language/vocabulary.h"

namespace periksa::language::test {

Scope scope_of(Subject subject) {
  Scope scope;
  scope.vocabulary = &vocabulary();
  scope.limits = &limits();
  scope.has_event = true;
  scope.whole_filing = subject == Subject::permit;
  const auto entity = [](std::string_view of) { return vocabulary().find_entity(of).value(); };
  if (subject == Subject::permit) {
    scope.variables = {{"s", entity("permit")}};
  } else {
    scope.variables = {{"w", entity("worker")}};
  }
  if (subject == Subject::payment) {
    scope.variables.insert(scope.variables.begin(), Variable{"p", entity("payment")});
  }
  return scope;
}

Date day(std::string_view iso) {
  return parse_iso_date(iso).value();
}

const law::Window& version() {
  static const law::Window window{day("2024-01-31"), day("2024-03-15"), day("2024-02-10"),
                                  day("2024-03-01")};
  return window;
}

Stage::Stage(const World& world, const Setting& setting) : tables_(world.build()) {
  for (const auto& variable : scope_of(setting.subject).variables) {
    const bool is_subject = variables_.empty();
    const bool of_filing = vocabulary().entity(variable.entity).name == "permit";
    const auto& facts = of_filing ? tables_->filing : tables_->workers;
    variables_.push_back(Record::of(facts, variable.entity, is_subject ? setting.row : 0));
  }
  environment_.filing = &tables_->filing;
  environment_.workers = &tables_->workers;
  environment_.variables = variables_;
  environment_.event = setting.event;
  environment_.as_of = day("2024-03-01");
  environment_.version = version();
  environment_.reading = setting.reading;
  environment_.limits = &limits();
  environment_.standings = standings();
}

namespace {

Expression checked(std::string text, const Scope& scope) {
  auto expression = parse_condition(std::move(text));
  if (!expression) throw std::runtime_error(expression.error().text.en);
  if (const auto done = check_condition(*expression, scope); !done) {
    throw std::runtime_error(done.error().text.en);
  }
  return std::move(*expression);
}

}  // namespace

namespace {

/// One for traced and untraced runs, as in an audit: neither may leave anything to the other.
Evaluator& evaluator() {
  static thread_local Evaluator one;
  return one;
}

}  // namespace

Rule::Rule(std::string text, const Scope& scope)
    : expression_(checked(std::move(text), scope)),
      program_(lower(expression_, scope.variables.size())) {}

Truth Rule::truth(const Stage& stage) const {
  Reliance reliance;
  return truth(stage, reliance);
}

Truth Rule::truth(const Stage& stage, Reliance& reliance) const {
  return evaluator().condition(program_, stage.environment(), reliance);
}

Truth Rule::traced(const Stage& stage, Reliance& reliance) const {
  Frame trace;
  return evaluator().condition(program_, stage.environment(), reliance, trace);
}

std::string_view name(Truth truth) {
  constexpr std::array<std::string_view, 4> kNames{"no", "unknown", "empty", "yes"};
  return kNames[static_cast<std::size_t>(truth)];
}

}  // namespace periksa::language::test
