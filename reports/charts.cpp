// SPDX-License-Identifier: Apache-2.0
#include "reports/charts.h"

#include <algorithm>
#include <set>

#include "auditor/base/number_format.h"

namespace periksa::reports {
namespace {

constexpr std::uint64_t kLeft = 300;       // where bars begin; labels end before it
constexpr std::uint64_t kWidth = 250;      // of the longest bar
constexpr std::uint64_t kRoom = 330;       // of bars and what stands beside them
constexpr std::uint64_t kLeastWidth = 60;  // of the longest bar
constexpr std::uint64_t kLetter = 6;       // about the width of one beside a bar
constexpr std::uint64_t kStep = 22;        // from bar to bar
constexpr std::size_t kBarLabel = 48;      // characters that fit beside a bar

/// Cut at a character's beginning.
std::string cut(const std::string& label) {
  std::size_t characters = 0;
  for (std::size_t i = 0; i < label.size(); ++i) {
    const bool begins = (static_cast<unsigned char>(label[i]) & 0xC0U) != 0x80U;
    if (begins && ++characters > kBarLabel) return label.substr(0, i) + "…";
  }
  return label;
}

std::uint64_t whole(const Bar& bar) {
  std::uint64_t sum = 0;
  for (const BarPart& part : bar.parts) sum += part.size;
  return sum;
}

std::string amount_of(const BarPart& part, const Wording& wording) {
  return part.amount.empty() ? format_count(part.size, wording.language()) : part.amount;
}

/// Sizes may be amounts of money: they are made small first.
std::uint64_t scaled(std::uint64_t size, std::uint64_t most, std::uint64_t width) {
  const std::uint64_t unit = std::max<std::uint64_t>(most / 1'000'000, 1);
  return (size / unit) * width / std::max<std::uint64_t>(most / unit, 1);
}

/// What stands beside a bar.
std::string total_of(const Bar& bar, const Wording& wording) {
  std::vector<std::string> totals;
  for (const BarPart& part : bar.parts) {
    if (part.size > 0) totals.push_back(amount_of(part, wording));
  }
  return wording.join(totals, " + ");
}

/// How wide the longest bar is, so that what stands beside each stays in the chart.
std::uint64_t width_for(const std::vector<Bar>& bars, const Wording& wording) {
  std::uint64_t longest = 0;
  for (const Bar& bar : bars)
    longest = std::max<std::uint64_t>(longest, total_of(bar, wording).size());
  const std::uint64_t text = std::min<std::uint64_t>(longest * kLetter, kRoom - kLeastWidth);
  return std::min(kWidth, kRoom - text);
}

}  // namespace

void add_bars(const Page& page, std::string_view name, const std::string& id,
              const std::string& title, const std::vector<Bar>& bars, const Wording& wording) {
  if (bars.empty()) return;
  const std::uint64_t most =
      std::max<std::uint64_t>(1, whole(*std::ranges::max_element(bars, {}, whole)));
  const std::uint64_t width_most = width_for(bars, wording);
  const Page chart = page.include(name, "bars.html");
  chart.set("id", id);
  chart.set("title", title);
  chart.set("height", std::to_string(bars.size() * kStep + 4));
  std::vector<std::string> texts;
  std::vector<const BarPart*> kinds;
  std::uint64_t top = 2;
  for (const Bar& bar : bars) {
    const Page row = chart.section("bar");
    row.set("label", cut(bar.label));
    row.set("base", std::to_string(top + 11));
    std::uint64_t left = kLeft;
    std::vector<std::string> amounts;
    for (const BarPart& part : bar.parts) {
      if (part.size == 0) continue;
      const std::uint64_t width = std::max<std::uint64_t>(scaled(part.size, most, width_most), 2);
      const Page rect = row.section("part");
      rect.set("kind", part.kind);
      rect.set("left", std::to_string(left));
      rect.set("top", std::to_string(top));
      rect.set("width", std::to_string(width));
      left += width + 1;
      amounts.push_back(part.word + " " + amount_of(part, wording));
      if (std::ranges::find(kinds, part.kind, &BarPart::kind) == kinds.end())
        kinds.push_back(&part);
    }
    row.set("beside", std::to_string(left + 5));
    row.set("total", total_of(bar, wording));
    texts.push_back(bar.label + ": " + wording.join(amounts, ", "));
    top += kStep;
  }
  chart.set("text", title + ". " + wording.join(texts, "; "));
  if (kinds.empty()) return;
  const Page legend = chart.section("legend");
  for (const BarPart* part : kinds) {
    const Page entry = legend.section("entry");
    entry.set("kind", part->kind);
    entry.set("word", part->word);
  }
}

}  // namespace periksa::reports
