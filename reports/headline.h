// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "reports/wording.h"

namespace periksa::reports {

/// What the whole document says, in one sentence and its reason; the first thing on every report.
/// It never calls an agency cleared: at best nothing was found in what was examined.
struct Headline {
  enum class Kind : unsigned char {
    unfinished,
    indications,
    open,
    nothing_found,
    nothing_assessed
  };
  Kind kind = Kind::nothing_assessed;
  std::string sentence;
  std::vector<std::string> beside;  // what else has to be known at once, each a sentence
};

Headline headline(const Wording& wording);

/// "Perangkat aturan resmi …, versi …", or the files that were changed.
std::string rule_set_line(const Wording& wording);

/// That the document is an extract about one worker, and what an edition for passing on leaves out;
/// each a sentence, to stand before everything else.
std::vector<std::string> extract_lines(const Wording& wording);

/// What narrows the answer, each a sentence: how many values could not be read, and flags that
/// narrowed the question (only these rules, without those, another day, waivers).
std::vector<std::string> narrowing(const Wording& wording);

}  // namespace periksa::reports
