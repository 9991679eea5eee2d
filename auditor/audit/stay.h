// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "auditor/base/date.h"
#include "auditor/results/results.h"

namespace periksa::audit {

/// When a placement lasted, as far as a filing tells.
struct Stay {
  enum class End : std::uint8_t {
    unknown,
    returned,    ///< on the day `end`
    not_before,  ///< not yet returned on the day `end`, the filing's closing
  };
  Date departed;
  Date end;
  bool has_departed = false;  ///< the day is known
  End how = End::unknown;
};

/// Whether two placements overlap: the later one began before the earlier one ended. Returning and
/// leaving again on one day is no overlap. Unknown where the dates do not tell.
inline results::Truth overlap(const Stay& a, const Stay& b) {
  using results::Truth;
  if (!a.has_departed || !b.has_departed) return Truth::unknown;
  if (a.departed == b.departed) return Truth::yes;
  const Stay& first = a.departed < b.departed ? a : b;
  const Date next = a.departed < b.departed ? b.departed : a.departed;
  switch (first.how) {
    case Stay::End::returned:
      return next < first.end ? Truth::yes : Truth::no;
    case Stay::End::not_before:
      return next <= first.end ? Truth::yes : Truth::unknown;
    case Stay::End::unknown:
      break;
  }
  return Truth::unknown;
}

}  // namespace periksa::audit
