// SPDX-License-Identifier: Apache-2.0
#include "tests/store/help/cases.h"

#include <algorithm>
#include <stdexcept>

#include "auditor/base/sha256.h"
#include "auditor/results/summary.h"
#include "auditor/results/worker_key.h"
#include "auditor/store/views.h"

namespace periksa::test {
namespace {

template <class T>
T had(Result<T> result) {
  if (!result) throw std::runtime_error(render(result.error().front(), Language::en));
  return std::move(*result);
}

results::Finding finding(const Audit& audit, const Seen& seen, std::size_t place) {
  results::Finding x;
  x.id = "F" + std::to_string(place + 1);
  x.rule = seen.rule;
  x.worker = seen.worker;
  x.entity = seen.worker.empty() ? "agency" : seen.record.empty() ? "worker" : "payment";
  x.subject = seen.worker.empty()   ? "agency"
              : seen.record.empty() ? seen.worker
                                    : seen.worker + "/" + seen.record;
  x.verdict = x.original = seen.verdict;
  std::string id = x.subject;
  if (const auto ordinal = results::ordinal_of(seen.worker))
    id = audit.workers.at(*ordinal) + "/" + seen.record;
  x.fingerprint = sha256_hex(audit.nib + '|' + seen.rule + '|' + id);
  x.evidence_digest = sha256_hex(seen.evidence);
  x.citations.push_back({"uu-18-2017#30@2017-11-22", {}, false});
  x.event_dates = {"2026-01-15"};
  x.changes_exhausted = true;
  if (seen.refund > 0) {
    x.amount = results::Amount{"IDR", seen.refund, seen.refund};
    x.amount_kind = "refund";
  }
  return x;
}

}  // namespace

results::Results results_of(const Audit& audit) {
  results::Results x;
  x.header.engine_version = audit.engine;
  x.header.rule_set = "made-up";
  x.header.rule_set_version = "1";
  x.header.manifest_sha256 = sha256_hex("rules");
  x.header.as_of = audit.as_of;
  x.header.agency = audit.agency;
  x.header.agency_nib = audit.nib;
  x.header.inputs.push_back({audit.filing + ".xml", sha256_hex(audit.filing), "agency", audit.as_of,
                             true, audit.workers.size()});
  x.provisions.push_back({.id = "uu-18-2017#30@2017-11-22",
                          .instrument = "UU 18/2017",
                          .instrument_title = {},
                          .cite = "Pasal 30",
                          .from = "2017-11-22",
                          .to = {},
                          .sure_from = {},
                          .sure_to = {},
                          .grade = "V",
                          .source = {},
                          .amended_by = {},
                          .binds = {},
                          .paraphrase = {}});
  for (const auto& id : audit.rules) {
    results::Rule rule;
    rule.id = id;
    rule.entity = "worker";
    rule.met = {id + " dipenuhi", id + " is met"};
    rule.breach = {id + " tidak dipenuhi", id + " is not met"};
    rule.runs.push_back({results::Verdict::met, {}, audit.subjects});
    x.rules.push_back(std::move(rule));
  }
  for (const auto& worker : audit.workers)
    x.workers.push_back(results::worker_key(audit.nib, worker));
  for (std::size_t i = 0; i < audit.seen.size(); ++i)
    x.findings.push_back(finding(audit, audit.seen[i], i));
  x.summary = results::summarise(x);
  return x;
}

store::Store new_store(const std::filesystem::path& path) {
  const auto made = store::Store::init(path, kInspector);
  if (!made) throw std::runtime_error(render(made.error().front(), Language::en));
  return opened(path);
}

store::Store opened(const std::filesystem::path& path, store::Access access) {
  return had(store::Store::open(path, access));
}

store::Saved saved(const store::Store& store, const Audit& audit,
                   std::vector<results::KnownNumber> numbers, bool keep_facts) {
  const auto results = results_of(audit);
  return had(store::save(store, {&results, std::move(numbers), keep_facts}, kInspector));
}

results::FindingRow finding_of(const store::Store& store, std::string_view rule) {
  for (const auto& agency : had(store::agencies(store, "2026-12-31"))) {
    const auto history = had(store::history(store, agency));
    const auto at = std::ranges::find(history.findings, rule, &results::FindingRow::rule);
    if (at != history.findings.end()) return *at;
  }
  throw std::runtime_error("no such finding");
}

}  // namespace periksa::test
