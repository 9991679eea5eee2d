// SPDX-License-Identifier: Apache-2.0
// What follows the findings: requests, what is settled, what was not examined.
#include <algorithm>
#include <map>
#include <span>

#include "auditor/base/add_once.h"
#include "auditor/base/number_format.h"
#include "reports/html_parts.h"

namespace periksa::reports::html {
namespace {

using results::Finding;
using results::Rule;
using results::Verdict;

std::map<std::string_view, std::size_t> index_of_findings(const Wording& wording) {
  std::map<std::string_view, std::size_t> index;
  const auto& findings = wording.results().findings;
  for (std::size_t i = 0; i < findings.size(); ++i) index.emplace(findings[i].id, i);
  return index;
}

/// One row of the list of requests: a paper with all that is asked of it, or a bare question.
struct AskedPaper {
  std::string name;
  std::vector<std::string> asks;
  std::vector<std::string> workers;
  std::vector<std::string> findings;
};

std::vector<AskedPaper> papers(const Wording& wording) {
  std::vector<AskedPaper> list;
  std::map<std::string, std::size_t> rows;
  for (const results::Request& of : wording.results().requests) {
    const std::string& label = wording.text(of.label);
    const std::string& name = label.empty() ? wording.text(of.ask) : label;
    const auto [at, fresh] = rows.emplace(name, list.size());
    if (fresh) list.push_back({name, {}, {}, {}});
    AskedPaper& paper = list[at->second];
    if (!label.empty()) add_once(paper.asks, wording.text(of.ask));
    for (const std::string& worker : of.workers) add_once(paper.workers, worker);
    for (const std::string& finding : of.findings) add_once(paper.findings, finding);
  }
  return list;
}

/// How often a rule came out as met, and as outside its scope, by reason.
struct Settled {
  std::uint64_t met = 0;
  std::uint64_t outside = 0;
  std::map<std::string, std::uint64_t> reasons;
};

Settled settled_of(const Rule& rule) {
  Settled sum;
  for (const Rule::Run& run : rule.runs) {
    const bool outside =
        run.verdict == Verdict::not_applicable || run.verdict == Verdict::not_in_force;
    if (run.verdict != Verdict::met && !outside) continue;
    (outside ? sum.outside : sum.met) += run.count;
    const std::string reason = run.verdict == Verdict::not_in_force ? "not-in-force" : run.reason;
    if (!reason.empty()) sum.reasons[reason] += run.count;
  }
  return sum;
}

void add_cited(const Page& row, const std::string& id, const Wording& wording) {
  const results::Provision* const provision = wording.provision(id);
  if (provision == nullptr) return;
  const auto index = provision - wording.results().provisions.data();
  const Page law = row.section("law");
  law.set("anchor", provision_anchor(static_cast<std::size_t>(index)));
  law.set("cite", provision->instrument + " " + provision->cite);
}

void add_kind(const Page& page, const std::string& kind, const Wording& wording) {
  const auto& coverage = wording.results().coverage;
  const Page section = page.section("kind");
  section.set("name", wording.strings().term("uncovered", kind));
  for (const results::Uncovered& of : coverage) {
    if (of.kind != kind) continue;
    const Page item = section.section("item");
    item.set("why", wording.text(of.why));
    add_text(item, "where", "provisions", wording.join(of.provisions, ", "));
  }
}

void add_law_missing(const Page& page, const Wording& wording) {
  const auto& findings = wording.results().findings;
  std::vector<std::pair<std::size_t, std::string>> asks;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    for (const results::Missing& missing : findings[i].missing) {
      if (missing.cause == "law") asks.emplace_back(i, wording.text(missing.ask));
    }
  }
  if (asks.empty()) return;
  const Page section = page.section("law_missing");
  asks.resize(listed(section, asks.size(), wording));
  for (const auto& [index, ask] : asks) {
    const Page item = section.section("item");
    item.set("ask", ask.empty() ? wording.title(findings[index]) : ask);
    item.set("anchor", finding_anchor(index));
    item.set("id", findings[index].id);
  }
}

void add_given_waivers(const Page& page, const Wording& wording) {
  const results::Results& results = wording.results();
  if (results.waivers.empty()) return;
  const auto index = index_of_findings(wording);
  const Page table = page.section("given");
  table.set("line",
            wording.strings().fill("waivers_from", {{"file", results.header.waivers_file}}));
  for (const results::Waiver& x : results.waivers) {
    const Page row = table.section("waiver");
    row.set("id", x.id);
    row.set("rule", x.rule);
    row.set("subject", wording.waiver_subject(x));
    row.set("authority", x.authority);
    row.set("reason", x.reason);
    row.set("window", wording.waiver_window(x));
    row.set("state", wording.strings().term("waiver_state", x.state));
    for (const std::string& id :
         std::span(x.findings).first(listed(row, x.findings.size(), wording))) {
      const auto at = index.find(id);
      if (at == index.end()) continue;
      const Page finding = row.section("finding");
      finding.set("id", id);
      finding.set("anchor", finding_anchor(at->second));
    }
  }
}

/// Every waiver given, then the findings set aside with what they would have been.
void add_waivers(const Page& page, const Wording& wording) {
  const auto& findings = wording.results().findings;
  std::vector<std::size_t> waived;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (findings[i].verdict == Verdict::waived) waived.push_back(i);
  }
  add_given_waivers(page, wording);
  if (waived.empty() && wording.results().waivers.empty()) page.show("no_waivers");
  if (waived.empty()) return;
  const Page table = page.section("waived");
  waived.resize(listed(table, waived.size(), wording));
  for (const std::size_t i : waived) {
    const Page row = table.section("finding");
    row.set("anchor", finding_anchor(i));
    row.set("id", findings[i].id);
    row.set("original", wording.verdict(findings[i].original));
    row.set("terms", wording.waiver(findings[i]));
  }
}

}  // namespace

void add_requests(const Page& page, const Wording& wording) {
  const Page requests = page.include("requests", "requests.html");
  if (wording.results().requests.empty()) return requests.show("none");
  const auto index = index_of_findings(wording);
  const Page table = requests.section("some");
  for (const AskedPaper& paper : papers(wording)) {
    const Page request = table.section("request");
    request.set("document", paper.name);
    for (const std::string& ask : paper.asks) request.section("hint").set("ask", ask);
    request.set("people", paper.workers.empty() ? wording.strings()("agency_itself")
                                                : wording.some_people(paper.workers));
    for (const std::string& id :
         std::span(paper.findings).first(listed(request, paper.findings.size(), wording))) {
      const auto at = index.find(id);
      if (at == index.end()) continue;
      const Page finding = request.section("finding");
      finding.set("id", id);
      finding.set("anchor", finding_anchor(at->second));
    }
  }
}

void add_settled(const Page& page, const Wording& wording) {
  const Page settled = page.include("settled", "settled.html");
  std::vector<std::pair<const Rule*, Settled>> rows;
  for (const Rule& rule : wording.results().rules) {
    Settled sum = settled_of(rule);
    if (sum.met + sum.outside > 0) rows.emplace_back(&rule, std::move(sum));
  }
  if (rows.empty()) return settled.show("none");
  const Page table = settled.section("some");
  table.set("how_many", wording.strings().count("n_settled", rows.size()));
  for (const auto& [rule, sum] : rows) {
    const Page row = table.section("rule");
    row.set("title", wording.text(rule->met));
    row.set("id", rule->id);
    for (const std::string& id : rule->citations) add_cited(row, id, wording);
    row.set("met", format_count(sum.met, wording.language()));
    row.set("outside", format_count(sum.outside, wording.language()));
    for (const auto& [reason, count] : sum.reasons) {
      row.section("reason").set("text", reason_text(reason, count, wording));
    }
  }
}

void add_coverage(const Page& page, const Wording& wording) {
  const Page coverage = page.include("coverage", "coverage.html");
  std::vector<std::string> kinds;
  for (const results::Uncovered& of : wording.results().coverage) {
    if (std::ranges::find(kinds, of.kind) == kinds.end()) kinds.push_back(of.kind);
  }
  if (kinds.empty()) coverage.show("no_coverage");
  for (const std::string& kind : kinds) add_kind(coverage, kind, wording);
  add_law_missing(coverage, wording);
  add_waivers(coverage, wording);
}

}  // namespace periksa::reports::html
