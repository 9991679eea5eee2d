// SPDX-License-Identifier: Apache-2.0
#include "tests/results/sample/sample.h"

namespace periksa::sample {
namespace {

using results::Results;
using results::Verdict;

const std::string kHash(64, 'a');

void add_header(Results& out) {
  out.header.engine_version = "0.1.0";
  out.header.rule_set = "periksa-id";
  out.header.rule_set_version = "2026.1";
  out.header.manifest_sha256 = kHash;
  out.header.as_of = "2024-06-30";
  out.header.agency = "PT Contoh Karya Bahari";
  out.header.agency_nib = "9120001234567";
  results::Input input{"pt-contoh-2024.xml", kHash, "agency", "2024-06-30", true, 6, {}};
  input.sources = {
      {"S1", "ktp", {"KTP dan paspor", "identity card and passport"}, "agency", "", "", ""},
      {"S2",
       "receipt",
       {"kuitansi", "receipt"},
       "worker",
       "kuitansi-w002.pdf",
       std::string(64, 'b'),
       "2024-01-05"},
      {"S3", "statement", {"keterangan pekerja", "worker's statement"}, "worker", "", "", ""}};
  out.header.inputs = {input, {"buku-kas.xlsx", std::string(64, 'c'), "agency", "", false, 0, {}}};
}

void add_sums(Results& out) {
  results::Summary& sum = out.summary;
  for (const results::Rule& rule : out.rules) {
    for (const results::Rule::Run& run : rule.runs) {
      const std::string word(to_string(run.verdict));
      sum.verdicts[word] += run.count;
      sum.evaluations += run.count;
      if (!run.reason.empty()) sum.reasons[word + "/" + run.reason] += run.count;
    }
  }
  sum.rules = out.rules.size();
}

/// What a screen shows of one worker: signs with facts and without, and one that is open.
results::Notice screened() {
  results::Notice out;
  out.id = "N0003";
  out.pattern = "trafficking";
  out.title = {"Penanda rujukan pelindungan", "Referral flags for protection"};
  out.text = {"Berkas pekerja W001 memuat 2 tanda.", "The papers of worker W001 hold 2 signs."};
  out.workers = {"W001"};
  out.referral = true;
  out.screen = true;
  out.signs = {{"trafficking/under-age",
                {"Berusia di bawah 18 tahun", "Was under 18"},
                false,
                results::Truth::yes,
                false,
                {born_on},
                {"Kapan lahir?", "Born when?"}},
               {"trafficking/in-confidence",
                {"Ada hal yang perlu didengar", "Something is to be heard"},
                true,
                results::Truth::yes,
                true,
                {},
                {"Dengarkan pekerja.", "Listen to the worker."}},
               {"trafficking/debt",
                {"Biaya melebihi tiga bulan upah", "Charges above three months of wages"},
                false,
                results::Truth::unknown,
                false,
                {},
                {}}};
  out.bodies = {
      {"mission", {"perwakilan RI", "Indonesian mission"}, {"bila di luar negeri", "when abroad"}},
      {"hospital", {"rumah sakit", "hospital"}, {}}};
  return out;
}

/// A lead, told with all its workers.
results::Notice lead() {
  results::Notice out;
  out.id = "N0004";
  out.pattern = "leads/sponsor";
  out.title = {"Uang berhenti pada perekrut", "Money stops at a recruiter"};
  out.text = {"Terlihat pada berkas 2 pekerja.", "Seen in the papers of 2 workers."};
  out.facts = {payment_1, payment_2};
  out.workers = {"W002", "W003"};
  out.screen = true;
  out.signs = {{"leads/sponsor",
                out.title,
                false,
                results::Truth::yes,
                false,
                {},
                {"Ke mana uangnya?", "Where did the money go?"}}};
  return out;
}

void add_beside(Results& out) {
  out.notices = {
      {"N0001",
       "same-value",
       {"Satu nomor rekening dipakai beberapa pekerja", "One account is used by several workers"},
       {"Tiga pembayaran dari pekerja berbeda tercatat pada rekening yang sama.",
        "Three payments of different workers name the same account."},
       {payment_1, payment_2, payment_4},
       {"W002", "W003"},
       results::Amount{"IDR", 425000000, 425000000},
       false},
      {"N0002",
       "indicator",
       {"Petunjuk untuk rujukan", "Indicators for a referral"},
       {"Usia di bawah 18 tahun dan pembayaran kepada perantara muncul bersama.",
        "Age below 18 and a payment to a broker appear together."},
       {born_on},
       {"W001"},
       std::nullopt,
       true},
      screened(),
      lead()};
  out.requests = {
      {"marital_status_letter",
       {"surat keterangan status perkawinan", "letter on marital status"},
       {"W004"},
       {"F0008"},
       {"Dikeluarkan kepala desa atau lurah.", "Issued by the village head."}},
      {"receipt",
       {"kuitansi atau bukti transfer", "receipt or transfer slip"},
       {"W002", "W004"},
       {"F0002", "F0009"},
       {"Asli atau salinan yang terbaca.", "Original or a legible copy."}},
      {"bank_certificate", {"bilyet deposito", "deposit certificate"}, {}, {"F0003"}, {"", ""}}};
  out.documents = {
      {"bank_certificate", {"bilyet deposito", "deposit certificate"}},
      {"family_card", {"kartu keluarga", "family card"}},
      {"family_consent", {"surat izin keluarga", "family's letter of consent"}},
      {"marital_status_letter", {"surat keterangan status perkawinan", "marital status letter"}},
      {"receipt", {"kuitansi atau bukti transfer", "receipt or transfer slip"}}};
  out.coverage = {{"N-01",
                   "not-the-agency",
                   {"uu-18-2017#40.a", "uu-18-2017#41.f"},
                   {"Tugas pemerintah daerah.", "A task of the regional government."}},
                  {"N-02",
                   "question",
                   {"uu-18-2017#69"},
                   {"Niat tidak dapat dibaca dari dokumen.", "Intent cannot be read from papers."}},
                  {"N-03",
                   "not-coded",
                   {"pp-59-2021#48"},
                   {"Belum disusun menjadi aturan.", "Not yet written as a rule."}}};
}

void add_measures(Results& out) {
  results::Measure measure;
  measure.id = "recruitment-cost";
  measure.kind = "months-of-pay";
  measure.title = {"Biaya perekrutan (SDG 10.7.1)", "Recruitment cost (SDG 10.7.1)"};
  measure.say = {"Biaya dibagi upah sebulan.", "The cost divided by a month's pay."};
  measure.accounts = {"SDG-10.7.1"};
  measure.placement_unknown = 1;
  measure.labels = {{"country/HK", {"Hong Kong", "Hong Kong"}},
                    {"job/domestic_worker", {"pekerja rumah tangga", "domestic worker"}}};
  measure.cohorts = {{"all", "", "", "", 5, 4, 1, 1, {{"no-rate", 1}}, {}, {}},
                     {"country", "HK", "", "", 4, 3, 1, 1, {{"no-rate", 1}}, {}, {}},
                     {"country", "", "", "", 1, 1, 0, 0, {}, {}, {}}};
  measure.cohorts[0].low = results::Spread{137, 0, 120, 240};
  measure.cohorts[0].high = results::Spread{std::nullopt, 0, 310, std::nullopt};
  measure.cohorts[1].low = results::Spread{112, 0, 0, 210};
  measure.bins = {{-1, 0, 1}, {0, 100, 0}, {100, 200, 1}, {200, std::nullopt, 2}};
  measure.workers = {{"W002",
                      "HK",
                      "domestic_worker",
                      "",
                      results::Months{240, std::nullopt},
                      results::Amount{"HKD", 487000, 487000},
                      {{"HKD", 100000, 100000}, {"IDR", 1500000000, std::nullopt}},
                      true,
                      true,
                      false,
                      "document"},
                     {"W003",
                      "",
                      "domestic_worker",
                      "",
                      results::Months{120, 310},
                      results::Amount{"HKD", 470000, 487000},
                      {{"HKD", 0, 1456000}},
                      false,
                      false,
                      true,
                      "statement"},
                     {"W004", "HK", "", "no-rate", {}, {}, {}, true, false, false, "declared"}};
  measure.workers_left = 2;
  out.measures = {measure};
}

void number(Results& out) {
  for (std::size_t i = 0; i < out.findings.size(); ++i) {
    const std::string digits = std::to_string(i + 1);
    out.findings[i].id = "F" + std::string(4 - digits.size(), '0') + digits;
  }
}

/// One that set a finding aside, and one that came too late.
void add_waivers(Results& out) {
  out.waivers = {{"V1",
                  "uu-18-2017/30.1/1",
                  "W005",
                  "",
                  "Dirjen Pelindungan",
                  "Telah dikembalikan, BA 12/2024",
                  "2025-01-01",
                  "2025-06-30",
                  "applied",
                  {"F0005"}},
                 {"V2",
                  "uu-18-2017/66/1",
                  "",
                  "",
                  "Dinas Contoh",
                  "Keberatan sedang diperiksa",
                  "",
                  "2024-12-31",
                  "expired",
                  {"F0001"}}};
}

}  // namespace

Results rich() {
  Results out;
  add_header(out);
  add_facts(out);
  add_law(out);
  add_findings(out);
  add_open_findings(out);
  number(out);
  add_beside(out);
  add_waivers(out);
  add_measures(out);
  add_sums(out);
  out.summary.subjects = 7;
  out.summary.refund = {{"HKD", 499050, 499050}, {"IDR", 250000000, 425000000}};
  out.summary.workers_affected = 3;
  out.summary.workers_open = 3;
  return out;
}

Results quiet() {
  Results out;
  add_header(out);
  add_law(out);
  out.rules = {out.rules.back()};
  add_sums(out);
  out.summary.subjects = 1;
  return out;
}

Results empty() {
  Results out = quiet();
  out.rules[0].runs = {{Verdict::not_applicable, "not-yet-due", 1}};
  out.summary = {};
  add_sums(out);
  out.summary.subjects = 1;
  return out;
}

}  // namespace periksa::sample
