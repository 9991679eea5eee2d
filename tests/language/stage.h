// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "auditor/language/checker.h"
#include "auditor/language/evaluator.h"
#include "tests/language/world.h"

namespace periksa::language::test {

/// What a rule is about: a worker "w", a payment "p" of a worker "w", or a permit "s" with the
/// whole filing in view.
enum class Subject : std::uint8_t { worker, payment, permit };

Scope scope_of(Subject subject);

/// What rules are evaluated in, apart from the facts.
struct Setting {
  Subject subject = Subject::worker;
  std::uint32_t row = 0;  ///< of the subject
  Operand event;
  MonthReading reading = MonthReading::calendar;
};

Date day(std::string_view iso);

/// The version of the test rules: from 2024-01-31, surely from 2024-02-10 to 2024-03-01, at most to
/// 2024-03-15.
const law::Window& version();

/// The tables of a world and an environment that points to them.
class Stage {
 public:
  Stage(const World& world, const Setting& setting);
  const Environment& environment() const { return environment_; }
  Environment& environment() { return environment_; }
  Tables& tables() { return *tables_; }

 private:
  std::unique_ptr<Tables> tables_;
  std::vector<Record> variables_;
  Environment environment_;
};

/// A rule's expression, parsed, checked and lowered. Not copyable: the program points into it.
class Rule {
 public:
  /// Throws std::runtime_error with the problem's English text when the rule is refused.
  Rule(std::string text, const Scope& scope);
  Rule(const Rule&) = delete;
  Rule& operator=(const Rule&) = delete;

  const Expression& expression() const { return expression_; }
  const Program& program() const { return program_; }

  Truth truth(const Stage& stage) const;
  Truth truth(const Stage& stage, Reliance& reliance) const;
  Truth traced(const Stage& stage, Reliance& reliance) const;

 private:
  Expression expression_;
  Program program_;
};

std::string_view name(Truth truth);

}  // namespace periksa::language::test
