// SPDX-License-Identifier: Apache-2.0
// The sentence, the counts that add up, and money and people.
#include <algorithm>

#include "auditor/base/number_format.h"
#include "reports/headline.h"
#include "reports/html_parts.h"

namespace periksa::reports::html {
namespace {

using results::Results;
using results::Verdict;

constexpr std::uint64_t kBarWidth = 1000;
constexpr std::uint64_t kLeastWidth = 6;  // one breach in a million still shows

/// Gravest first, as people read.
constexpr std::array kOrder{Verdict::engine_error, Verdict::breach,      Verdict::suspected,
                            Verdict::insufficient, Verdict::observation, Verdict::met,
                            Verdict::excused,      Verdict::waived,      Verdict::not_applicable,
                            Verdict::not_in_force};

std::uint64_t count_of(const Results& results, Verdict verdict) {
  const auto at = results.summary.verdicts.find(std::string(to_string(verdict)));
  return at == results.summary.verdicts.end() ? 0 : at->second;
}

constexpr std::string_view kind_word(Headline::Kind kind) {
  constexpr std::array<std::string_view, 5> kWords{"unfinished", "indications", "open",
                                                   "nothing-found", "nothing-assessed"};
  return kWords[static_cast<std::size_t>(kind)];
}

void add_bar(const Page& page, const Wording& wording) {
  const Results& results = wording.results();
  const std::uint64_t total = std::max<std::uint64_t>(results.summary.evaluations, 1);
  const Page bar = page.section("bar");
  std::vector<std::string> words;
  std::uint64_t x = 0;
  for (const Verdict verdict : kOrder) {
    const std::uint64_t count = count_of(results, verdict);
    if (count == 0) continue;
    const std::uint64_t width = std::clamp(count * kBarWidth / total, kLeastWidth, kBarWidth);
    const Page segment = bar.section("segment");
    segment.set("word", to_string(verdict));
    segment.set("x", std::to_string(x));
    segment.set("width", std::to_string(width));
    x += width + 2;
    words.push_back(wording.verdict(verdict) + " " + format_count(count, wording.language()));
  }
  bar.set("bar_width", std::to_string(std::max<std::uint64_t>(x, 2) - 2));
  bar.set("bar_text", wording.join(words, ", "));
}

void add_row(const Page& page, Verdict verdict, std::uint64_t count, const Wording& wording) {
  const Page row = page.section("row");
  add_badge(row, verdict, wording);
  row.set("count", format_count(count, wording.language()));
  const std::string prefix = std::string(to_string(verdict)) + "/";
  std::uint64_t told = 0;
  std::vector<std::string> lines;
  for (const auto& [key, number] : wording.results().summary.reasons) {
    if (!key.starts_with(prefix) || number == 0) continue;
    told += number;
    lines.push_back(reason_text(key.substr(prefix.size()), number, wording));
  }
  if (told > 0 && told < count) {
    lines.insert(lines.begin(), reason_text("plain", count - told, wording));
  }
  for (const std::string& line : lines) row.section("reason").set("text", line);
}

}  // namespace

void add_summary(const Page& page, const Wording& wording) {
  const Headline line = headline(wording);
  const Page summary = page.include("summary", "summary.html");
  summary.set("kind", kind_word(line.kind));
  summary.set("sentence", line.sentence);
  for (const std::string& text : line.beside) summary.section("beside").set("line", text);
  summary.set("rule_set", rule_set_line(wording));
  summary.set("rule_set_kind", wording.results().header.official ? "official" : "changed");
  for (const std::string& text : narrowing(wording)) summary.section("narrowing").set("line", text);
}

void add_numbers(const Page& page, const Wording& wording) {
  const results::Summary& sum = wording.results().summary;
  const Strings& strings = wording.strings();
  const Page numbers = page.include("numbers", "numbers.html");
  numbers.set("how_many",
              strings.fill("numbers_sentence",
                           {{"rules", strings.count("n_duty", sum.rules)},
                            {"subjects", strings.count("n_subject", sum.subjects)},
                            {"evaluations", strings.count("n_evaluation", sum.evaluations)}}));
  add_counts(numbers, wording);
}

void add_counts(const Page& numbers, const Wording& wording) {
  const results::Summary& sum = wording.results().summary;
  if (sum.evaluations > 0) add_bar(numbers, wording);
  for (const Verdict verdict : kOrder) {
    const std::uint64_t count = count_of(wording.results(), verdict);
    if (count > 0) add_row(numbers, verdict, count, wording);
  }
  numbers.set("total", format_count(sum.evaluations, wording.language()));
}

void add_people(const Page& page, const Wording& wording) {
  const results::Summary& sum = wording.results().summary;
  const Page people = page.include("people", "people.html");
  for (const results::Amount& amount : sum.refund) {
    people.section("refund").set("amount", wording.amount(amount));
  }
  if (sum.refund.empty()) people.show("no_refund");
  if (!sum.claimed.empty()) {
    const Page claimed = people.section("claimed");
    for (const results::Amount& amount : sum.claimed)
      claimed.section("sum").set("amount", wording.amount(amount));
  }
  people.set("affected", format_count(sum.workers_affected, wording.language()));
  people.set("open", format_count(sum.workers_open, wording.language()));
}

std::vector<std::size_t> with_amounts(const Wording& wording) {
  std::vector<std::size_t> out;
  const auto& findings = wording.results().findings;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (findings[i].amount) out.push_back(i);
  }
  return out;
}

void add_amounts(const Page& page, std::span<const std::size_t> findings, const Wording& wording) {
  if (findings.empty()) return;
  const Page amounts = page.include("amounts", "amounts.html");
  for (const std::size_t i : findings) {
    const results::Finding& x = wording.results().findings[i];
    const Page row = amounts.section("row");
    row.set("anchor", finding_anchor(i));
    row.set("id", x.id);
    row.set("subject", wording.subject(x));
    row.set("kind", wording.amount_kind(x));
    row.set("amount", wording.amount(*x.amount));
  }
}

}  // namespace periksa::reports::html
