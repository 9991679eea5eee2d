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

/// Both languages name the operand in the condition.
bool names(const Trace& condition, const Trace& operand) {
  return condition.text.id.find(operand.text.id) != std::string::npos &&
         condition.text.en.find(operand.text.en) != std::string::npos;
}

/// The condition and its truth tell the value already.
bool told(const Trace& condition, const Trace& operand) {
  if (operand.values.size() != 1) return false;
  const results::Value& value = operand.values.front();
  if (value.type == "bool") return true;
  return !value.label.id.empty() && condition.text.id.find(value.label.id) != std::string::npos &&
         condition.text.en.find(value.label.en) != std::string::npos;
}

/// A value beside its condition. The condition that decides has it with its name and its row; to
/// others the value is enough, or the row of a private one.
void add_given(const Page& line, const Trace& condition, const Trace& operand, bool decides,
               const Wording& wording) {
  const std::string values = wording.values(operand.values);
  if (values.empty() && operand.facts.empty()) return;
  if (!decides && told(condition, operand)) return;
  const Page given = line.section("given");
  if (!values.empty() && (decides || !names(condition, operand))) {
    given.section("of").set("what", wording.text(operand.text));
  }
  add_text(given, "known", "value", values);
  if (decides || values.empty()) add_row_links(given, "at", operand, wording);
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
  for (const Trace& operand : trace.parts) {
    add_given(line, trace, operand, words.decides, wording);
  }
}

void add_part(const Page& page, std::string_view name, const Trace& trace, const Wording& wording);

/// Of a record that was left out only the conditions it does not meet.
void add_reasons(const Page& page, const Trace& trace, const Wording& wording) {
  for (const Trace& part : trace.parts) {
    if (!part.examined || part.truth != results::Truth::no) continue;
    const bool deepest = std::ranges::none_of(part.parts, [](const Trace& below) {
      return below.examined && below.truth == results::Truth::no;
    });
    if (deepest) {
      add_part(page, "part", part, wording);
    } else {
      add_reasons(page, part, wording);
    }
  }
}

void add_part(const Page& page, std::string_view name, const Trace& trace, const Wording& wording) {
  const TraceWords words = trace_words(trace, false, wording);
  const bool inlined = words.skipped || std::ranges::all_of(trace.parts, is_operand);
  const Page item = page.include(name, "trace.html");
  if (words.skipped) item.show("skipped");
  const Page form = item.section(inlined ? "leaf" : on_path(trace) ? "path" : "folded");
  add_line(form, trace, words, inlined, wording);
  if (inlined) return;
  if (left_out(trace)) return add_reasons(form, trace, wording);
  for (const Trace& part : trace.parts) add_part(form, "part", part, wording);
}

}  // namespace

void add_trace(const Page& page, const Trace& trace, const Wording& wording) {
  add_part(page, "trace", trace, wording);
}

}  // namespace periksa::reports::html
