// SPDX-License-Identifier: Apache-2.0
#include "tests/results/sample/sample.h"

namespace periksa::sample {
namespace {

using results::Finding;
using results::Severity;
using results::Trace;
using results::Truth;
using results::Verdict;

Finding open(std::string rule, std::string worker, Verdict verdict, Severity severity) {
  Finding x;
  x.rule = std::move(rule);
  x.entity = "worker";
  x.subject = worker;
  x.worker = std::move(worker);
  x.verdict = x.original = verdict;
  x.severity = severity;
  x.basis = "declared";
  x.fingerprint = "77aa01bb2290ee44";
  x.evidence_digest = "51d3c0de51d3c0de";
  return x;
}

Trace question(Bilingual text, Truth truth, std::vector<std::size_t> facts) {
  Trace x;
  x.text = std::move(text);
  x.truth = truth;
  x.decisive = truth != Truth::yes;
  x.facts = std::move(facts);
  return x;
}

Finding transition() {
  Finding x = open("uu-18-2017/30.1/1", "W003", Verdict::suspected, Severity::major);
  x.event_dates = {"2025-08-20"};
  x.basis = "document";
  x.citations = {{"uu-18-2017#30.1@2017-11-22", "", false},
                 {"perban-bp2mi-9-2020#3@2021-07-15", "limit", true},
                 {"perban-bp2mi-9-2020#3@2025-08-01", "limit", true}};
  x.notes = {
      {"Peristiwa terjadi pada masa peralihan; naskah lama melarang, naskah baru belum "
       "dibaca.",
       "The event lies in a transition; the old text forbids it, the new one has not been "
       "read."}};
  x.sentence = {"Pekerja membayar {paid} pada masa peralihan.",
                "The worker paid {paid} during the transition."};
  x.arguments = {{"paid", {{"money", "IDR 1750000", {}}}}};
  x.evidence = {payment_4, training_fee};
  x.reasoning = {question({"menurut naskah sejak 15 Juli 2021: komponen bebas biaya",
                           "by the text since 15 July 2021: a free component"},
                          Truth::no, {payment_4}),
                 question({"menurut naskah sejak 1 Agustus 2025: komponen bebas biaya",
                           "by the text since 1 August 2025: a free component"},
                          Truth::unknown, {payment_4})};
  x.amount = results::Amount{"IDR", 0, 175000000};
  x.amount_kind = "refund";
  x.changes_exhausted = true;
  return x;
}

Finding no_consent() {
  Finding x = open("uu-18-2017/13.b/1", "W004", Verdict::insufficient, Severity::major);
  x.citations = {{"uu-18-2017#13.b@2017-11-22", "", false}};
  x.event_dates = {"2024-02-02", "2024-02-05"};
  x.sentence = {"Izin keluarga tidak dapat dinilai karena status perkawinan tidak diketahui.",
                "Consent cannot be assessed as the marital status is not known."};
  x.evidence = {marital_status, spouse_consent};
  x.reasoning = {question({"tanggal izin keluarga tidak sesudah tanggal berangkat",
                           "the family's consent is not later than departure"},
                          Truth::unknown, {spouse_consent, marital_status})};
  x.missing = {
      {marital_status,
       "fact",
       {"Lampirkan surat keterangan status perkawinan.", "Attach the letter on marital status."},
       {"marital_status_letter", "family_card"}},
      {spouse_consent,
       "fact",
       {"Lampirkan izin suami, istri, orang tua, atau wali.",
        "Attach the consent of spouse, parent or guardian."},
       {"family_consent"}}};
  x.changes = {{spouse_consent, {"date", "2024-01-30", {}}, "known", Verdict::met}};
  x.question = {"Siapa yang memberi izin, dan kapan?", "Who gave consent, and when?"};
  return x;
}

Finding claimed() {
  Finding x = open("uu-18-2017/30.1/1", "W004", Verdict::insufficient, Severity::critical);
  x.citations = {{"uu-18-2017#30.1@2017-11-22", "", false}};
  x.basis = "statement";
  x.sentence = {"Pekerja menyatakan telah membayar {claimed}; perusahaan menyangkal.",
                "The worker states having paid {claimed}; the company denies it."};
  x.arguments = {{"claimed", {{"money", "IDR 8000000", {}}}}};
  x.evidence = {claimed_fee, statement_note};
  x.reasoning = {question({"tidak ada pembayaran", "no payment"}, Truth::unknown, {claimed_fee})};
  x.missing = {{claimed_fee,
                "claim",
                {"Mintalah bukti transfer atau kuitansi dari kedua pihak.",
                 "Ask both sides for the transfer slip or receipt."},
                {"receipt"}}};
  x.amount = results::Amount{"IDR", 800000000, 800000000};
  x.amount_kind = "claimed";
  return x;
}

Finding wage_table() {
  Finding x = open("kepka-upah/1", "W005", Verdict::insufficient, Severity::minor);
  x.citations = {{"perban-bp2mi-9-2020#3@2021-07-15", "", false}};
  x.event_dates = {"2024-03-01"};
  x.sentence = {"Upah pokok {wage}; tabel upah minimum untuk tanggal itu belum ada.",
                "Basic wage {wage}; the minimum wage table for that day is not on file."};
  x.arguments = {{"wage", {{"money", "HKD 4990", {}}}}};
  x.evidence = {wage};
  x.reasoning = {
      question({"upah tidak kurang dari upah minimum", "wage is not below the minimum wage"},
               Truth::unknown, {wage})};
  x.missing = {{wage,
                "law",
                {"Register hukum belum memuat upah minimum Hong Kong untuk Maret 2024.",
                 "The law register has no minimum wage of Hong Kong for March 2024."},
                {}}};
  return x;
}

Finding readiness() {
  Finding x = open("uu-18-2017/13.b/1", "W006", Verdict::insufficient, Severity::minor);
  x.readiness = true;
  x.event_dates = {"2024-08-01"};
  x.citations = {{"uu-18-2017#13.b@2017-11-22", "", false}};
  x.sentence = {"Berangkat direncanakan {planned}; izin keluarga belum ada.",
                "Departure is planned for {planned}; there is no consent yet."};
  x.arguments = {{"planned", {{"date", "2024-08-01", {}}}}};
  x.evidence = {planned_on};
  x.reasoning = {question({"izin keluarga ada", "there is a consent"}, Truth::unknown, {})};
  x.missing = {{planned_on,
                "event-date",
                {"Konfirmasi tanggal berangkat.", "Confirm the departure date."},
                {}}};
  return x;
}

}  // namespace

void add_open_findings(results::Results& out) {
  for (const Finding& x : {transition(), no_consent(), claimed(), wage_table(), readiness()}) {
    out.findings.push_back(x);
  }
}

}  // namespace periksa::sample
