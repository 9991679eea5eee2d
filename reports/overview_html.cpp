// SPDX-License-Identifier: Apache-2.0
// The overview of a filing as a page.
#include "auditor/base/date_format.h"
#include "auditor/base/number_format.h"
#include "reports/html_parts.h"
#include "reports/overview_report.h"
#include "reports/overview_wording.h"

namespace periksa::reports {
namespace {

using results::Overview;

void add_overview_head(const Page& page, const Overview& overview, const ReportOptions& options,
                       const Strings& strings) {
  const Language language = strings.language();
  html::Masthead head(page, strings("overview_kicker"), strings("overview_title"));
  head.add_meta(strings("meta_files"), overview.file);
  head.add_meta(strings("closing_day"), format_date(overview.closing, language));
  head.add_meta("SHA-256", overview.sha256);
  if (overview.fictitious)
    head.add_edition("fictitious", "◇", strings.fill("fictitious", {{"file", overview.file}}));
  head.add_edition(options.unmask ? "open" : "masked", options.unmask ? "!" : "▒",
                   strings(options.unmask ? "edition_open" : "edition_masked"));
}

/// Four figures that say whether the filing was read as its owner meant it.
void add_figures(const Page& page, const Overview& overview, const Strings& strings) {
  const auto add = [&](const std::string& name, std::uint64_t count, const std::string& note) {
    const Page figure = page.section("figure");
    figure.set("name", name);
    figure.set("count", format_count(count, strings.language()));
    figure.set("note", note);
  };
  add(strings("overview_workers"), overview.workers, strings("overview_workers_note"));
  add(strings("overview_unreadable"), overview.unreadable.count, strings("overview_correct"));
  add(strings("overview_contradictory"), overview.contradictory.count, strings("overview_compare"));
  add(strings("overview_open"), overview.unjudged, strings("overview_open_note"));
}

void add_entity(const Page& page, const Overview::Entity& entity, const Strings& strings) {
  const Language language = strings.language();
  const Page section = page.section("entity");
  section.set("name", entity.label.in(language));
  section.set("count", format_count(entity.records, language));
  for (const auto& line : completeness(entity, strings)) section.section("said").set("text", line);
  for (const auto& field : entity.fields) {
    const Page row = section.section("field");
    row.set("name", field.label.in(language));
    for (const auto& state : states(field, strings)) {
      const Page part = row.section("part");
      part.set("state", state.state);
      part.set("label", state.label);
      part.set("count", format_count(state.count, language));
    }
  }
  if (entity.silent > 0)
    section.section("silent").set("text", strings.count("n_silent_field", entity.silent));
}

void add_doubtful(const Page& page, std::string_view name, const Overview::DoubtfulList& list,
                  const Strings& strings) {
  if (list.count == 0) return page.show(std::string(name) + "_none");
  const Page table = page.section(name).include("rows", "doubtful.html");
  for (const auto& value : list.told) {
    const Page row = table.section("row");
    row.set("place", to_string(value.at));
    row.set("record", value.record);
    row.set("field", value.field.in(strings.language()));
    row.set("written", written(value, strings));
    html::add_text(row, "source", "id", value.source);
  }
  if (list.count > list.told.size())
    table.section("more").set("text", strings.count("n_more", list.count - list.told.size()));
}

void add_warnings(const Page& page, const Overview& overview, const Strings& strings) {
  if (overview.warnings.empty()) return page.show("warnings_none");
  const Page warnings = page.section("warnings");
  for (const auto& warning : overview.warnings) {
    const Page row = warnings.section("warning");
    row.set("place", to_string(warning.at));
    row.set("text", warning.text.in(strings.language()));
  }
}

void add_papers(const Page& page, const Overview& overview) {
  if (overview.papers.empty()) return;
  page.show("has_papers");
  const Page papers = page.section("papers");
  for (const auto& line : overview.papers) papers.section("line").set("text", line);
}

void add_open(const Page& page, const Overview& overview, const Strings& strings) {
  const Language language = strings.language();
  page.set("unjudged", unjudged(overview, strings));
  const Page duties = overview.open.empty() ? page : page.section("duties");
  for (const auto& open : overview.open) {
    const Page row = duties.section("open");
    row.set("count", format_count(open.count, language));
    row.set("rule", open.rule);
    row.set("duty", open.duty.in(language));
  }
  const Page papers = overview.asked.empty() ? page : page.section("papers_asked");
  for (const auto& asked : overview.asked) {
    const Page row = papers.section("asked");
    row.set("count", format_count(asked.count, language));
    row.set("paper", asked.paper.in(language));
  }
}

}  // namespace

Result<void> write_overview_html(const Overview& overview, const ReportOptions& options,
                                 const Sink& sink) {
  const auto strings = Strings::load(options.templates, options.language);
  if (!strings) return std::unexpected(strings.error());
  const auto templates = PageTemplates::load(options.templates);
  if (!templates) return std::unexpected(templates.error());
  const PageRoot page;
  html::add_frame(page, *strings, (*strings)("overview_title"), (*strings)("overview_foot"));
  add_overview_head(page, overview, options, *strings);
  add_figures(page, overview, *strings);
  add_warnings(page, overview, *strings);
  add_doubtful(page, "unreadable", overview.unreadable, *strings);
  add_doubtful(page, "contradictory", overview.contradictory, *strings);
  add_papers(page, overview);
  add_open(page, overview, *strings);
  for (const auto& entity : overview.entities) add_entity(page, entity, *strings);
  templates->expand("overview.html", page, sink);
  return {};
}

}  // namespace periksa::reports
