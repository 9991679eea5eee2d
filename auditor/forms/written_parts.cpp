// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/written_parts.h"

namespace periksa::forms {
namespace {

constexpr std::string_view kNoBreak = "\u00a0";

bool blank_at_front(std::string_view text) {
  return text.front() == ' ' || text.front() == '\t' || text.front() == '\r' ||
         text.front() == '\n';
}

bool blank_at_back(std::string_view text) {
  return blank_at_front(text.substr(text.size() - 1));
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  for (;;) {
    if (text.empty()) return text;
    if (blank_at_front(text)) {
      text.remove_prefix(1);
    } else if (text.starts_with(kNoBreak)) {
      text.remove_prefix(kNoBreak.size());
    } else if (blank_at_back(text)) {
      text.remove_suffix(1);
    } else if (text.ends_with(kNoBreak)) {
      text.remove_suffix(kNoBreak.size());
    } else {
      return text;
    }
  }
}

bool is_formula_like(std::string_view text) {
  return !text.empty() && std::string_view("=+-@").contains(text.front());
}

std::string_view unguarded(std::string_view text) {
  return text.starts_with('\'') && is_formula_like(text.substr(1)) ? text.substr(1) : text;
}

std::string small_letters(std::string_view text) {
  std::string small(text);
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return small;
}

bool ends_in(std::string_view name, std::string_view ending) {
  return name.size() >= ending.size() &&
         small_letters(name.substr(name.size() - ending.size())) == ending;
}

std::vector<std::string> split_at(std::string_view text, std::string_view separators) {
  std::vector<std::string> pieces;
  while (!text.empty()) {
    const auto end = text.find_first_of(separators);
    if (end != 0) pieces.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return pieces;
}

}  // namespace periksa::forms
