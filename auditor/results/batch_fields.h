// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/results/batch.h"
#include "auditor/results/fields.h"

/// Every key of the summary of several filings, as fields.h has those of the results document.
namespace periksa::results {

template <class Walker, Of<Refusal> T>
void fields(Walker& walk, T& x) {
  walk.must("reasons", x.reasons);
  walk.must("at", x.at);
  walk.must("first", x.first);
  walk.may("secret", x.secret);
}

template <class Walker, Of<Lead> T>
void fields(Walker& walk, T& x) {
  walk.must("title", x.title);
  walk.may("cite", x.cite);
  walk.must("findings", x.findings);
}

template <class Walker, Of<BatchEntry> T>
void fields(Walker& walk, T& x) {
  walk.must("file", x.file);
  walk.must("document", x.document);
  walk.must("exit_code", x.exit_code);
  walk.may("refused", x.refused);
  walk.may("sha256", x.sha256);
  walk.may("fictitious", x.fictitious);
  walk.may("agency", x.agency);
  walk.may("agency_nib", x.agency_nib);
  walk.may("as_of", x.as_of);
  walk.may("workers", x.workers);
  walk.may("findings", x.findings);
  walk.may("evaluations", x.evaluations);
  walk.may("verdicts", x.verdicts);
  walk.may("refund", x.refund);
  walk.may("workers_affected", x.workers_affected);
  walk.may("workers_open", x.workers_open);
  walk.may("notices", x.notices);
  walk.may("referrals", x.referrals);
  walk.may("leads", x.leads);
  walk.may("requests", x.requests);
  walk.may("asked", x.asked);
}

template <class Walker, Of<BatchTotals> T>
void fields(Walker& walk, T& x) {
  walk.must("filings", x.filings);
  walk.must("assessed", x.assessed);
  walk.must("refused", x.refused);
  walk.must("left_out", x.left_out);
  walk.must("compared", x.compared);
  walk.must("exit_codes", x.exit_codes);
  walk.must("workers", x.workers);
  walk.must("findings", x.findings);
  walk.must("evaluations", x.evaluations);
  walk.must("verdicts", x.verdicts);
  walk.must("refund", x.refund);
  walk.must("workers_affected", x.workers_affected);
  walk.must("workers_open", x.workers_open);
}

template <class Walker, Of<CrossPlace> T>
void fields(Walker& walk, T& x) {
  walk.must("key", x.key);
  walk.must("at", x.at);
}

template <class Walker, Of<CrossSight> T>
void fields(Walker& walk, T& x) {
  walk.must("filing", x.filing);
  walk.must("worker", x.worker);
  walk.must("places", x.places);
  walk.may("departed_on", x.departed_on);
  walk.may("returned_on", x.returned_on);
}

template <class Walker, Of<CrossNotice> T>
void fields(Walker& walk, T& x) {
  walk.must("id", x.id);
  walk.must("keys", x.keys);
  walk.must("numbers", x.numbers);
  walk.must("overlap", x.overlap);
  walk.must("title", x.title);
  walk.must("text", x.text);
  walk.must("sights", x.sights);
}

template <class Walker, Of<BatchHeader> T>
void fields(Walker& walk, T& x) {
  walk.must("engine_version", x.engine_version);
  walk.must("rule_set", x.rule_set);
  walk.must("rule_set_version", x.rule_set_version);
  walk.must("manifest_sha256", x.manifest_sha256);
  walk.must("official", x.official);
  walk.may("changed_files", x.changed_files);
  walk.may("as_of", x.as_of);
  walk.may("only_rules", x.only_rules);
  walk.may("skipped_rules", x.skipped_rules);
}

template <class Walker, Of<Batch> T>
void fields(Walker& walk, T& x) {
  walk.must("header", x.header);
  walk.must("totals", x.totals);
  walk.must("filings", x.filings);
  walk.must("notices", x.notices);
  walk.may("private", x.secrets);
}

}  // namespace periksa::results
