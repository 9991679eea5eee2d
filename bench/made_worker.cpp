// SPDX-License-Identifier: Apache-2.0
#include "bench/made_worker.h"

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <string_view>

#include "auditor/base/date.h"

namespace periksa::bench {
namespace {

constexpr std::array<std::string_view, 8> kNames{"Melati", "Kenanga", "Cempaka", "Dahlia",
                                                 "Mawar",  "Seruni",  "Teratai", "Anggrek"};

/// What is wrong with a worker's papers.
enum class Defect : std::uint8_t {
  none,
  under_age,
  charged,
  late_letter,
  no_birth_date,
  unsigned_
};

class MadeWorker {
 public:
  MadeWorker(std::uint32_t ordinal, std::uint32_t group, Defect defect, Random& random)
      : number_(ordinal + 1),
        group_(group + 1),
        defect_(defect),
        shift_(static_cast<std::int32_t>(random.below(150))),
        born_(Date::of(1985, 1, 1)->plus_days(static_cast<std::int32_t>(random.below(6500)))),
        name_(kNames[random.below(kNames.size())]),
        ticket_(6'000'000 + random.below(1'200'000)),
        copying_(30'000 + random.below(100'000)) {
    if (defect == Defect::under_age) born_ = day(2024, 5, 20).plus_months(-17 * 12);
  }

  std::string write() {
    person();
    papers();
    contracts();
    money();
    journey();
    collections();
    text_ += "  </worker>\n";
    return std::move(text_);
  }

 private:
  template <class... Values>
  void add(fmt::format_string<Values...> format, Values&&... values) {
    fmt::format_to(std::back_inserter(text_), format, std::forward<Values>(values)...);
  }

  /// A day of the example worker's story, moved by this worker's own days.
  Date day(int year, int month, int of_month) const {
    return Date::of(year, month, of_month)->plus_days(shift_);
  }
  std::string on(int year, int month, int of_month) const {
    return to_iso(day(year, month, of_month));
  }

  void person() {
    const std::string nik = fmt::format("000101{:02}{:02}{:02}{:04}", born_.day() + 40,
                                        born_.month(), born_.year() % 100, number_ % 10'000);
    const std::string born =
        defect_ == Defect::no_birth_date ? "" : fmt::format(" born_on=\"{}\"", to_iso(born_));
    add(R"(  <worker id="W{0}" name="Rekaan {1}" nik="{2}"{3} sex="female" marital_status="married" scheme="p3mi" sector="household_worker" country="HK" job="domestic_worker" employer="E{4}" partner="M{4}" job_order="J{4}" permit="S{4}" recruited_on="{5}" recruiter="Rekaan Staf" recruiter_kind="agency_staff" departure_planned_on="{6}" departed_on="{6}" status="departed" none="dropped_out_on drop_out_reason branch">
)",
        number_, name_, nik, born, group_, on(2024, 1, 15), on(2024, 5, 20));
  }

  void papers() {
    const std::string born =
        defect_ == Defect::no_birth_date ? "" : fmt::format(" born_on=\"{}\"", to_iso(born_));
    const std::string consent = defect_ == Defect::late_letter ? on(2024, 6, 20) : on(2024, 1, 23);
    add(R"(    <identity_paper id="i1" kind="ktp"{0}/>
    <identity_paper id="i2" kind="birth_certificate"{0}/>
    <marital_letter id="m1" issued_on="{1}" issuer="Desa Rekaan" status="married" marriage_book_copy="yes"/>
    <consent_letter id="c1" signed_on="{2}" consenter="spouse" known_to_village_head="yes" known_on="{3}"/>
    <competence_certificate id="k1" kind="competence" job="domestic_worker" issued_on="{4}"/>
    <fitness_certificate id="f1" medical_part="yes" psychological_part="yes" conclusion="fit" issued_on="{5}" examined_on="{5}" facility_accredited="yes" pregnancy_tested="no" hiv_tested="no"/>
    <document_verification id="w1" verified_on="{5}" verified_by="placement_officer" complete="yes" authentic="yes"/>
)",
        born, on(2024, 1, 22), consent, on(2024, 1, 24), on(2024, 3, 18), on(2024, 2, 12));
    add(R"(    <passport id="p1" number="X{0:07}"{1} issued_on="{2}" expires_on="2034-02-26"/>
    <visa id="v1" number="HKV{0:07}" kind="work" allows_work="yes" country="HK" job="domestic_worker" employer="E{3}" issued_on="{4}"/>
)",
        number_, born, on(2024, 2, 26), group_, on(2024, 4, 22));
  }

  void contracts() {
    const auto* const signature = defect_ == Defect::unsigned_ ? "no" : "yes";
    add(R"(    <placement_agreement id="a1" agreed_on="{0}" signed_on="{0}" signed_by_worker="{1}" signed_by_agency="yes" company_name="PT Rekaan Uji Beban" company_nib="9900000000001" licence_number="SIP3MI-0001" stated_total="IDR 0" witnessed_by_officer="yes" promised_within="6 months" penalty_clause="no" bond_clause="no" collateral_clause="no" repay_on_withdrawal_clause="no" prepay_to_leave_clause="no" stay_in_shelter_clause="no" hand_over_documents_clause="no" none="late_explained_on"/>
    <contract id="t1" draft="no" version="1" signed_on="{2}" signed_by_worker="{1}" signed_by_employer="yes" country="HK" job="domestic_worker" employer="E{3}" starts_on="{4}" ends_on="{5}" term_months="24" states_employer_name="yes" states_employer_profile="yes" states_employer_address_full="yes" states_worker_name="yes" states_worker_address_full="yes" states_job="yes" states_rights_duties="yes" states_hours="yes" states_wage="yes" states_payment_method="yes" states_leave="yes" states_rest="yes" states_facilities="yes" states_social_security="yes" states_insurance="yes" states_term="yes" states_safety="yes" wage="HKD 4870" wage_period="month" free_food="yes" language="id" language_understood="yes" interpreter="no" explained_on="{0}" copy_given_on="{2}" copy_to_family_on="{2}" documents_held_by_employer="no" none="changed_from food_allowance"/>
    <copy_handover id="h1" document="contract" handed_on="{2}" recipient="worker"/>
    <copy_handover id="h2" document="contract" handed_on="{2}" recipient="family"/>
)",
        on(2024, 2, 5), signature, on(2024, 4, 1), group_, on(2024, 5, 22),
        to_iso(day(2024, 5, 22).plus_months(24).plus_days(-1)));
  }

  void money() {
    const auto* const payer = defect_ == Defect::charged ? "worker" : "employer";
    add(R"(    <payment id="b1" paid_on="{}" amount="IDR {}" component="departure_ticket" payer="{}" payee="agency" beneficiary="agency" receipt_given="yes"/>
    <payment id="b2" paid_on="{}" amount="IDR {}" component="document_copying" payer="worker" payee="agency" beneficiary="agency" receipt_given="yes"/>
)",
        on(2024, 5, 6), ticket_, payer, on(2024, 3, 4), copying_);
    add(R"(    <social_security id="s1" number="{0:011}" registered_on="{1}" jkk="yes" jkm="yes" phase="pre" months="5" amount="IDR 37500" paid_on="{1}"/>
    <social_security id="s2" number="{0:011}" registered_on="{1}" jkk="yes" jkm="yes" phase="during" months="24" amount="IDR 332500" paid_on="{2}"/>
)",
        number_, on(2024, 2, 6), on(2024, 5, 13));
  }

  void journey() {
    add(R"(    <orientation id="o1" registered_on="{0}" attended_on="{1}" organiser="regional_service_office"/>
    <departure_report id="d1" recipient="labour_attache" sent_on="{2}" planned_travel_on="{3}"/>
    <arrival id="r1" arrived_on="{3}" country="HK" employer="E{4}" actual_job="domestic_worker" actual_job_unlawful="no"/>
)",
        on(2024, 5, 2), on(2024, 5, 9), on(2024, 5, 14), on(2024, 5, 20), group_);
  }

  void collections() {
    constexpr std::array<std::pair<std::string_view, int>, 20> kCounts{
        {{"identity_papers", 2},
         {"marital_letters", 1},
         {"consent_letters", 1},
         {"competence_certificates", 1},
         {"fitness_certificates", 1},
         {"passports", 1},
         {"document_verifications", 1},
         {"copy_handovers", 2},
         {"visas", 1},
         {"placement_agreements", 1},
         {"cost_items", 0},
         {"contracts", 1},
         {"sea_contracts", 0},
         {"payments", 2},
         {"social_securities", 2},
         {"orientations", 1},
         {"departure_reports", 1},
         {"arrivals", 1},
         {"extensions", 0},
         {"homecomings", 0}}};
    for (const auto& [name, count] : kCounts)
      add("    <collection of=\"{}\" completeness=\"complete\" count=\"{}\"/>\n", name, count);
  }

  std::uint32_t number_;
  std::uint32_t group_;
  Defect defect_;
  std::int32_t shift_;
  Date born_;
  std::string_view name_;
  std::uint32_t ticket_;   // amounts differ from worker to worker, so that the patterns across
  std::uint32_t copying_;  // workers find little
  std::string text_;
};

}  // namespace

std::string made_worker(std::uint32_t ordinal, std::uint32_t group, bool defect, Random& random) {
  const auto kind = static_cast<Defect>(1 + random.below(5));
  return MadeWorker(ordinal, group, defect ? kind : Defect::none, random).write();
}

}  // namespace periksa::bench
