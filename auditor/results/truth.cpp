// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "auditor/results/results.h"

namespace periksa::results {
namespace {

constexpr std::array<std::string_view, 3> kWords{"no", "unknown", "yes"};

}  // namespace

std::string_view to_string(Truth truth) {
  return kWords[static_cast<std::size_t>(truth)];
}

std::optional<Truth> parse_truth(std::string_view word) {
  for (std::size_t i = 0; i < kWords.size(); ++i) {
    if (kWords[i] == word) return static_cast<Truth>(i);
  }
  return std::nullopt;
}

}  // namespace periksa::results
