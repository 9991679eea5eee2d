// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/caps.h"

#include <algorithm>

namespace periksa::audit {
namespace {

using results::Verdict;
using ruleset::Reason;

void explain_breach(const ruleset::Judgement& j, const Readings& r, law::Grade grade,
                    Capped& capped) {
  auto& notes = capped.notes;
  if (!law::carries_breach(grade)) {
    const Bilingual standard{
        "Isi standar ini diketahui dari sumber kedua; naskahnya belum dibaca.",
        "What this standard says is known from a secondary source; its text was not read."};
    const Bilingual law{
        "Salah satu teks atau angka yang dipakai belum dibaca dalam naskahnya; perlu konfirmasi "
        "hukum.",
        "One of the texts or numbers relied on has not been read in its wording; it needs legal "
        "confirmation."};
    notes.push_back(r.tier == results::Tier::standard ? standard : law);
  }
  if (j.window || j.reliance.uncertain || j.reason == Reason::uncertain_window) {
    notes.push_back({"Tanggal berlakunya aturan tidak pasti pada hari peristiwa.",
                     "It is not certain which text was in force on the day of the event."});
  }
  if (r.stale || j.reliance.stale) {
    notes.push_back(
        {"Peristiwa terjadi sesudah hari terakhir aturan ini diperiksa masih berlaku.",
         "The event lies after the last day on which this text was checked to be in force."});
  }
  if (j.reason == Reason::month_reading) {
    notes.push_back(
        {"Kekurangan ini hanya ada menurut satu cara menghitung bulan (bulan kalender atau 30 "
         "hari).",
         "The shortfall exists under only one way of counting a month (calendar month or 30 "
         "days)."});
  }
  if (j.reason == Reason::exception_reading) {
    notes.push_back({"Suatu pengecualian tampaknya berlaku, tetapi teksnya belum terverifikasi.",
                     "An exception seems to apply, but its text has not been verified."});
  }
}

}  // namespace

Readings readings_of(const ruleset::Rule& rule, const ruleset::Judgement& j,
                     const law::Register& law) {
  Readings readings;
  readings.tier = rule.tier;
  const Date first = Date::nearest(j.event.low);
  const Date last = Date::nearest(j.event.high);
  for (const auto& parts : j.parts) {
    for (const auto& cite : parts.version->cites) {
      for (const auto* text : cite.provision->on(first, last))
        readings.grade = std::max(readings.grade, text->grade);
      const auto* instrument = law.instrument(cite.provision->instrument);
      if (instrument && !j.date_in_doubt && last > instrument->checked_until) readings.stale = true;
    }
  }
  return readings;
}

ruleset::Judgement prospect(const ruleset::Judgement& readiness) {
  ruleset::Judgement ahead = readiness;
  ahead.verdict = readiness.prospect;
  ahead.reason = Reason::none;
  return ahead;
}

Capped cap(const ruleset::Judgement& j, const Readings& r) {
  Capped capped;
  capped.verdict = j.verdict;
  capped.reason = to_string(j.reason);
  const law::Grade grade = std::max(r.grade, j.reliance.grade);
  if (j.verdict == Verdict::met) {
    if (!law::carries_breach(grade)) {
      capped.reason = "unverified-reading";
    } else if (capped.reason.empty() && j.reliance.basis >= facts::Basis::declared) {
      capped.reason = "declared";
    }
    return capped;
  }
  if (j.verdict != Verdict::breach && j.verdict != Verdict::suspected) return capped;
  if (j.reliance.basis == facts::Basis::statement) {
    capped.verdict = Verdict::insufficient;
    capped.reason = "claim";
    capped.notes.push_back({"Hanya satu pihak yang menyatakan ini; diperlukan bukti lain.",
                            "One party alone says so; other evidence is needed."});
    return capped;
  }
  explain_breach(j, r, grade, capped);
  const bool doubt = !law::carries_breach(grade) || j.window || j.reliance.uncertain || r.stale ||
                     j.reliance.stale;
  if (doubt) capped.verdict = Verdict::suspected;
  if (r.tier == results::Tier::standard) capped.verdict = Verdict::observation;
  return capped;
}

}  // namespace periksa::audit
