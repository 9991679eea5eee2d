// SPDX-License-Identifier: Apache-2.0
// The cards in the order of the law, and the indexes that lead to them.
#include <map>

#include "reports/html_parts.h"
#include "reports/law_wording.h"

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

void add_group(const Page& instrument, const LawGroup& group, const Wording& wording) {
  const Page provision = instrument.section("provision");
  provision.set("cite", group.provision == nullptr ? wording.strings()("without_citation_each")
                                                   : group.provision->cite);
  for (const std::size_t index : group.findings) add_card(provision, index, wording);
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
  findings.show(wording.results().findings.empty() ? "none" : "some");
  std::string current;
  std::size_t number = 0;
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
    add_group(instrument, group, wording);
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
