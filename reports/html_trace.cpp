// SPDX-License-Identifier: Apache-2.0
#include "reports/html_parts.h"

namespace periksa::reports::html {
namespace {

std::string trace_class(const results::Trace& trace) {
  if (!trace.examined) return "skipped";
  if (!trace.truth) return "operand";
  return std::string(to_string(*trace.truth)) + (trace.decisive ? " decisive" : "");
}

std::string trace_symbol(const results::Trace& trace) {
  if (!trace.examined || !trace.truth) return "·";
  if (*trace.truth == results::Truth::yes) return "✓";
  return *trace.truth == results::Truth::no ? "✗" : "?";
}

}  // namespace

void add_trace(const Page& page, std::string_view name, const results::Trace& trace,
               const Wording& wording) {
  const Page item = page.include(name, "trace.html");
  item.set("class", trace_class(trace));
  item.set("symbol", trace_symbol(trace));
  item.set("text", wording.text(trace.text));
  add_text(item, "values", "value", wording.values(trace.values));
  if (!trace.examined) {
    item.show("unexamined");
  } else if (trace.truth) {
    item.section("judged").set("truth", wording.strings().term("truth", to_string(*trace.truth)));
  }
  if (trace.decisive) item.show("decisive");
  for (const std::size_t fact : trace.facts) {
    item.section("fact").set("row", std::to_string(wording.rows().number(fact)));
  }
  if (trace.parts.empty()) return;
  const Page parts = item.section("parts");
  for (const results::Trace& part : trace.parts) add_trace(parts, "part", part, wording);
}

}  // namespace periksa::reports::html
