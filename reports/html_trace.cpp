// SPDX-License-Identifier: Apache-2.0
#include "reports/html_parts.h"
#include "reports/trace_wording.h"

namespace periksa::reports::html {
namespace {

void add_part(const Page& page, std::string_view name, const results::Trace& trace, bool skipped,
              const Wording& wording) {
  const TraceWords words = trace_words(trace, skipped, wording);
  const Page item = page.include(name, "trace.html");
  item.set("class", words.state + (words.decides ? " decisive" : ""));
  item.set("symbol", words.symbol);
  item.set("text", words.text);
  add_text(item, "values", "value", words.values);
  add_text(item, "judged", "truth", words.truth);
  if (words.decides) item.show("decisive");
  if (words.skipped) item.show("unexamined");
  for (const std::size_t fact : trace.facts) {
    item.section("fact").set("row", std::to_string(wording.rows().number(fact)));
  }
  if (trace.parts.empty()) return;
  const Page parts = item.section("parts");
  for (const results::Trace& part : trace.parts) {
    add_part(parts, "part", part, skipped || !trace.examined, wording);
  }
}

}  // namespace

void add_trace(const Page& page, const results::Trace& trace, const Wording& wording) {
  add_part(page, "trace", trace, false, wording);
}

}  // namespace periksa::reports::html
