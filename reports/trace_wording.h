// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "reports/wording.h"

namespace periksa::reports {

/// One part of a reasoning in words; the parts below it are not included.
struct TraceWords {
  std::string symbol;    // ✓ ✗ ? for conditions, · for operands and what was not examined
  std::string text;      // what is asked here
  std::string values;    // what was met; may be empty
  std::string truth;     // "ya", "tidak", "belum diketahui"; empty for operands
  std::string state;     // "yes" "no" "unknown" "operand" "skipped"
  bool decides = false;  // the deepest part that failed or could not be told, and so decided
  bool skipped = false;  // not examined; told at the topmost such part only
};

/// `below_skipped`: a part above was not examined, so this one is not told to be either.
TraceWords trace_words(const results::Trace& trace, bool below_skipped, const Wording& wording);

}  // namespace periksa::reports
