// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "auditor/base/number_format.h"
#include "reports/html_parts.h"

namespace periksa::reports::html {

using results::Verdict;

std::string finding_anchor(std::size_t index) {
  return "f-" + std::to_string(index + 1);
}

std::string provision_anchor(std::size_t index) {
  return "law-" + std::to_string(index + 1);
}

std::string symbol(Verdict verdict) {
  static const std::array<const char*, results::kVerdicts> kSymbols{"–", "–", "✓", "§", "⊖",
                                                                    "○", "?", "◆", "✗", "!"};
  return kSymbols[static_cast<std::size_t>(verdict)];
}

std::size_t listed(const Page& page, std::size_t size, const Wording& wording) {
  if (size <= kMostListed) return size;
  page.section("more").set("text", wording.strings().count("n_more", size - kMostListed));
  return kMostListed;
}

void add_badge(const Page& page, Verdict verdict, const Wording& wording) {
  const Page badge = page.include("badge", "badge.html");
  badge.set("word", to_string(verdict));
  badge.set("symbol", symbol(verdict));
  badge.set("label", wording.verdict(verdict));
}

void add_value(const Page& row, const FactWords& words) {
  const Page value = row.include("value", "value.html");
  value.section(words.known ? "known" : "unknown").set("value", words.value);
  // The dots of a masked form speak for themselves.
  if (words.masked && words.value.find("•") == std::string::npos) value.show("masked");
  add_text(value, "note", "text", words.note);
  add_text(value, "raw", "text", words.raw);
}

void add_text(const Page& page, std::string_view section, std::string_view name,
              const std::string& text) {
  if (!text.empty()) page.section(section).set(name, text);
}

void add_links(const Page& page, std::span<const std::size_t> findings, const Wording& wording) {
  const Page list = page.include("links", "links.html");
  for (const std::size_t index : findings) {
    const results::Finding& finding = wording.results().findings[index];
    const Page link = list.section("link");
    link.set("anchor", finding_anchor(index));
    link.set("id", finding.id);
    link.set("word", to_string(finding.verdict));
    link.set("symbol", symbol(finding.verdict));
    link.set("verdict", wording.verdict(finding.verdict));
    link.set("title", wording.title(finding));
  }
}

std::string reason_text(const std::string& reason, std::uint64_t count, const Wording& wording) {
  return wording.strings().term("reason", reason) + ": " + format_count(count, wording.language());
}

}  // namespace periksa::reports::html
