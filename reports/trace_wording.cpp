// SPDX-License-Identifier: Apache-2.0
#include "reports/trace_wording.h"

#include <algorithm>

namespace periksa::reports {
namespace {

using results::Trace;
using results::Truth;

bool failed(const Trace& trace) {
  return trace.examined && trace.decisive && trace.truth && *trace.truth != Truth::yes;
}

/// A failure that no part below explains any further.
bool decides(const Trace& trace) {
  return failed(trace) && std::ranges::none_of(trace.parts, failed);
}

std::string sign(Truth truth) {
  if (truth == Truth::yes) return "✓";
  return truth == Truth::no ? "✗" : "?";
}

}  // namespace

TraceWords trace_words(const Trace& trace, bool below_skipped, const Wording& wording) {
  TraceWords words;
  words.text = wording.text(trace.text);
  words.values = wording.values(trace.values);
  words.symbol = "·";
  if (!trace.examined || below_skipped) {
    words.state = "skipped";
    words.skipped = !below_skipped;
    return words;
  }
  words.state = trace.truth ? to_string(*trace.truth) : "operand";
  if (!trace.truth) return words;
  words.symbol = sign(*trace.truth);
  words.truth = wording.strings().term("truth", to_string(*trace.truth));
  words.decides = decides(trace);
  return words;
}

}  // namespace periksa::reports
