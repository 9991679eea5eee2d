// SPDX-License-Identifier: Apache-2.0
#include "reports/html_filter.h"

#include <algorithm>
#include <ranges>
#include <set>

#include "auditor/base/number_format.h"
#include "reports/html_parts.h"
#include "reports/trace_wording.h"

namespace periksa::reports::html {
namespace {

using results::Finding;
using results::Severity;
using results::Verdict;

void number(std::map<std::string, std::size_t>& of) {
  std::size_t next = 0;
  for (auto& [text, at] : of) at = ++next;
}

/// The facts that decide; where nothing stands out, all that were read.
std::set<std::size_t> facts_of(const Finding& x) {
  auto facts = deciding_facts(x);
  if (facts.empty()) facts.insert(x.evidence.begin(), x.evidence.end());
  return facts;
}

Page add_choice(const Page& bar, std::string_view name, const std::string& title) {
  const Page choice = bar.section("choice");
  choice.set("name", name);
  choice.set("title", title);
  return choice;
}

void add_option(const Page& choice, const std::string& key, const std::string& label) {
  const Page option = choice.section("option");
  option.set("key", key);
  option.set("label", label);
}

}  // namespace

CardKeys::CardKeys(std::span<const std::size_t> findings, const Wording& wording)
    : wording_(wording) {
  for (const std::size_t i : findings) findings_.push_back(&wording.results().findings[i]);
  for (const results::Input& input : wording.results().header.inputs) {
    for (const results::SourceRow& source : input.sources) {
      const std::string& label = wording.text(source.document_label);
      labels_.emplace(source.id, label.empty() ? source.document : label);
    }
  }
  for (const Finding* x : findings_) {
    if (!x->worker.empty()) workers_.emplace(x->worker, 0);
    for (const std::size_t fact : facts_of(*x)) {
      const auto label = labels_.find(wording.results().facts[fact].source);
      if (label != labels_.end() && !label->second.empty()) documents_.emplace(label->second, 0);
    }
  }
  number(workers_);
  number(documents_);
}

void CardKeys::add_verdicts(const Page& bar) const {
  std::set<Verdict, std::greater<>> verdicts;
  for (const Finding* x : findings_) verdicts.insert(x->verdict);
  for (const Verdict verdict : verdicts) {
    const Page box = bar.section("verdict");
    box.set("word", to_string(verdict));
    box.set("label", wording_.verdict(verdict));
  }
}

void CardKeys::add_severities(const Page& bar) const {
  const Page choice = add_choice(bar, "severity", wording_.strings()("severity"));
  for (const Severity severity : kSeverities) {
    if (std::ranges::find(findings_, severity, &Finding::severity) == findings_.end()) continue;
    const std::string word(to_string(severity));
    add_option(choice, word, wording_.strings().term("severity", word));
  }
}

void CardKeys::add_workers(const Page& bar) const {
  const Page choice = add_choice(bar, "worker", wording_.strings()("worker"));
  if (std::ranges::any_of(findings_, &std::string::empty, &Finding::worker))
    add_option(choice, "0", wording_.strings()("agency_itself"));
  for (const auto& [pseudonym, at] : workers_)
    add_option(choice, std::to_string(at), wording_.person(pseudonym));
}

void CardKeys::add_documents(const Page& bar) const {
  const Page choice = add_choice(bar, "document", wording_.strings()("document"));
  for (const auto& [label, at] : documents_) add_option(choice, std::to_string(at), label);
  for (const Finding* x : findings_) {
    if (documents_of(*x) != "0") continue;
    return add_option(choice, "0", wording_.strings()("filter_no_document"));
  }
}

void CardKeys::add_controls(const Page& findings) const {
  const Page bar = findings.include("filter", "filter.html");
  add_verdicts(bar);
  add_severities(bar);
  add_workers(bar);
  add_documents(bar);
  bar.set("count", format_count(findings_.size(), wording_.language()));
}

std::string CardKeys::documents_of(const Finding& x) const {
  std::set<std::size_t> numbers;
  for (const std::size_t fact : facts_of(x)) {
    const auto label = labels_.find(wording_.results().facts[fact].source);
    const auto at = label == labels_.end() ? documents_.end() : documents_.find(label->second);
    if (at != documents_.end()) numbers.insert(at->second);
  }
  std::string out;
  for (const std::size_t at : numbers) out += (out.empty() ? "" : " ") + std::to_string(at);
  return out.empty() ? "0" : out;
}

void CardKeys::mark(const Page& card, const Finding& x) const {
  const auto worker = workers_.find(x.worker);
  card.set("key_verdict", to_string(x.verdict));
  card.set("key_severity", to_string(x.severity));
  card.set("key_worker", std::to_string(worker == workers_.end() ? 0 : worker->second));
  card.set("key_document", documents_of(x));
}

}  // namespace periksa::reports::html
