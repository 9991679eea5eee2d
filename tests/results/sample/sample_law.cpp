// SPDX-License-Identifier: Apache-2.0
#include "tests/results/sample/sample.h"

namespace periksa::sample {
namespace {

using results::Provision;
using results::Results;
using results::Rule;
using results::Tier;
using results::Verdict;

const Bilingual kLaw{"Undang-Undang tentang Pelindungan Pekerja Migran Indonesia",
                     "Law on the Protection of Indonesian Migrant Workers"};
const Bilingual kCost{"Peraturan tentang Pembebasan Biaya Penempatan",
                      "Regulation on Waiving Placement Costs"};

Provision law(std::string clause, std::string cite, Bilingual paraphrase) {
  Provision x;
  x.id = "uu-18-2017#" + clause + "@2017-11-22";
  x.instrument = "UU 18/2017";
  x.instrument_title = kLaw;
  x.cite = std::move(cite);
  x.from = "2017-11-22";
  x.grade = "V";
  x.source = "S1";
  x.binds = "p3mi";
  x.paraphrase = std::move(paraphrase);
  return x;
}

Provision cost(std::string from, std::string to, std::string grade, int concurring) {
  Provision x;
  x.id = "perban-bp2mi-9-2020#3@" + from;
  x.instrument = "Perban BP2MI 9/2020";
  x.instrument_title = kCost;
  x.cite = "Pasal 3 ayat (1)";
  x.from = std::move(from);
  x.to = std::move(to);
  if (x.to.empty()) x.sure_from = "2025-10-01";
  if (!x.to.empty()) x.sure_to = "2025-08-01";
  x.grade = std::move(grade);
  x.concurring = concurring;
  x.source = "S4";
  x.binds = "p3mi employer";
  x.amended_by = "Permen P2MI 5/2025";
  x.paraphrase = {"Sepuluh jabatan tidak dapat dibebani biaya penempatan.",
                  "Ten kinds of job cannot be charged placement costs."};
  return x;
}

void add_provisions(Results& out) {
  out.provisions = {
      law("66", "Pasal 66",
          {"Orang perseorangan di bawah 18 tahun tidak boleh ditempatkan.",
           "Nobody under the age of 18 may be placed."}),
      law("5.a", "Pasal 5 huruf a",
          {"Calon pekerja migran berusia paling rendah 18 tahun.",
           "A prospective migrant worker is at least 18 years old."}),
      law("30.1", "Pasal 30 ayat (1)",
          {"Pekerja migran tidak dapat dibebani biaya penempatan.",
           "A migrant worker cannot be charged the cost of placement."}),
      law("13.b", "Pasal 13 huruf b",
          {"Izin suami, istri, orang tua, atau wali diketahui kepala desa.",
           "Consent of spouse, parent or guardian is known to the village head."}),
      law("54.1", "Pasal 54 ayat (1)",
          {"Perusahaan menyetor jaminan paling sedikit Rp1.500.000.000.",
           "The company deposits a guarantee of at least IDR 1,500,000,000."}),
      cost("2021-07-15", "2025-10-01", "V2", 1),
      cost("2025-08-01", "", "K", 0),
  };
  out.provisions[1].binds = "candidate";
  out.sanctions = {
      {"uu-18-2017#81",
       "UU 18/2017 Pasal 81",
       "criminal",
       "V",
       {"pidana penjara paling lama 10 tahun dan denda paling banyak Rp15.000.000.000",
        "imprisonment of up to 10 years and a fine of up to IDR 15,000,000,000"},
       {"pengadilan", "the court"}},
      {"permen-4-2025#9.1",
       "Permen P2MI 4/2025 Pasal 9 ayat (1)",
       "administrative",
       "V2",
       {"penghentian sementara sebagian atau seluruh kegiatan usaha",
        "suspension of some or all business activities"},
       {"Direktur Jenderal Pelindungan, KP2MI", "Director General of Protection, KP2MI"}},
  };
}

Rule rule(std::string id, Tier tier, std::string entity, Bilingual met, Bilingual breach,
          std::vector<Rule::Run> runs) {
  Rule x;
  x.id = std::move(id);
  x.tier = tier;
  x.entity_label =
      entity == "worker" ? Bilingual{"pekerja", "worker"} : Bilingual{"perusahaan", "agency"};
  x.entity = std::move(entity);
  x.met = std::move(met);
  x.breach = std::move(breach);
  x.accounts = {"L-02"};
  x.runs = std::move(runs);
  return x;
}

void add_worker_rules(std::vector<Rule>& out) {
  out.push_back(rule("uu-18-2017/13.b/1", Tier::law, "worker",
                     {"Izin keluarga ada sebelum berangkat", "Family consent precedes departure"},
                     {"Berangkat tanpa izin keluarga", "Departed without the family's consent"},
                     {{Verdict::met, "declared", 2},
                      {Verdict::met, "whether-or-not", 1},
                      {Verdict::insufficient, "", 1},
                      {Verdict::excused, "", 1},
                      {Verdict::not_applicable, "not-yet-due", 1}}));
  out.push_back(rule(
      "uu-18-2017/30.1/1", Tier::law, "worker",
      {"Tidak ada biaya penempatan yang dibebankan", "No placement cost was charged"},
      {"Biaya penempatan dibebankan kepada pekerja", "Placement costs were charged to the worker"},
      {{Verdict::met, "", 1},
       {Verdict::breach, "", 1},
       {Verdict::suspected, "", 1},
       {Verdict::insufficient, "", 1},
       {Verdict::waived, "", 1},
       {Verdict::not_applicable, "not-yet-due", 1}}));
  out.push_back(rule("uu-18-2017/66/1", Tier::law, "worker",
                     {"Berusia 18 tahun atau lebih saat berangkat", "Aged 18 or more at departure"},
                     {"Berangkat sebelum berusia 18 tahun", "Departed before the age of 18"},
                     {{Verdict::breach, "", 1},
                      {Verdict::met, "", 3},
                      {Verdict::met, "unverified-reading", 1},
                      {Verdict::not_applicable, "not-yet-due", 1}}));
  out.push_back(rule("kepka-upah/1", Tier::decree, "worker",
                     {"Upah tidak kurang dari upah minimum", "Wage is not below the minimum"},
                     {"Upah di bawah upah minimum negara tujuan",
                      "Wage below the minimum wage of the destination"},
                     {{Verdict::not_applicable, "", 4},
                      {Verdict::insufficient, "", 1},
                      {Verdict::not_in_force, "", 1}}));
  out.push_back(
      rule("iris/a5/1", Tier::standard, "worker",
           {"Tidak ada tes kehamilan sebagai syarat", "No pregnancy test as a condition"},
           {"Tes kehamilan dijadikan syarat", "A pregnancy test was made a condition"},
           {{Verdict::observation, "", 1}, {Verdict::not_applicable, "no-such-record", 5}}));
}

void add_agency_rules(std::vector<Rule>& out) {
  out.push_back(rule("uu-18-2017/54.1.b/1", Tier::law, "agency",
                     {"Jaminan deposito mencukupi", "The deposit is sufficient"},
                     {"Jaminan deposito di bawah jumlah yang diwajibkan",
                      "The deposit is below the required amount"},
                     {{Verdict::breach, "", 1}}));
  out.push_back(
      rule("uu-18-2017/51/1", Tier::law, "agency",
           {"Izin usaha (SIP3MI) berlaku", "The licence (SIP3MI) is valid"},
           {"Beroperasi tanpa izin usaha yang berlaku", "Operates without a valid licence"},
           {{Verdict::met, "", 1}}));
  out.back().citations = {"uu-18-2017#54.1@2017-11-22"};
}

}  // namespace

void add_law(Results& out) {
  add_provisions(out);
  add_worker_rules(out.rules);
  add_agency_rules(out.rules);
}

}  // namespace periksa::sample
