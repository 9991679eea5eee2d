// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Numbers that tell one person from another, each packed whole into 64 bits: two are equal exactly
/// if the numbers are, however they were written. A text that cannot be such a number, or that
/// stands in for a missing one (0000…, 1234…), is none: it would make strangers one person.
namespace periksa {

enum class IdentityKind : std::uint8_t { nik, passport };

/// "nik" · "passport": words of the summary document.
std::string_view to_string(IdentityKind kind);

/// A NIK has sixteen digits, the seventh to tenth a day (women: plus 40) and a month. A passport
/// number has six to twelve letters and digits, five digits at least.
std::optional<std::uint64_t> identity_number(IdentityKind kind, std::string_view text);

/// The number in plain writing: capitals and digits only.
std::string identity_text(IdentityKind kind, std::uint64_t number);

/// Whether the digits of a text say nothing: all the same, or counting up or down.
bool is_stand_in(std::string_view text);

}  // namespace periksa
