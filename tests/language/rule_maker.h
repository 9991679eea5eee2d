// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "auditor/language/checker.h"
#include "tests/language/random.h"

namespace periksa::language::test {

/// The words with blanks between them. Unlike a function's arguments, those of a list are made in
/// their order, so that every compiler writes the same rules.
std::string joined(std::initializer_list<std::string> words);

/// Writes random rules that the checker accepts: well typed, and asking before comparing.
class RuleMaker {
 public:
  RuleMaker(Random& random, const Scope& scope);

  std::string condition(int depth);
  std::string operand(ValueType type, int depth);
  bool sees(std::string_view variable) const;
  /// A named operand for the scope, usable in everything made afterwards.
  Let let(std::string name);

 private:
  struct Path {
    std::string text;
    ValueType type;
    std::vector<std::string> questions;  // paths to ask before this one is compared
    bool may_state_none = false;
  };
  struct Loop {
    std::string variable;
    std::string head;  // "x1 in w.payments where (…)"
    std::size_t asked_before = 0;
  };

  struct Named {
    std::string name;
    ValueType type;
    int loops = 0;  // nested in it
  };

  std::string comparison(int depth);
  std::string ordered(ValueType type, int depth);
  std::string one_of(int depth);
  std::string asking(int depth);
  std::string asserted();
  std::string quantified(int depth);
  std::string aggregate(Kind kind, ValueType type, int depth);
  std::string look_up(std::string_view word, std::string_view table, int depth);
  std::string number(ValueType type, int depth);
  std::string date(int depth);
  std::string literal(ValueType type);

  Loop open_loop(int depth);
  void close_loop(const Loop& loop);
  std::string filter(const Loop& loop, facts::EntityId entity, int depth);

  std::vector<Path> paths() const;
  void paths_from(const Path& prefix, facts::EntityId entity, int steps,
                  std::vector<Path>& out) const;
  bool asked(const Path& path) const;
  std::string path_of(ValueType type);
  ValueType some_type();

  Random& random_;
  const Scope& scope_;
  std::vector<Variable> visible_;
  std::vector<std::string> asked_;
  std::vector<Named> lets_;
  int loops_ = 0;    // open now
  int deepest_ = 0;  // since it was last set to 0, with those of lets
  int names_ = 0;
};

}  // namespace periksa::language::test
