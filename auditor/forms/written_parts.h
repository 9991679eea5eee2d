// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Pieces of what people write, shared by the readers of dates, amounts and words.
namespace periksa::forms {

/// Without the blanks around it, no-break spaces included.
std::string_view trimmed(std::string_view text);

/// Whether a spreadsheet program would take the text for a formula.
bool is_formula_like(std::string_view text);

/// Without the apostrophe that keeps a text from being one.
std::string_view unguarded(std::string_view text);

/// A to Z made a to z; other bytes as they are.
std::string small_letters(std::string_view text);

/// Whether the name of a file has this ending, written small, in any case.
bool ends_in(std::string_view name, std::string_view ending);

/// The pieces between any of the separators, without empty ones.
std::vector<std::string> split_at(std::string_view text, std::string_view separators);

/// The words between blanks.
inline std::vector<std::string> words_of(std::string_view text) {
  return split_at(text, " ");
}

}  // namespace periksa::forms
