// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/language/world.h"

namespace periksa::language::test {

/// A fact as the tests write it: `3` · `3 | 5 | none` (papers differ) · `2..4` (readable only so
/// far) · `none` · `?` (not supplied) · `absent` · `unreadable`; references `#0` (record 0) and
/// `#x` (a record that was not filed). Throws where it cannot be read.
Fact written_fact(std::string_view text, const facts::Field& field);

/// Facts as the tests write them, separated by `;`: `worker: age = 3, trained = yes` (the first one
/// is worker 0, which is always there), `payment: amount = IDR 3` appends a record,
/// `payments complete` states the collection's completeness with the count that fits.
World written_world(std::string_view text);

std::vector<std::string_view> split(std::string_view text, std::string_view separator);
std::string_view trim(std::string_view text);

/// The rows of a table in tests/language: cells separated by `|`, without comments and blank lines.
std::vector<std::vector<std::string>> table(const std::string& file);

}  // namespace periksa::language::test
