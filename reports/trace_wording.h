// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
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

/// The outcome rests on this part, or on one below it, that failed or could not be told: a page
/// leaves it open. What is below any other part is folded away.
bool on_path(const results::Trace& trace);

/// A value that only illustrates the part above it, with nothing of its own below.
bool is_operand(const results::Trace& trace);

/// A record that a filter left out of a list.
bool left_out(const results::Trace& trace);

/// Facts below the parts that decided, and those that are still missing; all others are context.
std::set<std::size_t> deciding_facts(const results::Finding& finding);

}  // namespace periksa::reports
