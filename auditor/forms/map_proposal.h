// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "auditor/base/diagnostic.h"
#include "auditor/facts/vocabulary.h"
#include "auditor/sheets/caps.h"

namespace periksa::forms {

/// A mapping that somebody is to read, complete and correct.
struct Proposal {
  std::string xml;     ///< what `read_mapping` takes, with comments where nothing is certain
  Diagnostics unsure;  ///< what could not be placed, or only with a question; warnings
};

/// Proposes how a workbook or CSV is read, from its headings and the names the vocabulary knows
/// fields by. What a heading means is written down only where one field bears that name; where
/// several do, or two columns bear the same, the column is a comment with the choices.
Result<Proposal> propose_mapping(const std::filesystem::path& path,
                                 const facts::Vocabulary& vocabulary, const sheets::Caps& caps,
                                 Language language);

}  // namespace periksa::forms
