// SPDX-License-Identifier: Apache-2.0
#include "auditor/sheets/delimiter.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace periksa::sheets {
namespace {

constexpr std::array kCandidates{',', ';', '\t'};
constexpr std::size_t kRecords = 11;  // ten, and the one behind the last

/// How often each candidate stands in a record, outside quotes.
using Counts = std::array<std::size_t, kCandidates.size()>;

std::vector<Counts> count(std::string_view text) {
  std::vector<Counts> records;
  Counts counts{};
  bool quoted = false;
  bool blank = true;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (!quoted && (c == '\n' || c == '\r')) {
      if (!blank) records.push_back(counts);
      if (records.size() == kRecords) return records;
      counts = {};
      blank = true;
      continue;
    }
    if (c != ' ' && c != '\t') blank = false;
    if (quoted) continue;
    const auto found = std::ranges::find(kCandidates, c);
    if (found != kCandidates.end()) ++counts[static_cast<std::size_t>(found - kCandidates.begin())];
  }
  if (!blank) records.push_back(counts);
  return records;
}

/// The candidate that stands most often, unless two do or none does.
std::optional<std::size_t> leader(const Counts& counts) {
  const auto most = std::ranges::max_element(counts);
  if (*most == 0 || std::ranges::count(counts, *most) > 1) return std::nullopt;
  return static_cast<std::size_t>(most - counts.begin());
}

std::optional<Delimiter> stated(std::string_view text) {
  if (text.size() < 5 || text.substr(0, 4) != "sep=") return std::nullopt;
  const char c = text[4];
  if (c == '"' || c == ' ' || c == '\r' || c == '\n') return std::nullopt;
  if (text.substr(5).starts_with("\r\n")) return Delimiter{c, 7};
  if (text.size() == 5 || text[5] == '\n' || text[5] == '\r')
    return Delimiter{c, std::min<std::size_t>(text.size(), 6)};
  return std::nullopt;
}

}  // namespace

Delimiter find_delimiter(std::string_view start) {
  if (const auto said = stated(start)) return *said;
  const auto records = count(start);
  for (std::size_t i = 0; i + 1 < records.size(); ++i) {
    const auto first = leader(records[i]);
    if (first && records[i][*first] == records[i + 1][*first]) return {kCandidates[*first], 0};
  }
  for (const Counts& counts : records) {
    if (std::ranges::max(counts) == 0) continue;
    const auto first = leader(counts);
    return {first ? kCandidates[*first] : '\0', 0};
  }
  return {};
}

}  // namespace periksa::sheets
