// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <expected>
#include <string>

#include "auditor/language/ast.h"
#include "auditor/language/problem.h"

namespace periksa::language {

/// Nodes an expression may have, with those of its lets wherever they are used.
inline constexpr std::size_t kOperations = 400;

/// Parses by the grammar of docs/rule-language.md §3, without meaning: names are not looked up.
/// `operand` reads an operand (a `let` or an event) instead of a condition.
std::expected<Expression, Problem> parse_condition(std::string text);
std::expected<Expression, Problem> parse_operand(std::string text);

}  // namespace periksa::language
