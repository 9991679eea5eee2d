// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "auditor/base/date.h"

namespace periksa::law {

/// How well a text or number has been read, strongest first. Only the first two carry a breach; a
/// finding is capped by the weakest reading it rests on (promise 2).
enum class Grade : std::uint8_t {
  verified,    ///< V: read in a text (of an unofficial copy)
  concurring,  ///< V2 with at least two independent sources for the number
  secondary,   ///< V2: a secondary source only
  unread,      ///< K
  conflicting  ///< ?
};

constexpr bool carries_breach(Grade grade) {
  return grade <= Grade::concurring;
}

/// `word` is V, V2, K or ?; V2 with `concurring` of 2 or more is Grade::concurring.
std::optional<Grade> parse_grade(std::string_view word, int concurring);
/// "V", "V2", "K", "?".
std::string_view to_string(Grade grade);

/// The time a text was in force. [from, to) is the widest possible, [sure_from, sure_to) the
/// certain part; between them lie the uncertain windows.
struct Window {
  Date from;
  Date to;  // exclusive; `kOpen` = no end
  Date sure_from;
  Date sure_to;

  bool may_hold(Date day) const { return from <= day && day < to; }
  bool surely_holds(Date day) const { return sure_from <= day && day < sure_to; }
  bool operator==(const Window&) const = default;
};

inline constexpr Date kOpen{1 << 28};

}  // namespace periksa::law
