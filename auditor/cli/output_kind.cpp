// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/output_kind.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <vector>

namespace periksa::cli {

std::optional<OutputKind> parse_output_kind(std::string_view word) {
  const auto at = std::ranges::find(kOutputForms, word, &OutputForm::word);
  if (at == kOutputForms.end()) return std::nullopt;
  return at->kind;
}

Bilingual output_kinds(bool OutputForm::* given) {
  std::vector<std::string> words;
  for (const auto& form : kOutputForms) {
    if (given == nullptr || form.*given) words.emplace_back(form.word);
  }
  const std::string last = words.back();
  words.pop_back();
  const std::string before = fmt::format("{}", fmt::join(words, ", "));
  // Bahasa Indonesia has a comma before the last of three and more.
  return {before + (words.size() > 1 ? ", atau " : " atau ") + last, before + " or " + last};
}

}  // namespace periksa::cli
