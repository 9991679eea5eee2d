// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "auditor/base/bilingual.h"

namespace periksa::audit {

/// Puts a value in the place of every `{name}` of both languages.
void replace_all(Bilingual& text, std::string_view name, const std::string& value);
void replace_all(Bilingual& text, std::string_view name, const Bilingual& value);

}  // namespace periksa::audit
