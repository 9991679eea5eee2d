// SPDX-License-Identifier: Apache-2.0
#include "reports/trace_wording.h"

#include <algorithm>

namespace periksa::reports {
namespace {

using results::Trace;
using results::Truth;

bool failed(const Trace& trace) {
  return trace.decisive && trace.truth && *trace.truth != Truth::yes;
}

/// A failure that no part below explains any further.
bool decides(const Trace& trace) {
  return trace.examined && failed(trace) && std::ranges::none_of(trace.parts, on_path);
}

void add_facts(std::set<std::size_t>& facts, const Trace& trace) {
  if (!trace.examined || left_out(trace)) return;
  facts.insert(trace.facts.begin(), trace.facts.end());
  for (const Trace& part : trace.parts) add_facts(facts, part);
}

void add_deciding(std::set<std::size_t>& facts, const Trace& trace) {
  if (decides(trace)) return add_facts(facts, trace);
  for (const Trace& part : trace.parts) {
    if (on_path(part)) add_deciding(facts, part);
  }
}

/// "pembayaran W001/payment-2 (tidak termasuk)" with the record as cards call it.
std::string with_records(const std::string& text, const Wording& wording) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    const std::string word = text.substr(at, end - at);
    const auto slash = word.find('/');
    const bool record = word.starts_with('W') && slash != std::string::npos && slash > 1 &&
                        word.find_first_not_of("0123456789", 1) == slash;
    words.push_back(record ? wording.record(word) : word);
    at = end + 1;
  }
  return wording.join(words, " ");
}

std::string sign(Truth truth) {
  if (truth == Truth::yes) return "✓";
  return truth == Truth::no ? "✗" : "?";
}

}  // namespace

TraceWords trace_words(const Trace& trace, bool below_skipped, const Wording& wording) {
  TraceWords words;
  words.text = with_records(wording.text(trace.text), wording);
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

bool on_path(const Trace& trace) {
  if (!trace.examined || trace.truth == Truth::yes) return false;
  return failed(trace) || std::ranges::any_of(trace.parts, on_path);
}

bool left_out(const Trace& trace) {
  return !trace.truth && trace.values.empty() && std::ranges::any_of(trace.parts, [](auto& part) {
    return part.examined && part.truth == Truth::no;
  });
}

bool is_operand(const Trace& trace) {
  return !trace.truth && trace.parts.empty();
}

std::set<std::size_t> deciding_facts(const results::Finding& finding) {
  std::set<std::size_t> facts;
  for (const results::Missing& missing : finding.missing) facts.insert(missing.fact);
  for (const Trace& trace : finding.reasoning) add_deciding(facts, trace);
  return facts;
}

}  // namespace periksa::reports
