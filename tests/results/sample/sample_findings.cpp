// SPDX-License-Identifier: Apache-2.0
#include "tests/results/sample/sample.h"

namespace periksa::sample {
namespace {

using results::Finding;
using results::Results;
using results::Severity;
using results::Trace;
using results::Truth;
using results::Verdict;

Finding finding(std::string rule, std::string worker, Verdict verdict, Severity severity) {
  Finding x;
  x.rule = std::move(rule);
  x.entity = worker.empty() ? "agency" : "worker";
  x.subject = worker.empty() ? "agency" : worker;
  x.worker = std::move(worker);
  x.verdict = x.original = verdict;
  x.severity = severity;
  x.event_dates = {"2024-03-12"};
  x.basis = "document";
  x.fingerprint = "3b1f6f0c9a7d4e21";
  x.evidence_digest = "c0ffee12ab34cd56";
  return x;
}

Trace condition(Bilingual text, Truth truth, std::vector<Trace> parts = {}) {
  Trace x;
  x.text = std::move(text);
  x.truth = truth;
  x.parts = std::move(parts);
  return x;
}

Trace operand(Bilingual text, std::vector<results::Value> values, std::vector<std::size_t> facts) {
  Trace x;
  x.text = std::move(text);
  x.values = std::move(values);
  x.facts = std::move(facts);
  return x;
}

Finding under_age() {
  Finding x = finding("uu-18-2017/66/1", "W001", Verdict::breach, Severity::critical);
  x.citations = {{"uu-18-2017#66@2017-11-22", "act", false},
                 {"uu-18-2017#5.a@2017-11-22", "limit", false}};
  x.sanctions = {"uu-18-2017#81"};
  x.sentence = {
      "Pekerja ini berusia {age} tahun ketika berangkat pada {departed}; batas terendah {limit} "
      "tahun.",
      "This worker was {age} years old at departure on {departed}; the minimum is {limit} years."};
  x.arguments = {{"age", {{"integer", "16", {}}}},
                 {"departed", {{"date", "2024-03-12", {}}}},
                 {"limit", {{"integer", "18", {}}}}};
  x.notes = {
      {"Dua dokumen menyebut tanggal lahir yang berbeda; menurut keduanya usianya di bawah "
       "18 tahun.",
       "Two papers give different birth dates; by both the worker was under 18."}};
  x.evidence = {born_on, departed_on};
  Trace age = operand({"usia genap dari tanggal lahir sampai tanggal berangkat",
                       "whole years from date of birth to departure date"},
                      {{"integer", "16", {}}, {"integer", "17", {}}}, {born_on, departed_on});
  Trace failed = condition(
      {"usia sekurang-kurangnya batas usia minimum (18)", "age is at least the minimum age (18)"},
      Truth::no,
      {age, operand({"batas usia minimum", "minimum age"}, {{"integer", "18", {}}}, {})});
  failed.decisive = true;
  x.reasoning = {
      condition({"semua syarat terpenuhi", "all of these hold"}, Truth::no,
                {condition({"pekerja telah berangkat", "the worker has departed"}, Truth::yes,
                           {operand({"tanggal berangkat", "departure date"},
                                    {{"date", "2024-03-12", {}}}, {departed_on})}),
                 failed})};
  Trace skipped = condition({"penempatan untuk magang", "placement as a trainee"}, Truth::unknown);
  skipped.examined = false;
  x.reasoning[0].parts.push_back(skipped);
  x.changes = {{born_on, {"date", "2006-03-12", {}}, "known", Verdict::met},
               {departed_on, {"date", "", {}}, "stated-none", Verdict::not_applicable}};
  x.remedies = {{"P3MI",
                 {"Pulangkan pekerja dengan biaya perusahaan dan laporkan kepada perwakilan.",
                  "Repatriate the worker at the company's cost and report to the mission."}},
                {"KP2MI",
                 {"Minta verifikasi kependudukan kepada Dukcapil.",
                  "Ask the civil registry to verify the identity."}}};
  x.question = {"Dokumen mana yang dipakai perusahaan untuk menentukan usia?",
                "Which paper did the company use to determine the age?"};
  return x;
}

Finding overcharge() {
  Finding x = finding("uu-18-2017/30.1/1", "W002", Verdict::breach, Severity::major);
  x.event_dates = {"2023-11-02", "2023-12-15"};
  x.citations = {{"uu-18-2017#30.1@2017-11-22", "", false}};
  x.sanctions = {"permen-4-2025#9.1"};
  x.sentence = {
      "Kuitansi menunjukkan pekerja membayar {total} untuk komponen yang tidak dapat "
      "dibebankan (paspor {passport}).",
      "Receipts show that the worker paid {total} for components that cannot be charged "
      "(passport {passport})."};
  x.arguments = {{"total", {{"money", "IDR 2500000", {}}}},
                 {"passport", {{"text", "C•••••21", {}}}}};
  x.argument_secrets = {{"passport", "worker-2/passport"}};
  x.evidence = {payment_1, payment_2, payment_3, second_passport};
  Trace sum = operand({"jumlah pembayaran pekerja", "sum of the worker's payments"},
                      {{"money", "IDR 2500000", {}}}, {payment_1, payment_2, payment_3});
  Trace over = condition({"jumlah pembayaran tidak lebih dari Rp0", "the sum is not above IDR 0"},
                         Truth::no, {sum});
  over.decisive = true;
  x.reasoning = {over};
  x.changes_exhausted = true;
  x.remedies = {{"P3MI", {"Kembalikan biaya kepada pekerja.", "Refund the worker."}}};
  x.amount = results::Amount{"IDR", 250000000, std::nullopt};
  x.amount_kind = "refund";
  x.with = {"uu-18-2017/72.a/1"};
  return x;
}

Finding deposit_too_low() {
  Finding x = finding("uu-18-2017/54.1.b/1", "", Verdict::breach, Severity::major);
  x.event_dates = {"2024-06-30"};
  x.citations = {{"uu-18-2017#54.1@2017-11-22", "", false}};
  x.sentence = {"Deposito pada {bank} bernilai {value}.", "The deposit at a {bank} is {value}."};
  x.arguments = {{"bank", {{"code", "state-bank", {"bank pemerintah", "state bank"}}}},
                 {"value", {{"money", "IDR 1400000000", {}}}}};
  x.evidence = {deposit, deposit_bank};
  Trace low = condition({"nilai deposito sekurang-kurangnya Rp1.500.000.000",
                         "the deposit is at least IDR 1,500,000,000"},
                        Truth::no,
                        {operand({"nilai deposito", "value of the deposit"},
                                 {{"money", "IDR 1400000000", {}}}, {deposit})});
  low.decisive = true;
  x.reasoning = {low};
  x.changes = {{deposit, {"money", "IDR 1500000000", {}}, "known", Verdict::met}};
  x.remedies = {
      {"P3MI",
       {"Tambah deposito menjadi Rp1.500.000.000.", "Raise the deposit to IDR 1,500,000,000."}}};
  return x;
}

Finding pregnancy_test() {
  Finding x = finding("iris/a5/1", "W001", Verdict::observation, Severity::minor);
  x.citations = {};
  x.sentence = {"Catatan medis memuat pemeriksaan: {kind}.", "The medical record has: {kind}."};
  x.arguments = {{"kind", {{"text", "▒▒▒", {}}}}};
  x.argument_secrets = {{"kind", "worker-1/exam_kind"}};
  x.evidence = {exam_kind};
  x.reasoning = {condition({"tidak ada tes kehamilan", "no pregnancy test"}, Truth::no)};
  x.reasoning[0].decisive = true;
  x.question = {"Apakah hasil tes memengaruhi keputusan penempatan?",
                "Did the result affect the decision to place the worker?"};
  return x;
}

Finding waived() {
  Finding x = finding("uu-18-2017/30.1/1", "W005", Verdict::waived, Severity::minor);
  x.original = Verdict::breach;
  x.citations = {{"uu-18-2017#30.1@2017-11-22", "", false}};
  x.sentence = {"Biaya kecil dibebankan.", "A small cost was charged."};
  x.reasoning = {condition({"tidak ada biaya", "no cost"}, Truth::no)};
  x.waiver = {"Dirjen Pelindungan", "Telah dikembalikan, BA 12/2024", "2025-06-30"};
  return x;
}

Finding excused() {
  Finding x = finding("uu-18-2017/13.b/1", "W003", Verdict::excused, Severity::minor);
  x.citations = {{"uu-18-2017#13.b@2017-11-22", "", false}};
  x.sentence = {"Pekerja bekerja kembali pada pemberi kerja yang sama.",
                "The worker returned to the same employer."};
  x.reasoning = {condition(
      {"kembali pada pemberi kerja yang sama", "returned to the same employer"}, Truth::yes)};
  return x;
}

}  // namespace

void add_findings(Results& out) {
  for (Finding& x : std::vector{under_age(), overcharge(), deposit_too_low(), pregnancy_test(),
                                waived(), excused()}) {
    out.findings.push_back(x);
  }
}

}  // namespace periksa::sample
