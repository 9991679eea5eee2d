// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "auditor/results/batch.h"
#include "reports/wording.h"

namespace periksa::reports {

/// A worker of a notice across filings, in words.
struct SightWords {
  std::string worker;               // "W003"
  std::string filing;               // "utara.xml"
  std::string agency;               // may be empty
  std::vector<std::string> places;  // "NIK: utara.xml:12:7"
  std::string dates;                // "berangkat 1 Mei 2023, pulang tidak diketahui"
};

/// Turns the parts of a summary of several filings into words of one language. Refers to the
/// summary and the strings, which must outlive it.
class BatchWording {
 public:
  BatchWording(const results::Batch& batch, const Strings& strings, bool unmask);
  BatchWording(const BatchWording&) = delete;
  BatchWording& operator=(const BatchWording&) = delete;

  const results::Batch& batch() const { return batch_; }
  const Strings& strings() const { return strings_; }
  Language language() const { return strings_.language(); }
  bool unmasked() const { return unmask_; }
  /// The totals as those of one document, for the parts that every report has.
  const Wording& totals() const { return totals_; }

  /// What the whole run says, in one sentence, and the class of its frame on the page.
  std::string sentence() const;
  std::string kind() const;
  /// What else has to be known at once, each a sentence.
  std::vector<std::string> beside() const;
  /// What an exit code says of a filing: "ada indikasi pelanggaran".
  std::string outcome(const std::string& code) const;
  /// Findings by verdict, gravest first: "indikasi pelanggaran: 3"; then notices.
  std::vector<std::string> counts(const results::BatchEntry& filing) const;
  std::string refund(const results::BatchEntry& filing) const;
  /// How many reasons, and where the first is.
  std::string refusal(const results::Refusal& refused) const;
  /// The first reason, with what it quotes if that is to be shown.
  std::string reason(const results::Refusal& refused) const;
  /// What the workers have in common: "NIK •••".
  std::string numbers(const results::CrossNotice& notice) const;
  SightWords sight(const results::CrossSight& sight) const;

 private:
  std::uint64_t with_code(const char* code) const;

  const results::Batch& batch_;
  const Strings& strings_;
  bool unmask_;
  results::Results shell_;
  Wording totals_;
};

/// The exit codes a filing can have, gravest first.
const std::vector<std::string>& outcome_codes();

}  // namespace periksa::reports
