// SPDX-License-Identifier: Apache-2.0
#include "auditor/ruleset/expressions.h"

#include "auditor/language/parser.h"

namespace periksa::ruleset {
namespace {

void tell(Diagnostics& out, Position at, Bilingual text) {
  out.push_back({Diagnostic::Kind::error, std::move(at), std::move(text)});
}

template <class PositionOf>
CheckedPtr compile(std::string text, bool condition, const language::Scope& scope, Diagnostics& out,
                   PositionOf position_of) {
  auto parsed = condition ? language::parse_condition(std::move(text))
                          : language::parse_operand(std::move(text));
  if (!parsed) {
    tell(out, position_of(parsed.error().begin), parsed.error().text);
    return nullptr;
  }
  auto checked = std::make_unique<Checked>();
  checked->places = TextPlaces(parsed->text, position_of);
  checked->expression = std::move(*parsed);
  std::optional<language::Problem> problem;
  if (condition) {
    if (auto done = language::check_condition(checked->expression, scope); !done)
      problem = done.error();
  } else if (auto type = language::check_operand(checked->expression, scope)) {
    checked->type = *type;
  } else {
    problem = type.error();
  }
  if (problem) {
    tell(out, position_of(problem->begin), problem->text);
    return nullptr;
  }
  checked->program = language::lower(checked->expression, scope.variables.size());
  return checked;
}

}  // namespace

std::string Written::text() const {
  return attribute ? attribute.value() : node.text().get();
}

Position Written::at(std::size_t offset) const {
  if (attribute) return file->inside(attribute, offset);
  return node.text() ? file->inside(node, offset) : file->at(node);
}

CheckedPtr compile_condition(const Written& written, const language::Scope& scope,
                             Diagnostics& out) {
  return compile(written.text(), true, scope, out,
                 [&](std::size_t offset) { return written.at(offset); });
}

CheckedPtr compile_operand(const Written& written, const language::Scope& scope, Diagnostics& out) {
  return compile(written.text(), false, scope, out,
                 [&](std::size_t offset) { return written.at(offset); });
}

CheckedPtr compile_operand(std::string text, Position at, const language::Scope& scope,
                           Diagnostics& out) {
  return compile(std::move(text), false, scope, out, [&](std::size_t) { return at; });
}

}  // namespace periksa::ruleset
