// SPDX-License-Identifier: Apache-2.0
#include "auditor/results/slice.h"

#include <algorithm>
#include <set>

#include "auditor/base/shown.h"
#include "auditor/results/summary.h"
#include "auditor/results/trim.h"
#include "auditor/results/worker_key.h"

namespace periksa::results {
namespace {

/// A worker of whom nothing is told but that duties were met: the document has their number only.
bool is_counted(const Results& results, std::string_view worker) {
  std::uint64_t workers = 0;
  for (const Input& input : results.header.inputs) workers += input.workers;
  const auto index = ordinal_of(worker);
  return index && *index < workers;
}

/// The verdict of one subject, by its place in the order of the filing.
std::vector<Rule::Run> run_at(const std::vector<Rule::Run>& runs, std::uint64_t index) {
  for (const Rule::Run& run : runs) {
    if (index < run.count) return {{run.verdict, run.reason, 1}};
    index -= run.count;
  }
  return {};
}

/// What is known of records whose order in the filing is not: one verdict a finding. A finding on a
/// planned day stands beside the verdict that the duty is not yet due.
std::vector<Rule::Run> runs_of_findings(const Rule& rule, const std::vector<Finding>& findings) {
  std::vector<Rule::Run> runs;
  for (const Finding& x : findings) {
    if (x.rule != rule.id) continue;
    Rule::Run run{x.verdict, {}, 1};
    if (x.readiness) run = {Verdict::not_applicable, "not-yet-due", 1};
    append_run(runs, std::move(run));
  }
  return runs;
}

class Slicer {
 public:
  Slicer(const Results& results, const std::string& worker) : out_(results), worker_(worker) {}

  Results run() {
    out_.header.slice = worker_;
    out_.workers.clear();  // each is somebody's, told by its place
    findings();
    rules();
    notices();
    measures();
    tables();
    waivers();
    std::erase_if(out_.pseudonyms, [&](const auto& entry) { return entry.first != worker_; });
    drop_unreferenced(out_);
    sources();
    drop_unreferenced(out_);
    unreadable();
    out_.summary = summarise(out_);
    return std::move(out_);
  }

 private:
  bool of_another(const Fact& fact) const {
    const auto owner = std::string_view(fact.record).substr(0, fact.record.find('/'));
    return ordinal_of(owner) && owner != worker_;
  }
  /// A part of a reasoning about one record is called by its kind and its name.
  bool names_another(const Trace& trace) const {
    std::string_view rest = trace.text.id;
    while (!rest.empty()) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      const auto owner = word.substr(0, word.find('/'));
      if (ordinal_of(owner) && owner != worker_) return true;
      rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    }
    return std::ranges::any_of(trace.parts, [&](const Trace& part) { return names_another(part); });
  }
  bool reads_another(const Finding& x) const {
    const auto named = [&](const Trace& trace) { return names_another(trace); };
    if (std::ranges::any_of(x.reasoning, named)) return true;
    return std::ranges::any_of(facts_read(x),
                               [&](std::size_t fact) { return of_another(out_.facts[fact]); });
  }

  void findings() {
    std::set<std::string> cited;
    for (const Finding& x : out_.findings) {
      if (x.worker == worker_) cited.insert(x.with.begin(), x.with.end());
    }
    keep_findings(out_, [&](const Finding& x) {
      if (!x.worker.empty()) return x.worker == worker_;
      return cited.contains(x.rule) && !reads_another(x);
    });
  }

  void rules() {
    const auto index = ordinal_of(worker_);
    for (Rule& rule : out_.rules) {
      rule.runs = rule.entity == "worker" && index ? run_at(rule.runs, *index)
                                                   : runs_of_findings(rule, out_.findings);
    }
    std::erase_if(out_.rules, [&](const Rule& rule) {
      const bool named =
          std::ranges::any_of(out_.findings, [&](const Finding& x) { return x.rule == rule.id; });
      return rule.runs.empty() && !named;
    });
  }

  void notices() {
    std::erase_if(out_.notices, [&](const Notice& x) {
      return std::ranges::find(x.workers, worker_) == x.workers.end();
    });
    const auto foreign = [&](std::size_t fact) { return of_another(out_.facts[fact]); };
    for (Notice& x : out_.notices) {
      const std::size_t named = x.workers.size();
      std::erase_if(x.workers, [&](const std::string& of) { return of != worker_; });
      x.workers_left += named - x.workers.size();
      if (x.workers_left > 0) x.amount.reset();  // it is of all of them
      std::erase_if(x.facts, foreign);
      for (Sign& sign : x.signs) std::erase_if(sign.facts, foreign);
    }
  }

  /// Groups of workers would tell of others; what is left is a group of one.
  void measures() {
    for (Measure& x : out_.measures) {
      std::erase_if(x.workers, [&](const MeasuredWorker& of) { return of.worker != worker_; });
      x.workers_left = 0;
      x.placement_unknown = 0;
      x.bins.clear();
      x.cohorts.clear();
      for (const MeasuredWorker& of : x.workers) x.cohorts.push_back(alone(of));
      std::erase_if(x.labels, [&](const auto& label) {
        return std::ranges::none_of(x.workers, [&](const MeasuredWorker& of) {
          return label.first == "country/" + of.country || label.first == "job/" + of.job;
        });
      });
    }
    std::erase_if(out_.measures, [](const Measure& x) { return x.workers.empty(); });
  }
  static Cohort alone(const MeasuredWorker& of) {
    Cohort cohort;
    cohort.by = "all";
    cohort.placed = 1;
    cohort.figures = of.months ? 1 : 0;
    cohort.zero = of.months && of.months->high == 0 ? 1 : 0;
    cohort.open = of.months && !of.months->high ? 1 : 0;
    if (!of.months) cohort.without[of.without] = 1;
    return cohort;
  }

  /// The worker's rows; of tables that have no worker's, the agency's.
  void tables() {
    for (Table& x : out_.tables) {
      const bool of_agency =
          std::ranges::all_of(x.rows, [](const Table::Row& row) { return row.worker.empty(); });
      if (of_agency) continue;
      std::erase_if(x.rows, [&](const Table::Row& row) { return row.worker != worker_; });
    }
    std::erase_if(out_.tables, [](const Table& x) { return x.rows.empty(); });
  }

  /// What facts of the extract rest on, and papers of the worker's records.
  void sources() {
    std::set<std::string> named;
    for (const Fact& x : out_.facts) named.insert(x.source);
    keep_sources(
        out_, [&](const std::string& id) { return named.contains(id); },
        [&](const std::string& record) { return is_of(record, worker_); });
    if (!out_.header.documents) return;
    std::erase_if(out_.header.documents->files,
                  [](const PaperRow& x) { return x.sources.empty() && x.records.empty(); });
  }

  /// Of the whole filing it would be others' values.
  void unreadable() {
    for (Input& input : out_.header.inputs) input.unreadable = 0;
    if (out_.header.inputs.empty()) return;
    const auto count = std::ranges::count(out_.facts, "unreadable", &Fact::state);
    out_.header.inputs.front().unreadable = static_cast<std::uint64_t>(count);
  }

  void waivers() {
    std::erase_if(out_.waivers, [&](const Waiver& x) {
      return x.findings.empty() && !is_of(x.subject, worker_);
    });
  }

  Results out_;
  const std::string& worker_;
};

}  // namespace

bool is_of(std::string_view record, std::string_view worker) {
  return record.starts_with(worker) &&
         (record.size() == worker.size() || record[worker.size()] == '/');
}

std::vector<std::string> workers_of(const Results& results) {
  std::set<std::string> all;
  for (const auto& [worker, key] : results.pseudonyms) all.insert(worker);
  for (const Finding& x : results.findings) all.insert(x.worker);
  for (const Notice& x : results.notices) all.insert(x.workers.begin(), x.workers.end());
  for (const Measure& x : results.measures) {
    for (const MeasuredWorker& of : x.workers) all.insert(of.worker);
  }
  for (const Table& x : results.tables) {
    for (const Table::Row& row : x.rows) all.insert(row.worker);
  }
  all.erase("");
  return {all.begin(), all.end()};
}

Result<Results> slice(const Results& results, const std::string& worker) {
  if (!results.header.slice.empty()) {
    return fail({}, {"berkas hasil ini sudah berupa kutipan tentang " + results.header.slice +
                         "; pakailah hasil audit yang utuh",
                     "this results document already is an extract about " + results.header.slice +
                         "; use the whole results of the audit"});
  }
  const auto known = workers_of(results);
  if (std::ranges::find(known, worker) == known.end() && !is_counted(results, worker)) {
    const std::string first = known.empty() ? std::string() : known.front();
    return fail({}, {"tidak ada pekerja \"" + shown(worker) +
                         "\" dalam hasil ini; pakailah kode seperti "
                         "yang tertulis dalam laporan" +
                         (first.empty() ? "" : ", misalnya " + first),
                     "there is no worker \"" + shown(worker) +
                         "\" in these results; use a code as reports "
                         "write it" +
                         (first.empty() ? "" : ", such as " + first)});
  }
  return Slicer(results, worker).run();
}

}  // namespace periksa::results
