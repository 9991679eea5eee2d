// SPDX-License-Identifier: Apache-2.0
#include "auditor/results/waivers.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "auditor/base/mask.h"
#include "auditor/results/summary.h"
#include "auditor/results/worker_key.h"

namespace periksa::results {
namespace {

/// An exception excuses by itself, and a fault of ours is nobody's to set aside.
bool can_be_waived(Verdict verdict) {
  return verdict == Verdict::breach || verdict == Verdict::suspected ||
         verdict == Verdict::insufficient || verdict == Verdict::observation;
}

/// Whether a verdict is that of a finding; the others are only counted.
bool is_told(Verdict verdict) {
  return can_be_waived(verdict) || verdict == Verdict::waived || verdict == Verdict::excused ||
         verdict == Verdict::engine_error;
}

class Apply {
 public:
  Apply(const WaiverFile& given, Results& results) : given_(given), results_(results) {}

  Diagnostics run() {
    results_.header.waivers_file = given_.file;
    results_.header.waivers_sha256 = given_.sha256;
    learn_names();
    for (const GivenWaiver& one : given_.waivers) add(one);
    for (Finding& x : results_.findings) look(x);
    for (Rule& rule : results_.rules) settle(rule);
    for (std::size_t i = 0; i < given_.waivers.size(); ++i) conclude(i);
    return std::move(warnings_);
  }

 private:
  void learn_names() {
    for (std::size_t i = 0; i < results_.workers.size(); ++i)
      workers_.emplace(results_.workers[i], static_cast<std::uint32_t>(i));
    for (const Finding& x : results_.findings) {
      records_.insert(x.subject);
      if (!x.worker.empty()) records_.insert(x.worker);
    }
  }

  /// What findings call a record: by the filing's own id of a worker, else as they name it. An id
  /// may have slashes of its own, so that the longest is tried first.
  std::string name_of(const std::string& subject) const {
    WorkerKeys keys(results_.header.agency_nib);
    for (auto end = subject.size(); end != std::string::npos && end > 0;
         end = subject.rfind('/', end - 1)) {
      const auto at = workers_.find(keys.of(std::string_view(subject).substr(0, end)));
      if (at != workers_.end()) return pseudonym(at->second) + subject.substr(end);
    }
    return records_.contains(subject) ? subject : kMask;
  }

  void add(const GivenWaiver& one) {
    Waiver out = one.waiver;
    if (!out.subject.empty()) out.subject = name_of(out.subject);
    const std::string& day = results_.header.as_of;
    out.state = day > out.expires ? "expired" : day < out.from ? "not-yet" : "applied";
    by_rule_[out.rule].push_back(results_.waivers.size());
    results_.waivers.push_back(std::move(out));
  }

  static bool is_for(const Waiver& waiver, const Finding& x) {
    if (!waiver.fingerprint.empty()) return waiver.fingerprint == x.fingerprint;
    return waiver.subject.empty() || waiver.subject == x.subject || waiver.subject == x.worker;
  }

  void look(Finding& x) {
    const auto rule = by_rule_.find(x.rule);
    if (rule == by_rule_.end() || !can_be_waived(x.verdict)) return;
    for (const std::size_t i : rule->second) {
      Waiver& waiver = results_.waivers[i];
      if (!is_for(waiver, x)) continue;
      waiver.findings.push_back(x.id);
      if (waiver.state != "applied" || x.verdict == Verdict::waived) continue;
      x.verdict = Verdict::waived;
      x.waiver = {waiver.authority, waiver.reason, waiver.expires};
      waived_.insert(x.rule);
    }
  }

  /// Findings stand in the order of the filing as the runs do, one for each verdict that is told;
  /// those that look ahead were counted as not yet due.
  void settle(Rule& rule) const {
    if (!waived_.contains(rule.id)) return;
    std::vector<const Finding*> findings;
    for (const Finding& x : results_.findings) {
      if (x.rule == rule.id && !x.readiness) findings.push_back(&x);
    }
    std::vector<Rule::Run> runs;
    auto next = findings.begin();
    for (const Rule::Run& run : rule.runs) {
      if (!is_told(run.verdict)) {
        append_run(runs, run);
        continue;
      }
      for (std::uint64_t i = 0; i < run.count; ++i) {
        const bool waived = next != findings.end() && (*next)->verdict == Verdict::waived;
        if (next != findings.end()) ++next;
        append_run(runs, waived ? Rule::Run{Verdict::waived, {}, 1}
                                : Rule::Run{run.verdict, run.reason, 1});
      }
    }
    rule.runs = std::move(runs);
  }

  void conclude(std::size_t i) {
    Waiver& x = results_.waivers[i];
    if (x.state == "applied" && x.findings.empty()) x.state = "unmatched";
    if (x.state == "applied") return;
    const std::string& as_of = results_.header.as_of;
    const auto n = x.findings.size();
    Bilingual why;
    if (x.state == "expired") {
      why = {fmt::format("sudah berakhir pada {}, sebelum tanggal penilaian {}", x.expires, as_of),
             fmt::format("expired on {}, before the as-of day {}", x.expires, as_of)};
    } else if (x.state == "not-yet") {
      why = {fmt::format("baru berlaku sejak {}, sesudah tanggal penilaian {}", x.from, as_of),
             fmt::format("begins on {}, after the as-of day {}", x.from, as_of)};
    } else {
      why = {
          "tidak cocok dengan temuan mana pun; periksa aturan dan subjeknya, atau hapus bila "
          "sudah selesai",
          "matches no finding; check its rule and subject, or take it out when it is settled"};
    }
    if (n > 0) {
      why.id += fmt::format("; {} temuan tetap berlaku", n);
      why.en += n == 1 ? "; 1 finding stands" : fmt::format("; {} findings stand", n);
    }
    warnings_.push_back(
        {Diagnostic::Kind::warning,
         given_.waivers[i].at,
         {fmt::format("pengesampingan {} atas {} tidak diterapkan: {}", x.id, x.rule, why.id),
          fmt::format("waiver {} of {} is not applied: {}", x.id, x.rule, why.en)}});
  }

  const WaiverFile& given_;
  Results& results_;
  std::map<std::string_view, std::uint32_t> workers_;  // key → ordinal
  std::set<std::string> records_;                      // as findings name them
  std::map<std::string, std::vector<std::size_t>> by_rule_;
  std::set<std::string> waived_;  // rules with a finding set aside
  Diagnostics warnings_;
};

}  // namespace

Diagnostics apply_waivers(const WaiverFile& given, Results& results) {
  return Apply(given, results).run();
}

}  // namespace periksa::results
