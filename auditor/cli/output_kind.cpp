// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/output_kind.h"

#include <algorithm>

namespace periksa::cli {

std::optional<OutputKind> parse_output_kind(std::string_view word) {
  const auto at = std::ranges::find(kOutputForms, word, &OutputForm::word);
  if (at == kOutputForms.end()) return std::nullopt;
  return at->kind;
}

Bilingual output_kinds() {
  std::string before;
  for (std::size_t i = 0; i + 1 < kOutputForms.size(); ++i)
    before += (i == 0 ? "" : ", ") + std::string(kOutputForms.at(i).word);
  const std::string last = kOutputForms.back().word;
  return {before + ", atau " + last, before + " or " + last};
}

}  // namespace periksa::cli
