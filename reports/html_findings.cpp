// SPDX-License-Identifier: Apache-2.0
// The cards in the order of the law, and the indexes that lead to them.
#include <map>

#include "reports/date_format.h"
#include "reports/html_filter.h"
#include "reports/html_parts.h"

namespace periksa::reports::html {
namespace {

using results::Finding;
using results::Severity;

std::vector<std::size_t> findings_of(const Wording& wording, Severity severity) {
  std::vector<std::size_t> out;
  const auto& findings = wording.results().findings;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (findings[i].severity == severity) out.push_back(i);
  }
  return out;
}

bool asks_something(const Finding& x) {
  return !x.remedies.empty() || !x.sanctions.empty() || !x.question.id.empty();
}

std::size_t size_of(const LawGroup& group) {
  std::size_t size = 0;
  for (const Case& of : group.cases) size += of.findings.size();
  return size;
}

/// What several findings of an article share. Returns its anchor if the remedies and the question
/// are in it, as they are where the article has one case only.
std::string add_article_head(const Page& provision, const Place& place, const Wording& wording) {
  const LawGroup& group = place.group;
  const Finding& first = wording.results().findings[group.cases.front().findings.front()];
  const std::size_t size = size_of(group);
  const bool one_case = size > 1 && group.cases.size() == 1 && asks_something(first);
  if (!one_case && group.provisions.empty() && group.sanctions.empty() && !group.act) return {};
  const Page common = provision.include("common", "common.html");
  std::string anchor = "a-" + std::to_string(place.article);
  common.set("anchor", anchor);
  common.set("title", wording.strings().fill("common_to", {{"n", std::to_string(size)}}));
  add_shared_laws(common, place, wording);
  add_shared_way_out(common, place, one_case ? &first : nullptr, wording);
  return one_case ? anchor : "";
}

/// What the findings of one case share, unless the head of the article tells it.
std::string add_case_head(const Page& page, const Case& of, const Place& place,
                          const Wording& wording) {
  const Finding& first = wording.results().findings[of.findings.front()];
  if (of.findings.size() < 2 || !asks_something(first)) return {};
  const Page common = page.include("case_head", "common.html");
  std::string anchor = "c-" + std::to_string(of.findings.front() + 1);
  common.set("anchor", anchor);
  common.set("title",
             wording.strings().fill("common_to_rule", {{"n", std::to_string(of.findings.size())},
                                                       {"rule", first.rule}}));
  add_way_out(common, first, place, wording);
  return anchor;
}

void add_group(const Page& instrument, const LawGroup& group, std::size_t article,
               const CardKeys& keys, const Wording& wording) {
  const Page provision = instrument.section("provision");
  const results::Provision* const of = group.provision;
  provision.set("cite", of == nullptr ? wording.strings()("without_citation_each") : of->cite);
  provision.set("window", of == nullptr ? "" : format_window(of->from, of->to, wording.language()));
  const std::string head = add_article_head(provision, {group, article, {}}, wording);
  for (const Case& each : group.cases) {
    const Page page = provision.section("case");
    const std::string common =
        head.empty() ? add_case_head(page, each, {group, article, {}}, wording) : head;
    for (const std::size_t index : each.findings) {
      keys.mark(add_card(page, index, {group, article, common}, wording),
                wording.results().findings[index]);
    }
  }
}

void add_workers(const Page& page, const Wording& wording) {
  std::map<std::string, std::vector<std::size_t>> workers;
  const auto& findings = wording.results().findings;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (!findings[i].worker.empty()) workers[findings[i].worker].push_back(i);
  }
  if (workers.empty()) return page.show("no_workers");
  const Page table = page.section("workers");
  for (const auto& [pseudonym, list] : workers) {
    const Page worker = table.section("worker");
    worker.set("name", wording.person(pseudonym));
    add_links(worker, list, wording);
  }
}

}  // namespace

void add_findings(const Page& page, const Wording& wording) {
  const Page findings = page.include("findings", "findings.html");
  const CardKeys keys(wording);
  if (wording.results().findings.empty()) {
    findings.show("none");
  } else {
    keys.add_controls(findings.section("some"));
  }
  std::string current;
  std::size_t number = 0;
  std::size_t article = 0;
  Page instrument = findings;
  for (const LawGroup& group : by_law(wording)) {
    const bool cited = group.provision != nullptr;
    const std::string name =
        cited ? group.provision->instrument : wording.strings()("without_citation");
    if (number == 0 || name != current) {
      instrument = findings.section("instrument");
      instrument.set("anchor", "instrument-" + std::to_string(++number));
      instrument.set("name", name);
      instrument.set("subtitle", cited ? wording.text(group.provision->instrument_title) : "");
      current = name;
    }
    add_group(instrument, group, ++article, keys, wording);
  }
}

void add_indexes(const Page& page, const Wording& wording) {
  const Page indexes = page.include("indexes", "indexes.html");
  add_workers(indexes, wording);
  for (const Severity severity : {Severity::critical, Severity::major, Severity::minor}) {
    const auto list = findings_of(wording, severity);
    if (list.empty()) continue;
    const Page section = indexes.section("severity");
    section.set("name", wording.strings().term("severity", to_string(severity)));
    section.set("count", wording.strings().count("n_finding", list.size()));
    add_links(section, list, wording);
  }
  if (wording.results().findings.empty()) indexes.show("no_severities");
}

}  // namespace periksa::reports::html
