// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "auditor/base/text_places.h"
#include "auditor/language/ast.h"
#include "auditor/language/problem.h"
#include "auditor/law/limits.h"

namespace periksa::language {

/// A record variable: the subject (slot 0), the worker it belongs to (slot 1 for a worker's
/// records), then the loops'.
struct Variable {
  std::string name;
  facts::EntityId entity = 0;
};

/// A named operand of a rule version; `expression` as parsed, checked anew at each use. It sees the
/// lets before it.
struct Let {
  std::string name;
  Bilingual label;
  Expression expression;
  TextPlaces places{};  // of its text
};

/// A field that was asked "is it stated none?" with the answer no: slot of the record variable and
/// steps of the path.
struct Asked {
  std::uint16_t variable = 0;
  std::vector<facts::FieldId> steps;
  bool operator==(const Asked&) const = default;
};

/// What an expression may refer to.
struct Scope {
  const facts::Vocabulary* vocabulary = nullptr;
  const law::Limits* limits = nullptr;
  std::vector<Variable> variables;
  std::vector<Let> lets;
  bool whole_filing = false;  // whether filing.workers may be read
  bool has_event = false;
  std::vector<Asked> asked;  // answered outside this expression
  bool unguarded = false;    // for texts that judge nothing: lets by themselves, sentences
};

inline constexpr std::uint16_t kLoopDepth = 3;  // with the loops of lets where they are used

/// Resolves names, types every node and refuses what docs/rule-language.md §8 lists. The expression
/// is changed in place.
std::expected<void, Problem> check_condition(Expression& expression, const Scope& scope);
std::expected<ValueType, Problem> check_operand(Expression& expression, const Scope& scope);

/// The fields a condition has asked for when it is true: `F is not stated none`, alone or joined by
/// `and`.
std::vector<Asked> asked_by(const Expression& checked);

/// §6: every comparison of what may be none stands behind the question. Called by the two above.
std::expected<void, Problem> check_guards(const Expression& checked, const Scope& scope);

}  // namespace periksa::language
