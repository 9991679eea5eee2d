// SPDX-License-Identifier: Apache-2.0
#include "tests/results/sample/sample.h"

namespace periksa::sample {
namespace {

using results::Fact;
using results::Value;

constexpr const char* kFiling = "pt-contoh-2024.xml";
const Bilingual kWorker{"pekerja (CPMI/PMI)", "worker"};
const Bilingual kPayment{"pembayaran", "payment"};
const Bilingual kAgency{"perusahaan penempatan (P3MI)", "placement agency (P3MI)"};

Fact fact(Bilingual entity_label, std::string record, std::string field, Bilingual label,
          Value value, std::uint32_t line, std::string basis) {
  Fact x;
  x.entity = entity_label == kWorker ? "worker" : entity_label == kPayment ? "payment" : "agency";
  x.record = std::move(record);
  x.field = std::move(field);
  x.entity_label = std::move(entity_label);
  x.field_label = std::move(label);
  x.privacy = "business";
  x.state = value.text.empty() ? "not-supplied" : "known";
  x.shown = std::move(value);
  x.at = {kFiling, line, 15, {}};
  x.basis = std::move(basis);
  return x;
}

Fact money(std::string record, std::string text, std::string raw, std::uint32_t line) {
  Fact x = fact(kPayment, std::move(record), "amount", {"jumlah", "amount"},
                {"money", std::move(text), {}}, line, "document");
  x.raw = std::move(raw);
  x.source = "S2";
  return x;
}

void add_worker_facts(std::vector<Fact>& out) {
  Fact born = fact(kWorker, "W001", "born_on", {"tanggal lahir", "date of birth"},
                   {"date", "2007", {}}, 41, "document");
  born.privacy = "personal";
  born.state = "contradictory";
  born.secret = "worker-1/born_on";
  born.others = {{"date", "2007", {}}, {"date", "2007", {}}};
  born.source = "S1";
  out.push_back(born);
  out.push_back(fact(kWorker, "W001", "departed_on", {"tanggal berangkat", "departure date"},
                     {"date", "2024-03-12", {}}, 42, "registry"));
}

void add_payments(std::vector<Fact>& out) {
  out.push_back(money("W002/payment-1", "IDR 2500000", "Rp. 2.500.000,-", 77));
  out.push_back(money("W002/payment-2", "HKD 4990.50", "", 78));
  Fact blurred = money("W002/payment-3", "", "Rp 1.?00.000", 79);
  blurred.state = "unreadable";
  out.push_back(blurred);
  Fact sheet = money("W003/payment-1", "IDR 1750000", "", 0);
  sheet.at = {"buku-kas.xlsx", 0, 0, "Pekerja!C12"};
  out.push_back(sheet);
}

void add_dossier(std::vector<Fact>& out) {
  out.push_back(fact(kWorker, "W004", "marital_status", {"status perkawinan", "marital status"},
                     {"code", "", {}}, 120, "declared"));
  Fact consent = fact(kWorker, "W004", "family_consent_on",
                      {"tanggal izin keluarga", "date of the family's consent"}, {"date", "", {}},
                      121, "declared");
  consent.state = "absent";
  out.push_back(consent);
  out.push_back(fact(kWorker, "W005", "wage", {"upah pokok sebulan", "basic wage a month"},
                     {"money", "HKD 4990", {}}, 150, "document"));
  Fact none = fact(kWorker, "W003", "training_fee", {"biaya pelatihan", "training fee"},
                   {"money", "IDR 0", {}}, 98, "declared");
  none.state = "stated-none";
  out.push_back(none);
}

void add_agency_facts(std::vector<Fact>& out) {
  out.push_back(fact(kAgency, "agency", "deposit", {"nilai deposito", "value of the deposit"},
                     {"money", "IDR 1400000000", {}}, 12, "document"));
  Fact bank = fact(kAgency, "agency", "deposit_bank", {"bank penyimpan", "bank of the deposit"},
                   {"code", "state-bank", {"bank pemerintah", "state bank"}}, 13, "document");
  out.push_back(bank);
}

void add_rest(std::vector<Fact>& out) {
  Fact exam = fact(kWorker, "W001", "exam_kind", {"jenis pemeriksaan", "kind of examination"},
                   {"code", "pregnancy-test", {"tes kehamilan", "pregnancy test"}}, 55, "document");
  exam.privacy = "sensitive";
  exam.secret = "worker-1/exam_kind";
  exam.shown = {"text", "▒▒▒", {}};
  out.push_back(exam);
  out.push_back(fact(kWorker, "W006", "planned_departure_on",
                     {"rencana berangkat", "planned departure"}, {"date", "2024-08-01", {}}, 180,
                     "declared"));
  Fact claim = money("W004/payment-1", "IDR 8000000", "8 juta", 131);
  claim.basis = "statement";
  claim.source = "S3";
  out.push_back(claim);
  out.push_back(fact(kAgency, "job-order-7", "sip2mi_number", {"nomor SIP2MI", "SIP2MI number"},
                     {"text", "B.432/SIP2MI/IV/2023", {}}, 20, "registry"));
  Fact passport = fact(kWorker, "W002", "passport_number", {"nomor paspor", "passport number"},
                       {"text", "C•••••21", {}}, 70, "document");
  passport.privacy = "identity";
  passport.secret = "worker-2/passport";
  out.push_back(passport);
  Fact note = fact(kWorker, "W004", "statement", {"keterangan pekerja", "worker's statement"},
                   {"text", "(teks bebas)", {}}, 132, "statement");
  note.privacy = "free";
  note.secret = "worker-4/statement";
  out.push_back(note);
}

}  // namespace

void add_facts(results::Results& out) {
  add_worker_facts(out.facts);
  add_payments(out.facts);
  add_dossier(out.facts);
  add_agency_facts(out.facts);
  add_rest(out.facts);
  out.secrets = {{"digest", {"9f2c", ""}},
                 {"worker-1/born_on", {"2007-01-02 / 2007-06-30", "02/01/2007"}},
                 {"worker-1/exam_kind", {"pregnancy-test", ""}},
                 {"worker-1/name", {"Siti Rahayu", ""}},
                 {"worker-2/name", {"Dewi Lestari", ""}},
                 {"worker-2/passport", {"C7654321", "C 7654321"}},
                 {"worker-3/name", {"Budi Santoso", ""}},
                 {"worker-4/name", {"Ni Luh Ayu", ""}},
                 {"worker-4/statement", {"Uang saya serahkan kepada Pak Joko.", ""}},
                 {"worker-5/name", {"Yohanes Bere", ""}},
                 {"worker-6/name", {"Aminah binti Umar", ""}}};
  out.tables = {
      {"agency",
       {"perusahaan", "the agency"},
       {{"nama perusahaan", "company name"}},
       {{"", "agency", {out.facts.size() - 1}}}},
      {"steps", {"perjalanan perkara", "course of the case"}, {}, {{"W001", "W001", {0}}}}};
  for (int i = 1; i <= 6; ++i) {
    const std::string n = std::to_string(i);
    out.pseudonyms["W00" + n] = "worker-" + n + "/name";
  }
}

}  // namespace periksa::sample
