// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "auditor/base/data_file.h"
#include "auditor/ruleset/rule.h"
#include "auditor/ruleset/rule_reader.h"

/// Indicators and the screens that count them (`rules/indicators/`, docs/indicators.md). They tell
/// what the papers of one worker show and whom to turn to; they judge nothing.
namespace periksa::ruleset {

/// A sign in the papers of one worker, raised when its condition is certainly true.
struct Indicator {
  std::string id;  // "trafficking/age": the screen, then a name
  std::vector<std::string> accounts;
  bool strong = false;
  /// Indicators of one group rest on the same matter and count once; the id where none is given.
  std::string group;
  /// It reads what must not be told: no facts are shown and its texts are neutral.
  bool confidential = false;
  Bilingual title;     // what the papers show, as a clause
  Bilingual question;  // what to ask
  std::vector<language::Variable> variables;
  std::vector<language::Let> lets;
  CheckedPtr sign;
  std::string example_base;
  std::vector<Example> examples;
  Position at;
  std::string file;  // relative to the rules folder
};

/// Somebody to turn to: a code of referral_body, and when.
struct ReferralBody {
  std::string code;
  Bilingual label;
  Bilingual when;  // may be empty
};

struct Screen {
  std::string id;
  std::int64_t least = 1;              // groups of raised indicators that make a notice …
  std::optional<std::int64_t> strong;  // … or strong ones; absent: strength does not matter
  bool referral = false;
  bool by_worker = true;  // a notice a worker; else one an indicator, with all its workers
  Bilingual title;
  Bilingual say;  // {worker} {signs} by worker; {count} by indicator
  std::vector<ReferralBody> bodies;
  std::vector<std::size_t> indicators;  // indexes in the rule set, ascending
  Position at;
};

/// Read and check one file. Every mistake is told with its place.
Result<Indicator> read_indicator(const DataFile& file, const Ground& ground);
Result<Screen> read_screen(const DataFile& file, const facts::Vocabulary& vocabulary);

}  // namespace periksa::ruleset
