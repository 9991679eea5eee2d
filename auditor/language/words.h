// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "auditor/language/checker.h"

namespace periksa::language {

/// One node of a checked expression in words of both languages, with the labels of the vocabulary:
/// "usia pada hari berangkat paling sedikit usia minimum". Parts that reasoning shows by themselves
/// (`and`, `or`, loops) are named, not spelled out.
Bilingual words(const Expression& checked, std::uint32_t node, const facts::Vocabulary& vocabulary,
                const law::Limits& limits, std::span<const Variable> variables);

}  // namespace periksa::language
