// SPDX-License-Identifier: Apache-2.0
#include "reports/store_words.h"

#include "auditor/base/date_format.h"
#include "auditor/base/number_format.h"
#include "auditor/results/verdict.h"
#include "reports/wording.h"

namespace periksa::reports {

using results::AgencyRow;
using results::FindingRow;

Paper StoreWords::begin(const std::string& title, const std::string& subtitle) const {
  Paper paper;
  paper.language = language_;
  paper.kicker = strings_("store_kicker");
  paper.title = title;
  paper.subtitle = subtitle;
  paper.foot = title + (subtitle.empty() ? "" : " – " + subtitle);
  paper.made_by = strings_("store_made_by");
  return paper;
}

void StoreWords::fictitious(bool is, Paper& paper) const {
  if (is) paper.notices.push_back({"fictitious", "◇", strings_("store_fictitious")});
}

std::string StoreWords::count(std::uint64_t of) const {
  return format_count(of, language_);
}

std::string StoreWords::count(std::int64_t of) const {
  return format_integer(of, language_);
}

PaperCell StoreWords::number(std::uint64_t of) const {
  return {count(of), std::to_string(of)};
}

PaperCell StoreWords::number(std::int64_t of) const {
  return {count(of), std::to_string(of)};
}

PaperCell StoreWords::id(std::int64_t of) {
  return {std::to_string(of), std::to_string(of)};
}

std::string StoreWords::at(const std::string& stamp, const std::string& actor) const {
  const std::string when = stamp.size() < 16 ? stamp
                                             : format_date(stamp.substr(0, 10), language_) + ' ' +
                                                   stamp.substr(11, 5) + " UTC";
  return actor.empty() ? when : when + '\n' + actor;
}

std::string StoreWords::verdict(const std::string& word) const {
  const auto known = results::parse_verdict(word);
  return known ? wording(*known).in(language_) : word;
}

std::string StoreWords::name(const AgencyRow& row) {
  return row.name.empty() ? row.nib : row.name;
}

std::string StoreWords::with_nib(const std::string& agency, const std::string& nib) {
  if (agency.empty()) return "NIB " + nib;
  return agency + (nib.empty() || nib == agency ? "" : "\nNIB " + nib);
}

std::string StoreWords::told(const FindingRow& row) const {
  return row.title.in(language_) + (row.cite.empty() ? "" : "\n" + row.cite) + "\n" + row.rule;
}

std::string StoreWords::whose(const FindingRow& row) const {
  if (row.worker.empty()) {
    const bool tells = !row.subject.empty() && row.subject != "agency";
    return strings_("paper_agency") + (tells ? "\n" + row.subject : "");
  }
  return row.subject.empty() ? row.worker : row.subject;
}

std::string StoreWords::amounts(const std::vector<results::Amount>& of) const {
  std::string text;
  for (const auto& amount : of) text += (text.empty() ? "" : "\n") + amount_words(amount, strings_);
  return text;
}

}  // namespace periksa::reports
