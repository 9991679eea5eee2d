// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "auditor/base/bilingual.h"
#include "auditor/facts/vocabulary.h"

namespace periksa::law {

/// A value as facts::Cell holds it.
struct LimitValue {
  std::int64_t value = 0;
  std::uint16_t unit = 0;
};

/// A value as the limit files write it ("18", "IDR 1500000000", "1 month", "SA"), or nothing if it
/// is none of the type. `target` is the list of a code. Money of an unlisted currency is no value.
std::optional<LimitValue> parse_limit_value(std::string_view text, facts::Type type,
                                            std::uint16_t target,
                                            const facts::Vocabulary& vocabulary);

/// What a value of the type looks like, for messages.
Bilingual expected_form(facts::Type type);

}  // namespace periksa::law
