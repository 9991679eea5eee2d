// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/results/results.h"
#include "auditor/results/supervision.h"
#include "reports/phrase.h"
#include "reports/rows.h"
#include "reports/strings.h"

namespace periksa::reports {

/// A fact in words, for a table row.
struct FactWords {
  std::size_t row = 0;  // its number among the rows read
  std::string what;     // "tanggal lahir"
  std::string whose;    // "pekerja W001"
  std::string value;    // in words; for a fact that is not known, the state in words
  bool known = true;    // `value` is a value, not a state
  std::string note;     // a remark on the value: contradictory, stated as none; may be empty
  bool masked = false;
  std::string raw;     // as written, where it differs
  std::string place;   // "berkas.xml:41:15"
  std::string source;  // who asserts it, on which paper; may be empty
  std::string basis;   // who vouches for it; empty for what was never written
};

/// So many of a list that grows with the findings are told of; the others are counted, and stand on
/// their cards and in the results.
inline constexpr std::size_t kMostListed = 1000;

/// "Rp2.500.000", or a range.
std::string amount_words(const results::Amount& amount, const Strings& strings);

/// Turns the parts of one results document into words of one language, with private values masked
/// or shown. Refers to the document and the strings, which must outlive it.
class Wording {
 public:
  /// `store`: ReportOptions::store.
  Wording(const results::Results& results, const Strings& strings, bool unmask,
          const results::StoreMark* store = nullptr);

  const results::Results& results() const { return results_; }
  const Strings& strings() const { return strings_; }
  const Rows& rows() const { return rows_; }
  Language language() const { return strings_.language(); }
  /// Private values are to be shown and the document has them.
  bool unmasked() const { return unmask_; }
  /// Null where the audit was not saved in a case store.
  const results::StoreMark* store() const { return store_; }
  /// Where a finding stands in supervision; null where no store tells.
  const results::CaseMark* case_of(const results::Finding& finding) const;

  const std::string& text(const Bilingual& text) const { return text.in(language()); }
  std::string verdict(results::Verdict verdict) const;
  std::string value(const results::Value& value) const;
  /// "16 atau 17"; bounds of a range as "16 sampai 17"
  std::string values(const std::vector<results::Value>& values) const;
  /// What the amount of a finding is: to be returned, that if confirmed, or claimed by one party.
  std::string amount_kind(const results::Finding& finding) const;
  std::string amount(const results::Amount& amount) const;
  std::string dates(const std::vector<std::string>& dates) const;
  /// "W001", or "Siti Rahayu (W001)"; anything that is no pseudonym comes back as it is.
  std::string person(const std::string& pseudonym) const;
  std::string people(const std::vector<std::string>& pseudonyms) const;
  /// The first thousand of them, and how many others; `left_out` are known by their number only.
  std::string some_people(const std::vector<std::string>& pseudonyms,
                          std::uint64_t left_out = 0) const;
  /// The people a notice names; of an extract also how many others it names.
  std::string named(const results::Notice& notice) const;
  /// Of a record such as "W001/payment-2", behind the word for its kind: "2 dari W001"; the person
  /// by name when unmasked.
  std::string record(const std::string& id) const;
  /// The same with that word: "pembayaran 2 dari W001".
  std::string whole_record(const std::string& id) const;
  /// "pekerja W001", "perusahaan".
  std::string subject(const results::Finding& finding) const;
  FactWords fact(std::size_t index) const;
  /// "D001", or "kuitansi.pdf (D001)".
  std::string paper(const results::PaperRow& paper) const;
  /// The file of a source: as the filing calls it, or the paper it is tied to.
  std::string file(const results::SourceRow& source) const;
  std::vector<PhrasePart> sentence(const results::Finding& finding) const;
  /// The wording of the rule: what is found wanting, or what is met. Where it cannot be told, the
  /// duty as an open question, never what would be wanting.
  std::string title(const results::Finding& finding) const;
  /// By whom, why and until when a finding was waived; may be empty.
  std::string waiver(const results::Finding& finding) const;
  /// Whom a waiver is for: "W001", or that it is for all subjects of its rule.
  std::string waiver_subject(const results::Waiver& waiver) const;
  /// "lapsed: expired: Dinas; under appeal; 2024-01-31", of one that is not applied.
  std::string lapsed(const results::Waiver& waiver) const;
  /// From when until when it is in force.
  std::string waiver_window(const results::Waiver& waiver) const;
  /// The label of a kind of document, or its code.
  std::string document(const std::string& code) const;
  std::string join(const std::vector<std::string>& items, std::string_view separator) const;

  const results::Rule* rule(const std::string& id) const;
  const results::Provision* provision(const std::string& id) const;
  const results::Sanction* sanction(const std::string& id) const;

 private:
  std::string source(const std::string& id) const;
  std::string range(results::Value low, results::Value high) const;
  std::string argument(const results::Finding& finding, const std::string& name) const;
  void describe(const results::Fact& fact, FactWords& words) const;

  const results::Results& results_;
  const Strings& strings_;
  Rows rows_;
  bool unmask_;
  const results::StoreMark* store_;
  std::map<std::string_view, const results::Rule*> rules_;
  std::map<std::string_view, const results::Provision*> provisions_;
  std::map<std::string_view, const results::Sanction*> sanctions_;
  std::map<std::string_view, const results::SourceRow*> sources_;
  std::map<std::string_view, Bilingual> entities_;
};

}  // namespace periksa::reports
