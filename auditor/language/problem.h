// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <expected>
#include <utility>

#include "auditor/base/bilingual.h"

namespace periksa::language {

/// A mistake in an expression: the bytes [begin, end) of its text, and what to do.
struct Problem {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Bilingual text;
};

inline std::unexpected<Problem> problem(std::uint32_t begin, std::uint32_t end, Bilingual text) {
  return std::unexpected(Problem{begin, end, std::move(text)});
}

}  // namespace periksa::language
