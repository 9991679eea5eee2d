// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "auditor/results/case_history.h"
#include "auditor/results/supervision.h"
#include "reports/paper.h"
#include "reports/report_options.h"
#include "reports/strings.h"

namespace periksa::reports {

/// How the papers of a store say what they have in common, in one language.
class StoreWords {
 public:
  /// The strings must outlive it.
  explicit StoreWords(const Strings& strings) : strings_(strings), language_(strings.language()) {}

  Paper begin(const std::string& title, const std::string& subtitle) const;
  void fictitious(bool is, Paper& paper) const;

  std::string count(std::uint64_t of) const;
  std::string count(std::int64_t of) const;
  PaperCell number(std::uint64_t of) const;
  PaperCell number(std::int64_t of) const;
  /// As the verbs read it: without separators.
  static PaperCell id(std::int64_t of);

  /// "2026-03-12T08:15:30Z" as a day and a time, and who.
  std::string at(const std::string& stamp, const std::string& actor) const;
  std::string verdict(const std::string& word) const;
  static std::string name(const results::AgencyRow& row);
  static std::string with_nib(const std::string& agency, const std::string& nib);
  /// What was found, by which article and rule.
  std::string told(const results::FindingRow& row) const;
  /// The record it is about names its worker too: "W020/contract-1".
  std::string whose(const results::FindingRow& row) const;
  std::string amounts(const std::vector<results::Amount>& of) const;

 protected:
  const Strings& strings_;
  Language language_;
};

/// A paper by `Papers`, a class made of strings; fails only if these cannot be read.
template <class Papers, class Make>
Result<Paper> paper_of(const ReportOptions& options, const Make& make) {
  const auto strings = Strings::load(options.templates, options.language);
  if (!strings) return std::unexpected(strings.error());
  return make(Papers(*strings));
}

}  // namespace periksa::reports
