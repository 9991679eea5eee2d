// SPDX-License-Identifier: Apache-2.0
#include "reports/batch_wording.h"

#include "auditor/base/date_format.h"
#include "auditor/base/mask.h"
#include "auditor/base/number_format.h"

namespace periksa::reports {
namespace {

using results::Batch;
using results::Verdict;

/// A document of the totals alone: what it lacks, no part made from it asks for.
results::Results shell_of(const Batch& batch) {
  results::Results shell;
  shell.header.engine_version = batch.header.engine_version;
  shell.header.rule_set = batch.header.rule_set;
  shell.header.rule_set_version = batch.header.rule_set_version;
  shell.header.manifest_sha256 = batch.header.manifest_sha256;
  shell.header.official = batch.header.official;
  shell.header.changed_files = batch.header.changed_files;
  shell.header.as_of = batch.header.as_of;
  shell.header.as_of_given = !batch.header.as_of.empty();
  shell.header.only_rules = batch.header.only_rules;
  shell.header.skipped_rules = batch.header.skipped_rules;
  shell.summary.verdicts = batch.totals.verdicts;
  shell.summary.evaluations = batch.totals.evaluations;
  shell.summary.refund = batch.totals.refund;
  shell.summary.workers_affected = batch.totals.workers_affected;
  shell.summary.workers_open = batch.totals.workers_open;
  return shell;
}

}  // namespace

const std::vector<std::string>& outcome_codes() {
  static const std::vector<std::string> kCodes{"70", "5", "1", "2", "3", "0"};
  return kCodes;
}

BatchWording::BatchWording(const Batch& batch, const Strings& strings, bool unmask)
    : batch_(batch),
      strings_(strings),
      unmask_(unmask && !batch.secrets.empty()),
      shell_(shell_of(batch)),
      totals_(shell_, strings, false) {}

std::uint64_t BatchWording::with_code(const char* code) const {
  const auto at = batch_.totals.exit_codes.find(code);
  return at == batch_.totals.exit_codes.end() ? 0 : at->second;
}

std::string BatchWording::kind() const {
  if (with_code("70") > 0) return "unfinished";
  if (with_code("1") > 0) return "indications";
  if (with_code("2") + with_code("5") > 0) return "open";
  return with_code("0") > 0 ? "nothing-found" : "nothing-assessed";
}

std::string BatchWording::sentence() const {
  const std::string of = kind();
  const auto count = [&](std::uint64_t n) { return format_count(n, language()); };
  const std::string filings = strings_.count("n_filing", batch_.totals.filings);
  if (of == "unfinished")
    return strings_.fill("batch_unfinished", {{"n", count(with_code("70"))}, {"filings", filings}});
  if (of == "indications")
    return strings_.fill("batch_indications", {{"n", count(with_code("1"))}, {"filings", filings}});
  if (of == "open" && with_code("2") > 0)
    return strings_.fill("batch_open", {{"n", count(with_code("2"))}, {"filings", filings}});
  if (of == "open")
    return strings_.fill("batch_refused", {{"n", count(with_code("5"))}, {"filings", filings}});
  return strings_(of == "nothing-found" ? "batch_nothing_found" : "batch_nothing_assessed");
}

std::vector<std::string> BatchWording::beside() const {
  const results::BatchTotals& totals = batch_.totals;
  std::vector<std::string> lines;
  lines.push_back(
      strings_.fill("batch_assessed", {{"filings", strings_.count("n_filing", totals.filings)},
                                       {"assessed", format_count(totals.assessed, language())},
                                       {"refused", format_count(totals.refused, language())},
                                       {"workers", strings_.count("n_worker", totals.workers)}}));
  if (totals.left_out > 0) lines.push_back(strings_.count("n_left_out", totals.left_out));
  if (!batch_.notices.empty()) lines.push_back(strings_.count("n_across", batch_.notices.size()));
  if (totals.assessed > 0) lines.push_back(strings_("batch_preliminary"));
  return lines;
}

std::string BatchWording::outcome(const std::string& code) const {
  return strings_.term("outcome", code);
}

std::vector<std::string> BatchWording::counts(const results::BatchEntry& filing) const {
  std::vector<std::string> lines;
  const auto add = [&](const std::string& what, std::uint64_t n) {
    if (n > 0) lines.push_back(what + ": " + format_count(n, language()));
  };
  for (std::size_t i = results::kVerdicts; i-- > 0;) {
    const auto verdict = static_cast<Verdict>(i);
    const auto at = filing.findings.find(std::string(to_string(verdict)));
    if (at != filing.findings.end()) add(totals_.verdict(verdict), at->second);
  }
  add(strings_("notices"), filing.notices);
  add(strings_("of_them_referrals"), filing.referrals);
  return lines;
}

std::string BatchWording::refund(const results::BatchEntry& filing) const {
  std::vector<std::string> amounts;
  for (const auto& amount : filing.refund) amounts.push_back(amount_words(amount, strings_));
  return totals_.join(amounts, "; ");
}

std::string BatchWording::refusal(const results::Refusal& refused) const {
  return strings_.fill("refusal", {{"reasons", strings_.count("n_reason", refused.reasons)},
                                   {"place", to_string(refused.at)}});
}

std::string BatchWording::reason(const results::Refusal& refused) const {
  const auto whole =
      batch_.secrets.find(refused.secret + (language() == Language::id ? "/id" : "/en"));
  const bool shown = unmask_ && whole != batch_.secrets.end();
  return shown ? whole->second.value : refused.first.in(language());
}

std::string BatchWording::numbers(const results::CrossNotice& notice) const {
  std::vector<std::string> words;
  for (const std::string& key : notice.keys) {
    std::string value = kMask;
    const auto name = notice.numbers.find(key);
    const auto secret =
        name == notice.numbers.end() ? batch_.secrets.end() : batch_.secrets.find(name->second);
    if (unmask_ && secret != batch_.secrets.end()) value = secret->second.value;
    words.push_back(strings_.term("key", key) + " " + value);
  }
  return totals_.join(words, ", ");
}

SightWords BatchWording::sight(const results::CrossSight& sight) const {
  const results::BatchEntry& filing = batch_.filings[sight.filing];
  SightWords words;
  words.worker = sight.worker;
  words.filing = filing.file;
  words.agency = filing.agency;
  for (const auto& [key, at] : sight.places)
    words.places.push_back(strings_.term("key", key) + ": " + to_string(at));
  const auto day = [&](const std::string& date) {
    return date.empty() ? strings_("not_known") : format_date(date, language());
  };
  words.dates = strings_.fill(
      "stay", {{"departed", day(sight.departed_on)}, {"returned", day(sight.returned_on)}});
  return words;
}

}  // namespace periksa::reports
