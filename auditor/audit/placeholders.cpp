// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/placeholders.h"

namespace periksa::audit {
namespace {

void replace(std::string& text, std::string_view name, const std::string& value) {
  const std::string mark = "{" + std::string(name) + "}";
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size()))
    text.replace(at, mark.size(), value);
}

}  // namespace

void replace_all(Bilingual& text, std::string_view name, const std::string& value) {
  replace(text.id, name, value);
  replace(text.en, name, value);
}

void replace_all(Bilingual& text, std::string_view name, const Bilingual& value) {
  replace(text.id, name, value.id);
  replace(text.en, name, value.en);
}

}  // namespace periksa::audit
