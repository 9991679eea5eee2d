// SPDX-License-Identifier: Apache-2.0
// The overview of a filing for a terminal.
#include <algorithm>

#include "auditor/base/date_format.h"
#include "auditor/base/number_format.h"
#include "reports/overview_report.h"
#include "reports/overview_wording.h"
#include "reports/text_lines.h"

namespace periksa::reports {
namespace {

using results::Overview;

constexpr std::size_t kOverviewIndent = 2;
constexpr std::size_t kCount = 8;

void add_entity(const TextLines& out, const Overview::Entity& entity, const Strings& strings) {
  const auto number = [&](std::uint64_t n) { return format_count(n, strings.language()); };
  out.blank();
  out.line(
      0, entity.label.in(strings.language()) + " (" + entity.list + "): " + number(entity.records));
  for (const auto& line : completeness(entity, strings)) out.line(kOverviewIndent, line);
  for (const auto& field : entity.fields) {
    std::string counts;
    for (const auto& state : states(field, strings))
      counts += (counts.empty() ? "" : " · ") + state.label + " " + number(state.count);
    out.line(kOverviewIndent, field.label.in(strings.language()) + ": " + counts);
  }
  if (entity.silent > 0) out.line(kOverviewIndent, strings.count("n_silent_field", entity.silent));
}

void add_doubtful(const TextLines& out, std::string_view title, const Overview::DoubtfulList& list,
                  const Strings& strings) {
  out.blank();
  out.line(0, strings(title) + ": " + format_count(list.count, strings.language()));
  for (const auto& value : list.told) {
    std::string line = to_string(value.at) + "  " + value.record + " " +
                       value.field.in(strings.language()) + "  " + written(value, strings);
    if (!value.source.empty()) line += "  " + value.source;
    out.line(kOverviewIndent, line);
  }
  if (list.count > list.told.size())
    out.line(kOverviewIndent, strings.count("n_more", list.count - list.told.size()));
}

void add_open(const TextLines& out, const Overview& overview, const Strings& strings) {
  const auto number = [&](std::uint64_t n) { return format_count(n, strings.language()); };
  out.blank();
  out.line(0, strings("overview_open") + ": " + unjudged(overview, strings));
  for (const auto& open : overview.open)
    out.item(kCount, "  " + number(open.count),
             open.rule + "  " + open.duty.in(strings.language()));
  if (overview.asked.empty()) return;
  out.blank();
  out.line(0, strings("overview_asked") + ":");
  for (const auto& asked : overview.asked)
    out.item(kCount, "  " + number(asked.count), asked.paper.in(strings.language()));
}

}  // namespace

Result<void> write_overview_text(const Overview& overview, const ReportOptions& options,
                                 const Sink& sink) {
  const auto strings = Strings::load(options.templates, options.language);
  if (!strings) return std::unexpected(strings.error());
  const TextLines out(sink);
  out.line(0, overview.file + ": " + (*strings)("closing_day") + " " +
                  format_date(overview.closing, options.language));
  for (const auto& entity : overview.entities) add_entity(out, entity, *strings);
  add_doubtful(out, "overview_unreadable", overview.unreadable, *strings);
  add_doubtful(out, "overview_contradictory", overview.contradictory, *strings);
  if (!overview.papers.empty()) out.blank();
  for (const auto& line : overview.papers) {
    const auto indent = std::min(line.find_first_not_of(' '), line.size());
    out.line(indent, std::string_view(line).substr(indent));
  }
  add_open(out, overview, *strings);
  return {};
}

}  // namespace periksa::reports
