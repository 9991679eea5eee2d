// SPDX-License-Identifier: Apache-2.0
// A reasoning as a list that a reader can follow down to what decided: that path stands open, what
// is below any other part is folded, plain values stand beside the condition they belong to, and of
// what was not examined only the topmost part is named.
#include <algorithm>

#include "reports/html_parts.h"
#include "reports/trace_wording.h"

namespace periksa::reports::html {
namespace {

using results::Trace;

void add_row_links(const Page& page, std::string_view section, const Trace& trace,
                   const Wording& wording) {
  for (const std::size_t fact : trace.facts) {
    page.section(section).set("row", std::to_string(wording.rows().number(fact)));
  }
}

/// A value beside its condition. One without a value or a row says nothing the condition does not.
void add_given(const Page& line, const Trace& operand, const Wording& wording) {
  const std::string values = wording.values(operand.values);
  if (values.empty() && operand.facts.empty()) return;
  const Page given = line.section("given");
  if (!values.empty()) {
    const Page of = given.section("of");
    of.set("what", wording.text(operand.text));
    of.set("value", values);
  }
  add_row_links(given, "at", operand, wording);
}

void add_line(const Page& page, const Trace& trace, const TraceWords& words, bool inlined,
              const Wording& wording) {
  const Page line = page.include("line", "trace_line.html");
  line.set("class", words.state + (words.decides ? " decisive" : ""));
  line.set("text", words.text);
  add_text(line, "values", "value", words.values);
  add_text(line, "judged", "truth", words.truth);
  if (words.decides) line.show("decisive");
  if (words.skipped) line.show("unexamined");
  add_row_links(line, "fact", trace, wording);
  if (!inlined || words.skipped) return;
  for (const Trace& operand : trace.parts) add_given(line, operand, wording);
}

void add_part(const Page& page, std::string_view name, const Trace& trace, const Wording& wording) {
  const TraceWords words = trace_words(trace, false, wording);
  const bool inlined = words.skipped || std::ranges::all_of(trace.parts, is_operand);
  const Page item = page.include(name, "trace.html");
  if (words.skipped) item.show("skipped");
  const Page form = item.section(inlined ? "leaf" : on_path(trace) ? "path" : "folded");
  add_line(form, trace, words, inlined, wording);
  if (inlined) return;
  for (const Trace& part : trace.parts) add_part(form, "part", part, wording);
}

}  // namespace

void add_trace(const Page& page, const Trace& trace, const Wording& wording) {
  add_part(page, "trace", trace, wording);
}

}  // namespace periksa::reports::html
