// SPDX-License-Identifier: Apache-2.0
#include "auditor/results/diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "auditor/base/identity_number.h"
#include "auditor/results/summary.h"
#include "auditor/results/worker_key.h"

namespace periksa::results {
namespace {

using Index = std::map<std::string_view, const Finding*>;

using Rules = std::map<std::string_view, const Rule*>;

Index index_of(const Results& results) {
  Index index;
  for (const Finding& x : results.findings) index.emplace(x.fingerprint, &x);
  return index;
}

Rules rules_of(const Results& results) {
  Rules rules;
  for (const Rule& x : results.rules) rules.emplace(x.id, &x);
  return rules;
}

const Rule* find(const Rules& rules, const std::string& id) {
  const auto at = rules.find(id);
  return at == rules.end() ? nullptr : at->second;
}

/// What stands for a worker in both documents; nothing of what is no worker's, or where the
/// document does not tell.
std::optional<std::string_view> key_of(const Results& results, std::string_view worker) {
  const auto ordinal = ordinal_of(worker);
  if (!ordinal || *ordinal >= results.workers.size()) return std::nullopt;
  return results.workers[*ordinal];
}

/// Whether both tell of the same: two whole documents, or two extracts about one worker.
bool same_slice(const Results& a, const Results& b) {
  const std::string& of = a.header.slice;
  const std::string& other = b.header.slice;
  if (of.empty() || other.empty()) return of.empty() && other.empty();
  const auto key = key_of(a, of);
  return key && key == key_of(b, other);
}

/// Without a fingerprint no finding can be found again; editions to pass on have none.
bool is_comparable(const Results& results) {
  return results.header.left_out.empty() &&
         std::ranges::none_of(results.findings,
                              [](const Finding& x) { return x.fingerprint.empty(); });
}

/// What the two audits read; the same bytes are the same evidence.
bool same_inputs(const Results& a, const Results& b) {
  return std::ranges::equal(a.header.inputs, b.header.inputs, {}, &Input::sha256, &Input::sha256);
}

/// The record without the worker it stands under: "W002/payment-1" is "/payment-1".
std::string_view place_of(const Fact& fact, const Finding& finding) {
  std::string_view record = fact.record;
  if (!finding.worker.empty() && record.starts_with(finding.worker))
    record.remove_prefix(finding.worker.size());
  return record;
}

std::string written(const Fact& fact) {
  std::string out = fact.state + ' ' + fact.basis + ' ' + fact.shown.text;
  for (const Value& other : fact.others) out += '/' + other.text;
  return out;
}

class Compare {
 public:
  Compare(const Results& before, const Results& after)
      : before_(before),
        after_(after),
        old_rules_(rules_of(before)),
        rules_(rules_of(after)),
        workers_(after.workers.begin(), after.workers.end()) {}

  Diff run() {
    diff_.before = &before_;
    diff_.after = &after_;
    note_all();
    const Index old = index_of(before_);
    const Index now = index_of(after_);
    for (const Finding& x : before_.findings) {
      const auto other = now.find(x.fingerprint);
      add(other == now.end() ? gone(x) : both(x, *other->second));
    }
    for (const Finding& x : after_.findings) {
      if (!old.contains(x.fingerprint)) add(fresh(x));
    }
    std::ranges::stable_sort(diff_.findings, {}, &FindingShift::shift);
    return std::move(diff_);
  }

 private:
  void add(FindingShift shift) {
    ++diff_.counts[static_cast<std::size_t>(shift.shift)];
    diff_.findings.push_back(std::move(shift));
  }

  bool other_rules() const {
    return before_.header.manifest_sha256 != after_.header.manifest_sha256 ||
           before_.header.rule_set_version != after_.header.rule_set_version;
  }
  bool other_day() const { return before_.header.as_of != after_.header.as_of; }
  bool other_engine() const {
    return before_.header.engine_version != after_.header.engine_version;
  }

  void note_all() {
    const Header& a = before_.header;
    const Header& b = after_.header;
    const auto note = [&](std::string id, std::string en) {
      diff_.notes.push_back({std::move(id), std::move(en)});
    };
    if (other_rules())
      note(fmt::format("Perangkat aturan berbeda: versi {} dan {}.", a.rule_set_version,
                       b.rule_set_version),
           fmt::format("The rule sets differ: versions {} and {}.", a.rule_set_version,
                       b.rule_set_version));
    if (other_day())
      note(fmt::format("Tanggal penilaian berbeda: {} dan {}.", a.as_of, b.as_of),
           fmt::format("The as-of days differ: {} and {}.", a.as_of, b.as_of));
    if (other_engine())
      note(
          "Versi program berbeda; bukti dibandingkan menurut yang ditampilkan, sehingga perubahan "
          "nilai pribadi yang disamarkan tidak tampak.",
          "The engine versions differ; evidence is compared as it is shown, so that a change of a "
          "masked private value does not appear.");
    if (is_stand_in(a.agency_nib))
      note("Berkas tidak memuat NIB; bahwa keduanya milik satu perusahaan tidak dapat dipastikan.",
           "The filings hold no NIB; that both are of one agency cannot be made sure of.");
    if (same_inputs(before_, after_))
      note("Berkas yang dinilai sama.", "The filing assessed is the same.");
  }

  /// Whether both rest on the same facts.
  bool same_evidence(const Finding& a, const Finding& b) const {
    if (!other_engine()) return a.evidence_digest == b.evidence_digest;
    return std::ranges::equal(a.evidence, b.evidence, [&](std::size_t i, std::size_t j) {
      const Fact& x = before_.facts[i];
      const Fact& y = after_.facts[j];
      return x.field == y.field && place_of(x, a) == place_of(y, b) && written(x) == written(y);
    });
  }

  static bool same_law(const Finding& a, const Finding& b) {
    return std::ranges::equal(a.citations, b.citations, {}, &Citation::provision,
                              &Citation::provision);
  }

  FindingShift both(const Finding& a, const Finding& b) const {
    FindingShift out{Shift::persisting, &a, &b};
    const bool same = same_evidence(a, b);
    const bool law = !same_law(a, b);
    if (!same && !(law && other_rules())) {
      out.shift = Shift::evidence;
    } else if (law || a.original != b.original) {
      out.shift = Shift::law;
      out.why = law ? Bilingual{"ketentuan yang dirujuk berbeda", "other provisions are cited"}
                : other_rules() ? Bilingual{"aturan berubah", "the rule has changed"}
                : other_day()
                    ? Bilingual{"dinilai menurut tanggal lain", "judged as of another day"}
                    : Bilingual{"fakta lain di luar bukti yang ditampilkan berbeda",
                                "a fact beside the evidence shown differs"};
    }
    const bool was = a.verdict == Verdict::waived;
    const bool is = b.verdict == Verdict::waived;
    if (was != is && out.why.en.empty())
      out.why = is ? Bilingual{"kini dikesampingkan", "now set aside by a waiver"}
                   : Bilingual{"tidak lagi dikesampingkan", "no longer set aside by a waiver"};
    if (!same) out.facts = changed_facts(a, b);
    return out;
  }

  std::vector<FactShift> changed_facts(const Finding& a, const Finding& b) const {
    std::vector<FactShift> out;
    std::map<std::pair<std::string_view, std::string>, const Fact*> old;
    for (const std::size_t i : a.evidence)
      old.emplace(std::pair(place_of(before_.facts[i], a), before_.facts[i].field),
                  &before_.facts[i]);
    for (const std::size_t i : b.evidence) {
      const Fact& y = after_.facts[i];
      const auto at = old.find(std::pair(place_of(y, b), y.field));
      if (at == old.end()) {
        out.push_back({nullptr, &y});
        continue;
      }
      const Fact& x = *at->second;
      if (written(x) != written(y)) {
        out.push_back({&x, &y});
      } else if (secret(before_, x) != secret(after_, y)) {
        out.push_back({&x, &y, true});
      }
      old.erase(at);
    }
    for (const auto& [key, fact] : old) out.push_back({fact, nullptr});
    return out;
  }

  /// Nothing where either edition is without private values.
  std::string_view secret(const Results& results, const Fact& fact) const {
    if (before_.secrets.empty() || after_.secrets.empty()) return {};
    const auto at = results.secrets.find(fact.secret);
    return at == results.secrets.end() ? std::string_view() : at->second.value;
  }

  /// That the filing is the same, or the rules are not, may be why.
  void explain(FindingShift& shift) const {
    if (same_inputs(before_, after_)) {
      shift.shift = Shift::law;
      shift.why = why_same_filing();
    } else if (other_rules()) {
      shift.why = {"perangkat aturan juga berbeda", "the rule set differs as well"};
    }
  }

  FindingShift gone(const Finding& x) const {
    FindingShift out{Shift::resolved, &x, nullptr};
    if (const Bilingual why = out_of_scope(x); !why.en.empty()) {
      out.shift = Shift::incomparable;
      out.why = why;
    } else {
      explain(out);
    }
    return out;
  }

  /// Why the second audit cannot have found it.
  Bilingual out_of_scope(const Finding& x) const {
    const Rule* const rule = find(rules_, x.rule);
    if (rule == nullptr)
      return {"aturan ini tidak dinilai dalam hasil baru",
              "the rule was not assessed in the new results"};
    if (after_.header.as_of < before_.header.as_of)
      return {"hasil baru dinilai menurut tanggal yang lebih awal",
              "the new results are judged as of an earlier day"};
    if (!x.worker.empty()) {
      if (before_.workers.empty() || after_.workers.empty())
        return {"tidak dapat diketahui apakah pekerjanya masih ada dalam berkas",
                "it cannot be told whether the worker is still in the filing"};
      const auto key = key_of(before_, x.worker);
      if (!key || !workers_.contains(*key))
        return {"pekerjanya tidak ada lagi dalam berkas", "the worker is no longer in the filing"};
    }
    const Rule* const old = find(old_rules_, x.rule);
    const bool of_whole = x.subject == x.worker || x.subject == x.entity;
    if (!of_whole && old != nullptr && subjects_of(*rule) < subjects_of(*old))
      return {"catatan jenis ini berkurang; tidak dapat diketahui apakah diperbaiki atau dihapus",
              "there are fewer records of this kind; whether it was put right or left out cannot "
              "be told"};
    return {};
  }

  Bilingual why_same_filing() const {
    if (other_rules())
      return {"berkasnya sama, aturannya berubah", "the filing is the same, the rule has changed"};
    if (other_day())
      return {"berkasnya sama, tanggal penilaiannya lain",
              "the filing is the same, the as-of day is another"};
    return {"berkas, aturan dan tanggal sama; dokumen, batas atau program berbeda",
            "filing, rules and day are the same; papers, caps or the program differ"};
  }

  FindingShift fresh(const Finding& x) const {
    FindingShift out{Shift::fresh, nullptr, &x};
    if (find(old_rules_, x.rule) == nullptr) {
      out.shift = Shift::incomparable;
      out.why = {"aturan ini tidak dinilai dalam hasil lama",
                 "the rule was not assessed in the old results"};
    } else {
      explain(out);
    }
    return out;
  }

  const Results& before_;
  const Results& after_;
  Rules old_rules_;
  Rules rules_;
  std::set<std::string_view> workers_;
  Diff diff_;
};

}  // namespace

std::string_view to_string(Shift shift) {
  constexpr std::array<std::string_view, kShifts> kWords{
      "new", "resolved", "changed-law", "changed-evidence", "persisting", "incomparable"};
  return kWords[static_cast<std::size_t>(shift)];
}

bool Diff::differs() const {
  return std::ranges::any_of(findings, &FindingShift::differs);
}

Result<Diff> compare(const Results& before, const Results& after) {
  if (before.header.agency_nib != after.header.agency_nib)
    return fail({}, {"kedua hasil ini milik perusahaan yang berbeda (NIB tidak sama), sehingga "
                     "temuannya tidak dapat dibandingkan",
                     "these results are of two agencies (the NIBs differ), so that their findings "
                     "cannot be compared"});
  if (!before.header.complete || !after.header.complete)
    return fail({}, {"salah satu hasil tidak lengkap akibat galat mesin; nilai ulang berkasnya "
                     "sebelum membandingkan",
                     "one of the results is unfinished after an engine error; audit the filing "
                     "once more before comparing"});
  if (!is_comparable(before) || !is_comparable(after))
    return fail({}, {"salah satu hasil adalah edisi tersunting, atau data seorang pekerja sudah "
                     "dihapus darinya, sehingga tidak memuat sidik semua temuan; bandingkan "
                     "dokumen hasil yang lengkap",
                     "one of the results is a redacted edition, or a worker's data was deleted "
                     "from it, so that fingerprints of findings are missing; compare the whole "
                     "documents"});
  if (!same_slice(before, after))
    return fail({}, {"salah satu hasil adalah petikan tentang satu pekerja dan yang lain bukan "
                     "tentang hal yang sama; yang tidak dipetik akan tampak selesai. Bandingkan "
                     "dokumen yang lengkap",
                     "one of the results is an extract about one worker and the other is not of "
                     "the same; what the extract leaves out would look resolved. Compare the "
                     "whole documents"});
  return Compare(before, after).run();
}

}  // namespace periksa::results
