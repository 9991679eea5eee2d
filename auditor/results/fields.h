// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <type_traits>

#include "auditor/results/results.h"

/// Every key of the results document, named once and in the order in which it is written. The
/// writer, the reader and the tests walk the same list, so a field cannot be written and not read.
///
/// A walker has `must(key, member)` for keys that always stand in the document, and
/// `may(key, member, fallback = {})` for those left out when the member equals the fallback.
namespace periksa::results {

template <class T, class Model>
concept Of = std::same_as<std::remove_const_t<T>, Model>;

template <class Walker, Of<Bilingual> T>
void fields(Walker& walk, T& x) {
  walk.must("id", x.id);
  walk.must("en", x.en);
}

template <class Walker, Of<Position> T>
void fields(Walker& walk, T& x) {
  walk.must("file", x.file);
  walk.may("line", x.line);
  walk.may("column", x.column);
  walk.may("cell", x.cell);
}

template <class Walker, Of<Value> T>
void fields(Walker& walk, T& x) {
  walk.must("type", x.type);
  walk.must("text", x.text);
  walk.may("label", x.label);
}

template <class Walker, Of<Amount> T>
void fields(Walker& walk, T& x) {
  walk.must("currency", x.currency);
  walk.must("low", x.low);
  walk.may("high", x.high);
}

template <class Walker, Of<Fact> T>
void fields(Walker& walk, T& x) {
  walk.must("entity", x.entity);
  walk.must("record", x.record);
  walk.must("field", x.field);
  walk.must("entity_label", x.entity_label);
  walk.must("field_label", x.field_label);
  walk.must("privacy", x.privacy);
  walk.must("state", x.state);
  walk.must("shown", x.shown);
  walk.may("secret", x.secret);
  walk.may("raw", x.raw);
  walk.may("others", x.others);
  walk.must("at", x.at);
  walk.may("source", x.source);
  walk.must("basis", x.basis);
}

template <class Walker, Of<Trace> T>
void fields(Walker& walk, T& x) {
  walk.must("text", x.text);
  walk.may("truth", x.truth);
  walk.may("values", x.values);
  walk.may("facts", x.facts);
  walk.may("decisive", x.decisive);
  walk.may("examined", x.examined, true);
  walk.may("parts", x.parts);
}

template <class Walker, Of<Provision> T>
void fields(Walker& walk, T& x) {
  walk.must("id", x.id);
  walk.must("instrument", x.instrument);
  walk.must("instrument_title", x.instrument_title);
  walk.must("cite", x.cite);
  walk.must("from", x.from);
  walk.may("to", x.to);
  walk.may("sure_from", x.sure_from);
  walk.may("sure_to", x.sure_to);
  walk.must("grade", x.grade);
  walk.may("concurring", x.concurring);
  walk.may("source", x.source);
  walk.must("unofficial_copy", x.unofficial_copy);
  walk.may("amended_by", x.amended_by);
  walk.may("binds", x.binds);
  walk.must("paraphrase", x.paraphrase);
}

template <class Walker, Of<Citation> T>
void fields(Walker& walk, T& x) {
  walk.must("provision", x.provision);
  walk.may("proves", x.proves);
  walk.may("alternative", x.alternative);
}

template <class Walker, Of<Sanction> T>
void fields(Walker& walk, T& x) {
  walk.must("id", x.id);
  walk.must("cite", x.cite);
  walk.must("kind", x.kind);
  walk.must("grade", x.grade);
  walk.must("text", x.text);
  walk.may("authority", x.authority);
}

template <class Walker, Of<Missing> T>
void fields(Walker& walk, T& x) {
  walk.must("fact", x.fact);
  walk.must("cause", x.cause);
  walk.must("ask", x.ask);
  walk.may("documents", x.documents);
}

template <class Walker, Of<Change> T>
void fields(Walker& walk, T& x) {
  walk.must("fact", x.fact);
  walk.must("to", x.to);
  walk.must("state", x.state);
  walk.must("verdict", x.verdict);
}

template <class Walker, Of<Remedy> T>
void fields(Walker& walk, T& x) {
  walk.must("who", x.who);
  walk.must("text", x.text);
}

template <class Walker, Of<Finding> T>
void fields(Walker& walk, T& x) {
  walk.must("id", x.id);
  walk.must("rule", x.rule);
  walk.must("entity", x.entity);
  walk.must("subject", x.subject);
  walk.may("worker", x.worker);
  walk.must("verdict", x.verdict);
  walk.must("original", x.original);
  walk.must("severity", x.severity);
  walk.must("event_dates", x.event_dates);
  walk.may("readiness", x.readiness);
  walk.must("basis", x.basis);
  walk.may("told_by", x.told_by);
  walk.may("notes", x.notes);
  walk.must("citations", x.citations);
  walk.may("sanctions", x.sanctions);
  walk.must("sentence", x.sentence);
  walk.may("arguments", x.arguments);
  walk.may("argument_secrets", x.argument_secrets);
  walk.must("evidence", x.evidence);
  walk.must("reasoning", x.reasoning);
  walk.may("missing", x.missing);
  walk.may("changes", x.changes);
  walk.may("changes_exhausted", x.changes_exhausted);
  walk.may("remedies", x.remedies);
  walk.may("question", x.question);
  walk.may("amount", x.amount);
  walk.may("amount_kind", x.amount_kind);
  walk.may("with", x.with);
  walk.must("fingerprint", x.fingerprint);
  walk.must("evidence_digest", x.evidence_digest);
  walk.may("waiver", x.waiver);
}

template <class Walker, Of<Rule::Run> T>
void fields(Walker& walk, T& x) {
  walk.must("verdict", x.verdict);
  walk.may("reason", x.reason);
  walk.must("count", x.count);
}

template <class Walker, Of<Rule> T>
void fields(Walker& walk, T& x) {
  walk.must("id", x.id);
  walk.must("tier", x.tier);
  walk.must("entity", x.entity);
  walk.may("entity_label", x.entity_label);
  walk.must("met", x.met);
  walk.must("breach", x.breach);
  walk.may("accounts", x.accounts);
  walk.must("citations", x.citations);
  walk.must("runs", x.runs);
}

template <class Walker, Of<Sign> T>
void fields(Walker& walk, T& x) {
  walk.must("indicator", x.indicator);
  walk.must("title", x.title);
  walk.may("strong", x.strong);
  walk.must("truth", x.truth);
  walk.may("confidential", x.confidential);
  walk.may("facts", x.facts);
  walk.may("question", x.question);
}

template <class Walker, Of<Body> T>
void fields(Walker& walk, T& x) {
  walk.must("code", x.code);
  walk.must("label", x.label);
  walk.may("when", x.when);
}

template <class Walker, Of<Notice> T>
void fields(Walker& walk, T& x) {
  walk.must("id", x.id);
  walk.must("pattern", x.pattern);
  walk.must("title", x.title);
  walk.must("text", x.text);
  walk.may("facts", x.facts);
  walk.may("workers", x.workers);
  walk.may("workers_left", x.workers_left);
  walk.may("amount", x.amount);
  walk.may("referral", x.referral);
  walk.may("screen", x.screen);
  walk.may("signs", x.signs);
  walk.may("bodies", x.bodies);
}

template <class Walker, Of<Months> T>
void fields(Walker& walk, T& x) {
  walk.must("low", x.low);
  walk.may("high", x.high);
}

template <class Walker, Of<Spread> T>
void fields(Walker& walk, T& x) {
  walk.may("mean", x.mean);
  walk.may("first_quartile", x.first_quartile);
  walk.may("median", x.median);
  walk.may("third_quartile", x.third_quartile);
}

template <class Walker, Of<Cohort> T>
void fields(Walker& walk, T& x) {
  walk.must("by", x.by);
  walk.may("country", x.country);
  walk.may("job", x.job);
  walk.may("sex", x.sex);
  walk.must("placed", x.placed);
  walk.must("figures", x.figures);
  walk.may("zero", x.zero);
  walk.may("open", x.open);
  walk.may("without", x.without);
  walk.may("low", x.low);
  walk.may("high", x.high);
}

template <class Walker, Of<MeasuredWorker> T>
void fields(Walker& walk, T& x) {
  walk.must("worker", x.worker);
  walk.may("country", x.country);
  walk.may("job", x.job);
  walk.may("without", x.without);
  walk.may("months", x.months);
  walk.may("income", x.income);
  walk.may("cost", x.cost);
  walk.may("cost_open", x.cost_open);
  walk.may("rated", x.rated);
  walk.may("refunds_open", x.refunds_open);
  walk.must("basis", x.basis);
}

template <class Walker, Of<Measure::Bin> T>
void fields(Walker& walk, T& x) {
  walk.must("above", x.above);
  walk.may("to", x.to);
  walk.must("count", x.count);
}

template <class Walker, Of<Measure> T>
void fields(Walker& walk, T& x) {
  walk.must("id", x.id);
  walk.must("kind", x.kind);
  walk.must("title", x.title);
  walk.must("say", x.say);
  walk.may("accounts", x.accounts);
  walk.may("placement_unknown", x.placement_unknown);
  walk.must("cohorts", x.cohorts);
  walk.may("bins", x.bins);
  walk.must("workers", x.workers);
  walk.may("workers_left", x.workers_left);
  walk.may("labels", x.labels);
}

template <class Walker, Of<Request> T>
void fields(Walker& walk, T& x) {
  walk.may("document", x.document);
  walk.must("label", x.label);
  walk.may("workers", x.workers);
  walk.must("findings", x.findings);
  walk.must("ask", x.ask);
}

template <class Walker, Of<Uncovered> T>
void fields(Walker& walk, T& x) {
  walk.must("id", x.id);
  walk.must("kind", x.kind);
  walk.must("provisions", x.provisions);
  walk.must("why", x.why);
}

template <class Walker, Of<SourceRow> T>
void fields(Walker& walk, T& x) {
  walk.must("id", x.id);
  walk.may("document", x.document);
  walk.may("document_label", x.document_label);
  walk.must("asserter", x.asserter);
  walk.may("file", x.file);
  walk.may("sha256", x.sha256);
  walk.may("dated", x.dated);
}

template <class Walker, Of<Input> T>
void fields(Walker& walk, T& x) {
  walk.must("file", x.file);
  walk.must("sha256", x.sha256);
  walk.must("asserter", x.asserter);
  walk.may("closing", x.closing);
  walk.may("fictitious", x.fictitious);
  walk.must("workers", x.workers);
  walk.may("unreadable", x.unreadable);
  walk.may("sources", x.sources);
}

template <class Walker, Of<PaperRow> T>
void fields(Walker& walk, T& x) {
  walk.must("id", x.id);
  walk.must("secret", x.secret);
  walk.must("state", x.state);
  walk.may("sha256", x.sha256);
  walk.may("bytes", x.bytes);
  walk.may("kind", x.kind);
  walk.may("fits", x.fits, true);
  walk.may("same_as", x.same_as);
  walk.may("near", x.near);
  walk.may("sources", x.sources);
  walk.may("records", x.records);
}

template <class Walker, Of<Papers> T>
void fields(Walker& walk, T& x) {
  walk.must("index", x.index);
  walk.must("sha256", x.sha256);
  walk.must("files", x.files);
  walk.may("hash_differs", x.hash_differs);
  walk.may("hash_unfound", x.hash_unfound);
}

template <class Walker, Of<Table::Row> T>
void fields(Walker& walk, T& x) {
  walk.may("worker", x.worker);
  walk.must("record", x.record);
  walk.must("facts", x.facts);
}

template <class Walker, Of<Table> T>
void fields(Walker& walk, T& x) {
  walk.must("id", x.id);
  walk.must("title", x.title);
  walk.may("columns", x.columns);
  walk.may("indicated", x.indicated);
  walk.must("rows", x.rows);
}

template <class Walker, Of<Basis> T>
void fields(Walker& walk, T& x) {
  walk.must("id", x.id);
  walk.must("authority", x.authority);
  walk.must("provisions", x.provisions);
}

template <class Walker, Of<Waiver> T>
void fields(Walker& walk, T& x) {
  walk.must("id", x.id);
  walk.must("rule", x.rule);
  walk.may("subject", x.subject);
  walk.may("fingerprint", x.fingerprint);
  walk.must("authority", x.authority);
  walk.must("reason", x.reason);
  walk.may("from", x.from);
  walk.must("expires", x.expires);
  walk.must("state", x.state);
  walk.may("findings", x.findings);
}

template <class Walker, Of<Header> T>
void fields(Walker& walk, T& x) {
  walk.must("engine_version", x.engine_version);
  walk.must("rule_set", x.rule_set);
  walk.must("rule_set_version", x.rule_set_version);
  walk.must("manifest_sha256", x.manifest_sha256);
  walk.must("official", x.official);
  walk.may("changed_files", x.changed_files);
  walk.must("as_of", x.as_of);
  walk.may("as_of_given", x.as_of_given);
  walk.may("only_rules", x.only_rules);
  walk.may("skipped_rules", x.skipped_rules);
  walk.must("inputs", x.inputs);
  walk.may("documents", x.documents);
  walk.may("waivers_file", x.waivers_file);
  walk.may("waivers_sha256", x.waivers_sha256);
  walk.may("agency", x.agency);
  walk.may("agency_nib", x.agency_nib);
  walk.must("complete", x.complete);
  walk.may("slice", x.slice);
  walk.may("left_out", x.left_out);
}

template <class Walker, Of<Summary> T>
void fields(Walker& walk, T& x) {
  walk.must("verdicts", x.verdicts);
  walk.must("reasons", x.reasons);
  walk.must("rules", x.rules);
  walk.must("subjects", x.subjects);
  walk.must("evaluations", x.evaluations);
  walk.must("refund", x.refund);
  walk.may("claimed", x.claimed);
  walk.must("workers_affected", x.workers_affected);
  walk.must("workers_open", x.workers_open);
}

template <class Walker, Of<Secret> T>
void fields(Walker& walk, T& x) {
  walk.must("value", x.value);
  walk.may("raw", x.raw);
}

template <class Walker, Of<Results> T>
void fields(Walker& walk, T& x) {
  walk.must("header", x.header);
  walk.must("summary", x.summary);
  walk.must("rules", x.rules);
  walk.must("provisions", x.provisions);
  walk.must("sanctions", x.sanctions);
  walk.must("facts", x.facts);
  walk.must("findings", x.findings);
  walk.must("notices", x.notices);
  walk.may("measures", x.measures);
  walk.must("requests", x.requests);
  walk.must("coverage", x.coverage);
  walk.may("documents", x.documents);
  walk.may("tables", x.tables);
  walk.may("bases", x.bases);
  walk.may("waivers", x.waivers);
  walk.may("workers", x.workers);
  walk.must("pseudonyms", x.pseudonyms);
  walk.may("private", x.secrets);
}

}  // namespace periksa::results
