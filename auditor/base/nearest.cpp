// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/nearest.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "auditor/base/shown.h"

namespace periksa {
namespace {

/// Levenshtein distance; words here are names of a few dozen characters.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substitute = diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substitute});
    }
  }
  return row[b.size()];
}

constexpr std::size_t kLongestWord = 64;

}  // namespace

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
  if (word.size() > kLongestWord) return {};
  std::string_view best;
  std::size_t best_distance = word.size() / 3 + 2;
  for (const auto candidate : candidates) {
    if (candidate.size() > kLongestWord) continue;
    const std::size_t d = distance(word, candidate);
    if (d < best_distance) {
      best = candidate;
      best_distance = d;
    }
  }
  return best;
}

Bilingual with_nearest(Bilingual text, std::string_view near) {
  if (near.empty()) return text;
  text.id += fmt::format("; mungkin maksudnya \"{}\"", shown(near));
  text.en += fmt::format("; did you mean \"{}\"?", shown(near));
  return text;
}

Bilingual no_such(const Bilingual& kind, std::string_view name,
                  std::span<const std::string_view> names) {
  return with_nearest({fmt::format("tidak ada {} \"{}\"", kind.id, shown(name)),
                       fmt::format("there is no {} \"{}\"", kind.en, shown(name))},
                      nearest(name, names));
}

}  // namespace periksa
