// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "auditor/base/bilingual.h"

/// Numbers as Indonesians (1.234,5) and English readers (1,234.5) write them. No locale and no
/// library table is asked: the same document gives the same bytes everywhere. What is not in the
/// canonical form of the results document comes back as it is, never guessed at.
namespace periksa {

std::string format_integer(std::int64_t value, Language language);
std::string format_count(std::uint64_t value, Language language);

/// "1234.5" → "1.234,5".
std::string format_decimal(std::string_view canonical, Language language);

/// "12.5" → "12,5%".
std::string format_percent(std::string_view canonical, Language language);

/// "IDR 2500000" → "Rp2.500.000" / "IDR 2,500,000"; minor units are left out when they are zero.
std::string format_money(std::string_view canonical, Language language);
std::string format_money(std::int64_t minor, std::string_view currency, Language language);

}  // namespace periksa
