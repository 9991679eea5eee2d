// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "auditor/intake/filing_reader.h"

namespace periksa::test {

/// That of tests/intake/small_facts.h.
const facts::Vocabulary& few_facts();

/// `{"format":1,"closing":"2025-06-30",` and what is given, from line 2 on, and `}`.
std::string json_filing(std::string_view members);

/// What came of reading a JSON text: all that was read, as FactsText prints it, or what was told,
/// "place message" one a line; and the same filing written as JSON again.
struct SeenJson {
  bool ok = false;
  std::string facts{};
  std::string told{};
  std::string again{};
  std::string sha256{};
};

SeenJson see_json(std::string_view text, const intake::ReadOptions& options = {.threads = 1},
                  const facts::Vocabulary& vocabulary = few_facts());

/// The same text without the places at the ends of its lines, to compare forms.
std::string without_places(const std::string& facts);

}  // namespace periksa::test
