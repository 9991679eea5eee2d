// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "auditor/language/problem.h"

namespace periksa::language {

struct Token {
  enum class Kind : std::uint8_t { word, integer, decimal, date, money, period, text, sign, end };
  Kind kind = Kind::end;
  std::string_view text;  // as written; of `text` tokens without the quotes
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Cuts an expression into words, literals and the signs `. , ( )`. The last token is `end`. The
/// views point into `source`.
std::expected<std::vector<Token>, Problem> lex(std::string_view source);

}  // namespace periksa::language
