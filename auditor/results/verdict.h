// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "auditor/base/bilingual.h"

namespace periksa::results {

/// What a rule says of a subject. The order is the aggregation table: of a group the greatest
/// stands, so that a group is never better than its worst known member and never hides an open one
/// (docs/verdicts.md).
enum class Verdict : std::uint8_t {
  not_in_force,    ///< the event lies before the duty's first version
  not_applicable,  ///< the duty does not concern the subject, or is not yet due; the reason is told
  met,
  excused,      ///< a legal exception applies, cited
  waived,       ///< set aside by an authority; the original verdict is kept
  observation,  ///< tier `standard` falls short: never a breach of law
  insufficient,
  suspected,  ///< would be a breach, but on a reading not verified or inside an uncertain window
  breach,
  engine_error,
};

inline constexpr std::size_t kVerdicts = 10;

/// "breach", "not-applicable" …: the word used in results.json.
std::string_view to_string(Verdict verdict);
std::optional<Verdict> parse_verdict(std::string_view word);

/// The words people read: "indikasi pelanggaran" / "indicated breach".
const Bilingual& wording(Verdict verdict);

/// The verdict of a group; `not_in_force` for an empty one. Commutative, associative, idempotent.
Verdict aggregate(std::span<const Verdict> verdicts);

enum class Tier : std::uint8_t { law, decree, standard };
std::string_view to_string(Tier tier);
std::optional<Tier> parse_tier(std::string_view word);

enum class Severity : std::uint8_t { minor, major, critical };
std::string_view to_string(Severity severity);
std::optional<Severity> parse_severity(std::string_view word);

}  // namespace periksa::results
