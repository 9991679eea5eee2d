// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/diagnostic.h"

#include <fmt/format.h>

#include "auditor/base/printable.h"

namespace periksa {

std::string to_string(const Position& position) {
  if (!position.cell.empty()) return fmt::format("{} {}", position.file, position.cell);
  if (position.line == 0) return position.file;
  return fmt::format("{}:{}:{}", position.file, position.line, position.column);
}

std::unexpected<Diagnostics> fail(Position at, Bilingual text) {
  Diagnostics one;
  one.push_back({Diagnostic::Kind::error, std::move(at), std::move(text)});
  return std::unexpected(std::move(one));
}

std::string render(const Diagnostic& diagnostic, Language language) {
  const bool error = diagnostic.kind == Diagnostic::Kind::error;
  const char* kind =
      language == Language::id ? (error ? "galat" : "peringatan") : (error ? "error" : "warning");
  // A file name or a quoted value may hold what would steer the terminal.
  return printable(
      fmt::format("{}: {}: {}", to_string(diagnostic.at), kind, diagnostic.text.in(language)));
}

}  // namespace periksa
