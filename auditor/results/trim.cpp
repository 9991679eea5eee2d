// SPDX-License-Identifier: Apache-2.0
#include "auditor/results/trim.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "auditor/results/summary.h"

namespace periksa::results {
namespace {

using Facts = std::vector<std::size_t>;

constexpr std::size_t kGone = static_cast<std::size_t>(-1);

void collect(const Trace& trace, Facts& into) {
  into.insert(into.end(), trace.facts.begin(), trace.facts.end());
  for (const Trace& part : trace.parts) collect(part, into);
}

/// Gives every reference to a fact its new index, or takes it out.
class Renumbering {
 public:
  explicit Renumbering(const Facts& to) : to_(to) {}

  void finding(Finding& x) const {
    list(x.evidence);
    for (Trace& trace : x.reasoning) reasoning(trace);
    entries(x.missing);
    entries(x.changes);
  }
  void notice(Notice& x) const {
    list(x.facts);
    for (Sign& sign : x.signs) list(sign.facts);
  }
  void table(Table& x) const {
    if (x.columns.empty()) {
      std::erase_if(x.rows, [&](const Table::Row& row) {
        return std::ranges::any_of(row.facts, [&](std::size_t fact) { return gone(fact); });
      });
    } else {
      columns(x);
    }
    for (Table::Row& row : x.rows) list(row.facts);
  }

 private:
  bool gone(std::size_t fact) const { return to_[fact] == kGone; }

  void list(Facts& facts) const {
    std::erase_if(facts, [&](std::size_t fact) { return gone(fact); });
    for (std::size_t& fact : facts) fact = to_[fact];
  }
  void reasoning(Trace& trace) const {
    list(trace.facts);
    for (Trace& part : trace.parts) reasoning(part);
  }
  template <class Entry>
  void entries(std::vector<Entry>& list) const {
    std::erase_if(list, [&](const Entry& entry) { return gone(entry.fact); });
    for (Entry& entry : list) entry.fact = to_[entry.fact];
  }
  /// A column is a field, so what holds of one of its facts holds of all.
  void columns(Table& x) const {
    for (std::size_t column = x.columns.size(); column-- > 0;) {
      const bool holed = std::ranges::any_of(
          x.rows, [&](const Table::Row& row) { return gone(row.facts[column]); });
      if (!holed) continue;
      const auto at = static_cast<std::ptrdiff_t>(column);
      x.columns.erase(x.columns.begin() + at);
      for (Table::Row& row : x.rows) row.facts.erase(row.facts.begin() + at);
    }
    if (x.columns.empty()) x.rows.clear();
  }

  const Facts& to_;
};

void keep_marked(Results& results, const std::vector<bool>& kept) {
  Facts to(results.facts.size(), kGone);
  std::vector<Fact> facts;
  for (std::size_t i = 0; i < results.facts.size(); ++i) {
    if (!kept[i]) continue;
    to[i] = facts.size();
    facts.push_back(std::move(results.facts[i]));
  }
  results.facts = std::move(facts);
  const Renumbering all(to);
  for (Finding& x : results.findings) all.finding(x);
  for (Notice& x : results.notices) all.notice(x);
  for (Table& x : results.tables) all.table(x);
  std::erase_if(results.tables, [](const Table& x) { return x.rows.empty(); });
}

std::vector<bool> referred_facts(const Results& results) {
  Facts all;
  const auto add = [&](const Facts& facts) { all.insert(all.end(), facts.begin(), facts.end()); };
  for (const Finding& x : results.findings) add(facts_read(x));
  for (const Notice& x : results.notices) {
    add(x.facts);
    for (const Sign& sign : x.signs) add(sign.facts);
  }
  for (const Table& table : results.tables) {
    for (const Table::Row& row : table.rows) add(row.facts);
  }
  std::vector<bool> kept(results.facts.size(), false);
  for (const std::size_t fact : all) kept[fact] = true;
  return kept;
}

void drop_laws(Results& results) {
  std::set<std::string_view> provisions;
  std::set<std::string_view> sanctions;
  for (const Finding& x : results.findings) {
    for (const Citation& citation : x.citations) provisions.insert(citation.provision);
    sanctions.insert(x.sanctions.begin(), x.sanctions.end());
  }
  for (const Rule& x : results.rules) provisions.insert(x.citations.begin(), x.citations.end());
  for (const Basis& x : results.bases) provisions.insert(x.provisions.begin(), x.provisions.end());
  std::erase_if(results.provisions, [&](const Provision& x) { return !provisions.contains(x.id); });
  std::erase_if(results.sanctions, [&](const Sanction& x) { return !sanctions.contains(x.id); });
}

void drop_labels(Results& results) {
  std::set<std::string_view> named;
  for (const Finding& x : results.findings) {
    for (const Missing& missing : x.missing)
      named.insert(missing.documents.begin(), missing.documents.end());
  }
  for (const Request& x : results.requests) named.insert(x.document);
  std::erase_if(results.documents, [&](const auto& entry) { return !named.contains(entry.first); });
}

/// No paper is said to be like one that is not listed any more.
void drop_twins(Results& results) {
  if (!results.header.documents) return;
  auto& files = results.header.documents->files;
  std::set<std::string> left;
  for (const PaperRow& x : files) left.insert(x.id);
  for (PaperRow& x : files) {
    if (!left.contains(x.same_as)) x.same_as.clear();
    if (!left.contains(x.near)) x.near.clear();
  }
}

void drop_secrets(Results& results) {
  std::set<std::string_view> named;
  for (const Fact& x : results.facts) named.insert(x.secret);
  for (const Finding& x : results.findings) {
    for (const auto& [name, key] : x.argument_secrets) named.insert(key);
  }
  for (const auto& [worker, key] : results.pseudonyms) named.insert(key);
  if (results.header.documents) {
    for (const PaperRow& x : results.header.documents->files) named.insert(x.secret);
  }
  std::erase_if(results.secrets, [&](const auto& entry) { return !named.contains(entry.first); });
}

/// A request names the workers of its findings.
void name_askers(Results& results) {
  std::map<std::string_view, std::string_view> workers;  // by finding
  for (const Finding& x : results.findings) workers.emplace(x.id, x.worker);
  for (Request& x : results.requests) {
    x.workers.clear();
    for (const std::string& id : x.findings) {
      const std::string worker(workers.at(id));
      if (!worker.empty() && std::ranges::find(x.workers, worker) == x.workers.end())
        x.workers.push_back(worker);
    }
  }
}

}  // namespace

std::vector<std::size_t> facts_read(const Finding& finding) {
  Facts all = finding.evidence;
  for (const Trace& trace : finding.reasoning) collect(trace, all);
  for (const Missing& missing : finding.missing) all.push_back(missing.fact);
  for (const Change& change : finding.changes) all.push_back(change.fact);
  return all;
}

void keep_facts(Results& results, const std::function<bool(const Fact&)>& wanted) {
  std::vector<bool> kept;
  kept.reserve(results.facts.size());
  for (const Fact& fact : results.facts) kept.push_back(wanted(fact));
  keep_marked(results, kept);
}

void keep_findings(Results& results, const std::function<bool(const Finding&)>& wanted) {
  std::erase_if(results.findings, [&](const Finding& x) { return !wanted(x); });
  std::set<std::string_view> left;
  for (const Finding& x : results.findings) left.insert(x.id);
  const auto gone = [&](const std::string& id) { return !left.contains(id); };
  for (Request& x : results.requests) std::erase_if(x.findings, gone);
  std::erase_if(results.requests, [](const Request& x) { return x.findings.empty(); });
  name_askers(results);
  std::erase_if(results.waivers, [&](const Waiver& x) {
    return !x.findings.empty() && std::ranges::all_of(x.findings, gone);
  });
  for (Waiver& x : results.waivers) std::erase_if(x.findings, gone);
}

void keep_sources(Results& results, const Wanted& source, const Wanted& record) {
  const auto unwanted = [&](const std::string& id) { return !source(id); };
  for (Input& input : results.header.inputs) {
    std::erase_if(input.sources,
                  [&](const SourceRow& x) { return !x.id.empty() && !source(x.id); });
  }
  if (!results.header.documents) return;
  Papers& papers = *results.header.documents;
  std::erase_if(papers.files, [&](PaperRow& x) {
    const std::size_t before = x.sources.size() + x.records.size();
    std::erase_if(x.sources, unwanted);
    std::erase_if(x.records, [&](const std::string& id) { return !record(id); });
    return before > 0 && x.sources.empty() && x.records.empty();
  });
  std::erase_if(papers.hash_differs, unwanted);
  std::erase_if(papers.hash_unfound, unwanted);
}

void drop_untold(Results& results) {
  std::set<std::string, std::less<>> told;
  std::set<std::string, std::less<>> indicated;
  for (const Finding& x : results.findings) {
    told.insert(x.worker);
    if (is_indication(x)) indicated.insert(x.worker);
  }
  for (const Notice& x : results.notices) told.insert(x.workers.begin(), x.workers.end());
  std::erase_if(results.pseudonyms, [&](const auto& entry) { return !told.contains(entry.first); });
  for (Table& x : results.tables) {
    const auto& wanted = x.indicated ? indicated : told;
    std::erase_if(x.rows, [&](const Table::Row& row) {
      return !row.worker.empty() && !wanted.contains(row.worker);
    });
  }
  std::erase_if(results.tables, [](const Table& x) { return x.rows.empty(); });
}

void drop_unreferenced(Results& results) {
  keep_marked(results, referred_facts(results));
  drop_laws(results);
  drop_labels(results);
  drop_twins(results);
  drop_secrets(results);
}

}  // namespace periksa::results
