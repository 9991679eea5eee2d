// SPDX-License-Identifier: Apache-2.0
#include "auditor/results/verdict.h"

#include <algorithm>
#include <array>

namespace periksa::results {
namespace {

struct Words {
  std::string_view word;
  Bilingual text;
};

const std::array<Words, kVerdicts>& table() {
  static const std::array<Words, kVerdicts> kTable{
      {{"not-in-force", {"tidak dalam masa berlaku", "not in force"}},
       {"not-applicable", {"tidak berlaku", "not applicable"}},
       {"met", {"terpenuhi", "met"}},
       {"excused", {"dikecualikan", "excused"}},
       {"waived", {"dikesampingkan", "waived"}},
       {"observation", {"catatan terhadap standar", "observation against a standard"}},
       {"insufficient", {"belum dapat dinilai", "cannot be assessed yet"}},
       {"suspected", {"perlu konfirmasi hukum", "needs legal confirmation"}},
       {"breach", {"indikasi pelanggaran", "indicated breach"}},
       {"engine-error", {"galat mesin", "engine error"}}}};
  return kTable;
}

constexpr std::array<std::string_view, 3> kTiers{"law", "decree", "standard"};
constexpr std::array<std::string_view, 3> kSeverities{"minor", "major", "critical"};

template <class Enum, std::size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& words, std::string_view word) {
  const auto at = std::find(words.begin(), words.end(), word);
  if (at == words.end()) return std::nullopt;
  return static_cast<Enum>(at - words.begin());
}

}  // namespace

std::string_view to_string(Verdict verdict) {
  return table()[static_cast<std::size_t>(verdict)].word;
}

const Bilingual& wording(Verdict verdict) {
  return table()[static_cast<std::size_t>(verdict)].text;
}

std::optional<Verdict> parse_verdict(std::string_view word) {
  for (std::size_t i = 0; i < kVerdicts; ++i) {
    if (table()[i].word == word) return static_cast<Verdict>(i);
  }
  return std::nullopt;
}

Verdict aggregate(std::span<const Verdict> verdicts) {
  Verdict worst = Verdict::not_in_force;
  for (const Verdict verdict : verdicts) worst = std::max(worst, verdict);
  return worst;
}

std::string_view to_string(Tier tier) {
  return kTiers[static_cast<std::size_t>(tier)];
}
std::optional<Tier> parse_tier(std::string_view word) {
  return find<Tier>(kTiers, word);
}
std::string_view to_string(Severity s) {
  return kSeverities[static_cast<std::size_t>(s)];
}
std::optional<Severity> parse_severity(std::string_view word) {
  return find<Severity>(kSeverities, word);
}

}  // namespace periksa::results
