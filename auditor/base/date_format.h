// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "auditor/base/bilingual.h"

/// Days and spans in words, from the canonical forms of the results document. What is not in such a
/// form comes back as it is.
namespace periksa {

/// "2024-03-12" → "12 Maret 2024" / "12 March 2024"; "2024-03" → "Maret 2024".
std::string format_date(std::string_view canonical, Language language);

/// "3 years" → "3 tahun".
std::string format_period(std::string_view canonical, Language language);

/// The time [from, to) a text was in force: "sejak 22 November 2017", "22 November 2017 sampai
/// sebelum 2 November 2020".
std::string format_window(std::string_view from, std::string_view to, Language language);

}  // namespace periksa
