// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <vector>

#include "auditor/base/bilingual.h"

namespace periksa {

/// Where something stands in a file: line and column count from 1, columns in bytes; 0 = the whole
/// file. `cell` names a spreadsheet cell ("Pekerja!C12") where there are no lines.
struct Position {
  std::string file{};
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string cell{};

  bool operator==(const Position&) const = default;
};

/// "berkas.xml:12:7", "berkas.xlsx Pekerja!C12" or just the file.
std::string to_string(const Position& position);

/// One thing a person has to know about an input: where, what was found, what was expected and the
/// way out, in one message.
struct Diagnostic {
  enum class Kind : std::uint8_t { error, warning };

  Kind kind = Kind::error;
  Position at;
  Bilingual text;
};

using Diagnostics = std::vector<Diagnostic>;

/// A value, or all the reasons why there is none (never empty).
template <class T>
using Result = std::expected<T, Diagnostics>;

std::unexpected<Diagnostics> fail(Position at, Bilingual text);

/// "file:line:column: galat: …", one line, in the language asked for.
std::string render(const Diagnostic& diagnostic, Language language);

}  // namespace periksa
