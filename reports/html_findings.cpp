// SPDX-License-Identifier: Apache-2.0
// The cards in the order of the law, and the indexes that lead to them.
#include <numeric>

#include "auditor/base/date_format.h"
#include "reports/html_parts.h"

namespace periksa::reports::html {
namespace {

using results::Finding;
using results::Severity;

bool asks_something(const Finding& x) {
  return !x.remedies.empty() || !x.sanctions.empty() || !x.question.id.empty();
}

std::size_t size_of(const LawGroup& group) {
  std::size_t size = 0;
  for (const Case& of : group.cases) size += of.findings.size();
  return size;
}

/// Where the remedies and the question of all findings of an article are told: at its head, where
/// it has one case only; else nowhere.
std::string article_anchor(const ArticlePart& part, const Wording& wording) {
  const LawGroup& group = part.group;
  const Finding& first = wording.results().findings[group.cases.front().findings.front()];
  const bool one_case = size_of(group) > 1 && group.cases.size() == 1 && asks_something(first);
  return one_case ? "a-" + std::to_string(part.article) : "";
}

/// What several findings of an article share.
void add_article_head(const Page& provision, const ArticlePart& part, const Wording& wording) {
  const LawGroup& group = part.group;
  const std::string told = article_anchor(part, wording);
  if (told.empty() && group.provisions.empty() && group.sanctions.empty() && !group.act) return;
  const Finding& first = wording.results().findings[group.cases.front().findings.front()];
  const Place place{group, part.article, {}};
  const Page common = provision.include("common", "common.html");
  common.set("anchor", "a-" + std::to_string(part.article));
  common.set("title", wording.strings().fill("common_to", {{"n", std::to_string(size_of(group))}}));
  add_shared_laws(common, place, wording);
  add_shared_way_out(common, place, told.empty() ? nullptr : &first, wording);
}

/// Where what the findings of one case share is told; empty if each tells its own.
std::string case_anchor(const Case& of, const Wording& wording) {
  const std::size_t first = of.findings.front();
  const bool shared = of.findings.size() > 1 && asks_something(wording.results().findings[first]);
  return shared ? "c-" + std::to_string(first + 1) : "";
}

void add_case_head(const Page& page, const Case& of, const Place& place, const Wording& wording) {
  const Finding& first = wording.results().findings[of.findings.front()];
  const Page common = page.include("case_head", "common.html");
  common.set("anchor", case_anchor(of, wording));
  common.set("title",
             wording.strings().fill("common_to_rule", {{"n", std::to_string(of.findings.size())},
                                                       {"rule", first.rule}}));
  add_way_out(common, first, place, wording);
}

std::string instrument_of(const LawGroup& group, const Wording& wording) {
  return group.provision != nullptr ? group.provision->instrument
                                    : wording.strings()("without_citation");
}

}  // namespace

Page add_instrument(const Page& findings, const LawGroup& first, std::size_t number,
                    const Wording& wording) {
  const bool cited = first.provision != nullptr;
  const Page instrument = findings.section("instrument");
  instrument.set("anchor", "instrument-" + std::to_string(number));
  instrument.set("name", instrument_of(first, wording));
  instrument.set("subtitle", cited ? wording.text(first.provision->instrument_title) : "");
  return instrument;
}

void add_article(const Page& instrument, const ArticlePart& part, const CardKeys& keys,
                 const Wording& wording) {
  const Page provision = instrument.section("provision");
  const results::Provision* const of = part.group.provision;
  provision.set("article", std::to_string(part.article));
  provision.set("cite", of == nullptr ? wording.strings()("without_citation_each") : of->cite);
  provision.set("window", of == nullptr ? "" : format_window(of->from, of->to, wording.language()));
  if (part.head) add_article_head(provision, part, wording);
  Place place{part.group, part.article, article_anchor(part, wording)};
  const bool by_case = place.common.empty();
  for (const ArticlePart::Shown& shown : part.cases) {
    const Page page = provision.section("case");
    if (by_case) place.common = case_anchor(*shown.of, wording);
    const bool head = by_case && shown.findings.front() == shown.of->findings.front();
    if (head && !place.common.empty())
      add_case_head(page, *shown.of, {part.group, part.article, {}}, wording);
    for (const std::size_t index : shown.findings)
      keys.mark(add_card(page, index, place, wording), wording.results().findings[index]);
  }
}

void add_findings(const Page& page, const Wording& wording) {
  const Page findings = page.include("findings", "findings.html");
  std::vector<std::size_t> all(wording.results().findings.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  const CardKeys keys(all, wording);
  if (all.empty()) {
    findings.show("none");
  } else {
    keys.add_controls(findings.section("some"));
  }
  std::string current;
  std::size_t number = 0;
  std::size_t article = 0;
  Page instrument = findings;
  for (const LawGroup& group : by_law(wording)) {
    const std::string name = instrument_of(group, wording);
    if (number == 0 || name != current) {
      instrument = add_instrument(findings, group, ++number, wording);
      current = name;
    }
    ArticlePart part{group, ++article, {}};
    for (const Case& of : group.cases) part.cases.push_back({&of, of.findings});
    add_article(instrument, part, keys, wording);
  }
}

ByWorker by_worker(const Wording& wording) {
  ByWorker workers;
  const auto& findings = wording.results().findings;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (!findings[i].worker.empty()) workers[findings[i].worker].push_back(i);
  }
  return workers;
}

std::vector<std::size_t> of_severity(const Wording& wording, Severity severity) {
  std::vector<std::size_t> out;
  const auto& findings = wording.results().findings;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (findings[i].severity == severity) out.push_back(i);
  }
  return out;
}

void add_worker_links(const Page& indexes, std::span<const ByWorker::value_type* const> workers,
                      const Wording& wording) {
  const Page section = indexes.section("by_worker");
  if (workers.empty()) return section.show("no_workers");
  const Page table = section.section("workers");
  for (const auto* entry : workers) {
    const Page worker = table.section("worker");
    worker.set("name", wording.person(entry->first));
    add_links(worker, entry->second, wording);
  }
}

void add_severity_links(const Page& section, Severity severity,
                        std::span<const std::size_t> findings, const Wording& wording) {
  const Page list = section.section("severity");
  list.set("name", wording.strings().term("severity", to_string(severity)));
  list.set("count", wording.strings().count("n_finding", findings.size()));
  add_links(list, findings, wording);
}

void add_indexes(const Page& page, const Wording& wording) {
  const Page indexes = page.include("indexes", "indexes.html");
  const ByWorker workers = by_worker(wording);
  std::vector<const ByWorker::value_type*> all;
  for (const auto& entry : workers) all.push_back(&entry);
  add_worker_links(indexes, all, wording);
  const Page severities = indexes.section("by_severity");
  for (const Severity severity : kSeverities) {
    const auto list = of_severity(wording, severity);
    if (!list.empty()) add_severity_links(severities, severity, list, wording);
  }
  if (wording.results().findings.empty()) severities.show("no_severities");
}

}  // namespace periksa::reports::html
