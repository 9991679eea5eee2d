// SPDX-License-Identifier: Apache-2.0
#include "reports/html_report.h"

#include "auditor/base/date_format.h"
#include "auditor/results/redact.h"
#include "reports/charts.h"
#include "reports/headline.h"
#include "reports/html_parts.h"

namespace periksa::reports {
namespace {

void add_labels(const PageRoot& page, const Strings& strings) {
  for (const auto& [key, text] : strings.all()) page.label("t_" + key, text);
}

std::string input_names(const results::Header& header) {
  std::string names;
  for (const results::Input& input : header.inputs) {
    names += (names.empty() ? "" : ", ") + input.file;
  }
  return names;
}

}  // namespace

namespace html {

Masthead::Masthead(const Page& page, const std::string& kicker, const std::string& title,
                   const std::string& agency)
    : masthead_(page.include("masthead", "masthead.html")) {
  masthead_.set("kicker", kicker);
  masthead_.set("title", title);
  add_text(masthead_, "agency", "name", agency);
}

void Masthead::add_meta(const std::string& name, const std::string& value) {
  if (value.empty()) return;
  if (!facts_) facts_ = masthead_.section("facts");
  const Page entry = facts_->section("meta");
  entry.set("name", name);
  entry.set("value", value);
}

void Masthead::add_edition(std::string_view kind, std::string_view symbol,
                           const std::string& line) const {
  html::add_edition(masthead_, kind, symbol, line);
}

void add_edition(const Page& page, std::string_view kind, std::string_view symbol,
                 const std::string& line) {
  const Page notice = page.section("notice");
  notice.set("kind", kind);
  notice.set("symbol", symbol);
  notice.set("line", line);
}

void add_editions(const Masthead& head, const Wording& wording) {
  const Strings& strings = wording.strings();
  for (const std::string& line : extract_lines(wording)) head.add_edition("extract", "◧", line);
  for (const results::Input& input : wording.results().header.inputs) {
    if (!input.fictitious) continue;
    head.add_edition("fictitious", "◇", strings.fill("fictitious", {{"file", input.file}}));
  }
  if (wording.unmasked()) return head.add_edition("open", "!", strings("edition_open"));
  if (is_redacted(wording.results())) {
    return head.add_edition("masked", "▒", strings("edition_redacted"));
  }
  if (!wording.results().secrets.empty()) {
    head.add_edition("masked", "▒", strings("edition_masked"));
  }
}

Page add_frame(const PageRoot& page, const Strings& strings, const std::string& title,
               const std::string& foot) {
  add_labels(page, strings);
  page.label("lang", strings.language() == Language::id ? "id" : "en");
  const Page head = page.include("head", "head.html");
  head.set("title", title);
  head.set("foot", foot);
  for (const char* sheet : {"report.css", "results.css", "measures.css", "cards.css", "charts.css",
                            "narrow.css", "print.css", "print_lists.css"})
    head.include("style", sheet);
  return head;
}

Page add_frame(const PageRoot& page, const Wording& wording, const std::string& title) {
  const results::Header& header = wording.results().header;
  const Strings& strings = wording.strings();
  page.set("foot_versions", strings.fill("foot_versions", {{"engine", header.engine_version},
                                                           {"name", header.rule_set},
                                                           {"version", header.rule_set_version}}));
  return add_frame(page, strings, title, strings("page_foot"));
}

Page add_head(const PageRoot& page, const Wording& wording) {
  const results::Header& header = wording.results().header;
  const Strings& strings = wording.strings();
  const std::string& agency = header.agency;
  const std::string title = strings("title") + (agency.empty() ? "" : " – " + agency);
  const Page head = add_frame(page, wording, title);
  Masthead masthead(page, strings("kicker"), strings("title"), agency);
  masthead.add_meta(strings("meta_as_of"), format_date(header.as_of, wording.language()));
  masthead.add_meta(strings("meta_nib"), header.agency_nib);
  masthead.add_meta(strings("meta_files"), input_names(header));
  add_editions(masthead, wording);
  return head;
}

void add_overview(const Page& page, const Wording& wording) {
  for (const auto add : {add_summary, add_numbers, add_people, add_charts, add_patterns,
                         add_measures, add_requests, add_settled, add_coverage})
    add(page, wording);
}

}  // namespace html

Result<void> write_html(const results::Results& results, const HtmlOptions& options,
                        const Sink& sink) {
  const auto strings = Strings::load(options.templates, options.language);
  if (!strings) return std::unexpected(strings.error());
  const auto templates = PageTemplates::load(options.templates);
  if (!templates) return std::unexpected(templates.error());
  const Wording wording(results, *strings, options.unmask, options.store);
  const PageRoot page;
  const Page head = html::add_head(page, wording);
  head.include("style", "filter.css");
  head.section("script").set("hash", templates->script_hash("filter.js"));
  page.section("scripted").include("script", "filter.js");
  html::add_overview(page, wording);
  html::add_amounts(page, html::with_amounts(wording), wording);
  html::add_screens(page, html::screened(wording), wording);
  html::add_findings(page, wording);
  html::add_indexes(page, wording);
  html::add_appendix(page, wording);
  templates->expand("report.html", page, sink);
  return {};
}

}  // namespace periksa::reports
