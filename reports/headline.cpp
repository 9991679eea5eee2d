// SPDX-License-Identifier: Apache-2.0
#include "reports/headline.h"

#include <algorithm>
#include <set>

#include "auditor/base/date_format.h"

namespace periksa::reports {
namespace {

using results::Finding;
using results::Results;
using results::Verdict;

struct Counts {
  std::uint64_t breaches = 0;
  std::uint64_t duties = 0;
  std::uint64_t suspected = 0;
  std::uint64_t insufficient = 0;
  std::uint64_t readiness = 0;
  std::uint64_t referrals = 0;
};

Counts count(const Results& results) {
  Counts n;
  std::set<std::string_view> duties;
  for (const Finding& x : results.findings) {
    const bool open = x.verdict == Verdict::breach || x.verdict == Verdict::suspected ||
                      x.verdict == Verdict::insufficient;
    if (x.readiness) {
      n.readiness += open ? 1 : 0;
      continue;
    }
    n.breaches += x.verdict == Verdict::breach ? 1 : 0;
    n.suspected += x.verdict == Verdict::suspected ? 1 : 0;
    n.insufficient += x.verdict == Verdict::insufficient ? 1 : 0;
    if (x.verdict == Verdict::breach) duties.insert(x.rule);
  }
  n.duties = duties.size();
  n.referrals = static_cast<std::uint64_t>(
      std::ranges::count_if(results.notices, [](const auto& x) { return x.referral; }));
  return n;
}

/// "1 hal perlu konfirmasi hukum dan 4 hal belum dapat dinilai"
std::string open_points(const Counts& n, const Strings& strings) {
  std::vector<std::string> points;
  if (n.suspected > 0) points.push_back(strings.count("n_suspected", n.suspected));
  if (n.insufficient > 0) points.push_back(strings.count("n_insufficient", n.insufficient));
  if (n.readiness > 0) points.push_back(strings.count("n_readiness", n.readiness));
  std::string out;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (i > 0) out += i + 1 == points.size() ? " " + strings("and") + " " : ", ";
    out += points[i];
  }
  return out;
}

std::vector<std::string> beside(const Counts& n, Headline::Kind kind, const Strings& strings) {
  std::vector<std::string> out;
  const std::string open = open_points(n, strings);
  if (!open.empty() && kind != Headline::Kind::open) {
    out.push_back(strings.fill("headline_beside", {{"points", open}}));
  }
  if (n.referrals > 0) out.push_back(strings.count("n_referral", n.referrals));
  if (kind != Headline::Kind::nothing_assessed) out.push_back(strings("headline_preliminary"));
  return out;
}

std::string found_sentence(const Counts& n, const Strings& strings) {
  return strings.fill("headline_indications", {{"findings", strings.count("n_finding", n.breaches)},
                                               {"duties", strings.count("n_duty", n.duties)}});
}

std::string sentence(Headline::Kind kind, const Counts& n, const Strings& strings) {
  switch (kind) {
    case Headline::Kind::unfinished:
      return strings("headline_unfinished");
    case Headline::Kind::indications:
      return found_sentence(n, strings);
    case Headline::Kind::open: {
      const std::string points = open_points(n, strings);
      if (points.empty()) return strings("headline_referral");
      return strings.fill("headline_open", {{"points", points}});
    }
    case Headline::Kind::nothing_found:
      return strings("headline_nothing_found");
    case Headline::Kind::nothing_assessed:
      break;
  }
  return strings("headline_nothing_assessed");
}

Headline::Kind kind_of(const Results& results) {
  switch (exit_code(results)) {
    case 70:
      return Headline::Kind::unfinished;
    case 1:
      return Headline::Kind::indications;
    case 2:
      return Headline::Kind::open;
    case 0:
      return Headline::Kind::nothing_found;
    default:
      return Headline::Kind::nothing_assessed;
  }
}

}  // namespace

Headline headline(const Wording& wording) {
  const Strings& strings = wording.strings();
  const Counts n = count(wording.results());
  Headline out;
  out.kind = kind_of(wording.results());
  out.sentence = sentence(out.kind, n, strings);
  if (out.kind == Headline::Kind::unfinished && n.breaches > 0) {
    out.beside.push_back(found_sentence(n, strings));
  }
  for (std::string& line : beside(n, out.kind, strings)) out.beside.push_back(std::move(line));
  return out;
}

std::string rule_set_line(const Wording& wording) {
  const results::Header& header = wording.results().header;
  const Strings& strings = wording.strings();
  std::string line =
      header.official
          ? strings.fill("rule_set_official",
                         {{"name", header.rule_set}, {"version", header.rule_set_version}})
          : strings.fill("rule_set_changed", {{"name", header.rule_set},
                                              {"version", header.rule_set_version},
                                              {"files", wording.join(header.changed_files, ", ")}});
  if (wording.store() != nullptr && !wording.store()->head.empty())
    line += ' ' + strings.fill("store_saved_under", {{"head", wording.store()->head}});
  return line;
}

std::vector<std::string> extract_lines(const Wording& wording) {
  const results::Header& header = wording.results().header;
  const Strings& strings = wording.strings();
  std::vector<std::string> out;
  if (!header.slice.empty()) {
    out.push_back(strings.fill("extract", {{"worker", wording.person(header.slice)},
                                           {"name", header.rule_set},
                                           {"version", header.rule_set_version},
                                           {"manifest", header.manifest_sha256}}));
  }
  std::vector<std::string> left;
  for (const auto& [kind, number] : header.left_out) {
    if (kind == "facts") left.push_back(strings.count("n_left_fact", number));
    if (kind == "findings") left.push_back(strings.count("n_left_finding", number));
    if (kind == "notices") left.push_back(strings.count("n_left_notice", number));
  }
  if (!left.empty()) out.push_back(strings.fill("left_out", {{"parts", wording.join(left, ", ")}}));
  return out;
}

std::vector<std::string> narrowing(const Wording& wording) {
  const results::Header& header = wording.results().header;
  const Strings& strings = wording.strings();
  std::vector<std::string> out;
  std::uint64_t unreadable = 0;
  for (const results::Input& input : header.inputs) unreadable += input.unreadable;
  if (unreadable > 0) out.push_back(strings.count("n_unreadable", unreadable));
  if (!header.only_rules.empty()) {
    out.push_back(strings.fill("only_rules", {{"rules", wording.join(header.only_rules, ", ")}}));
  }
  if (!header.skipped_rules.empty()) {
    out.push_back(
        strings.fill("skipped_rules", {{"rules", wording.join(header.skipped_rules, ", ")}}));
  }
  if (header.as_of_given) {
    out.push_back(
        strings.fill("as_of_given", {{"day", format_date(header.as_of, wording.language())}}));
  }
  const auto& waivers = wording.results().waivers;
  const auto applied =
      static_cast<std::uint64_t>(std::ranges::count(waivers, "applied", &results::Waiver::state));
  if (applied > 0) out.push_back(strings.count("n_waivers_applied", applied));
  if (applied < waivers.size())
    out.push_back(strings.count("n_waivers_lapsed", waivers.size() - applied));
  return out;
}

}  // namespace periksa::reports
