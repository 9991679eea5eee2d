// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/results/results.h"
#include "auditor/results/supervision.h"
#include "auditor/store/standing.h"
#include "auditor/store/store.h"

namespace periksa::store {

/// Something that is done about findings.
struct Action {
  enum class Kind : std::uint8_t { instructed, answered, corrected, extended, closed };
  Kind kind = Kind::answered;
  std::string day;          ///< on which it was done, ISO
  std::string due{};        ///< of instructed and extended: the day it is to be put right by, ISO
  std::string reference{};  ///< number of the letter; may be empty
  std::string document{};   ///< of corrected: the paper that shows it, base name
  std::string sha256{};     ///< … and its hash; the paper itself is not kept
  std::string note{};       ///< in free words: can be forgotten, its digest stays
};

/// "instructed" · "answered" · "corrected" · "extended" · "closed".
std::string_view to_string(Action::Kind kind);
std::optional<Action::Kind> parse_action(std::string_view word);
/// What it is in the life of a finding.
Step::Kind step_of(Action::Kind kind);

/// The findings of an action: those named; or of an agency what is unresolved of one rule, without
/// one all indicated breaches and what is to be confirmed.
struct Which {
  std::vector<std::int64_t> findings{};
  std::int64_t agency = 0;
  std::string rule{};
};

struct Acted {
  std::uint64_t findings = 0;
  std::string head;
};

/// Records one action on each of the findings, all or none. Refused where a finding is not there,
/// is no longer unresolved, or where a day is moved that was not set or is not later.
Result<Acted> act(const Store& store, const Which& which, const Action& action, const Who& who);

/// An edition of an evidence pack, as `periksa pack` tells it.
struct PackMade {
  std::string edition;  ///< "redacted" · "sealed"
  std::string content;  ///< the hash of its content
};

/// Adds to the log that packs were made of these results, about one worker (pseudonym) or, with an
/// empty one, the whole case. The head of the log.
Result<std::string> note_packs(const Store& store, const results::Results& results,
                               const std::vector<PackMade>& packs, const std::string& worker,
                               const Who& who);

}  // namespace periksa::store
