// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/test/unit_test.hpp>
#include <map>
#include <memory>
#include <string>

#include "auditor/intake/facts_text.h"
#include "auditor/intake/filing_reader.h"

namespace periksa::test {

/// That of small_facts.h.
const facts::Vocabulary& small_vocabulary();
/// That of rules/.
const facts::Vocabulary& shipped_vocabulary();

/// `<filing format="1" closing="2025-06-30">` around the given elements, which begin on line 2.
std::string filing(std::string_view inside);

/// What came of reading a text: the errors, or all that was read, as FactsText prints it.
struct Reading {
  Diagnostics errors{};
  Diagnostics warnings{};
  std::shared_ptr<intake::Filing> filing{};
  std::string shared{};
  std::map<std::uint32_t, std::string> workers{};

  bool ok() const { return errors.empty(); }
  /// All of it, workers in file order.
  std::string text() const;
  /// "line:column message", one a line.
  std::string told() const;
};

Reading read(std::string_view text, const intake::ReadOptions& options = {.threads = 1},
             const facts::Vocabulary& vocabulary = small_vocabulary());

}  // namespace periksa::test
