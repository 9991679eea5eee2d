// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "auditor/base/bilingual.h"
#include "auditor/base/diagnostic.h"

namespace periksa::results {

/// What a filing holds, at a glance: the first thing to look at in a new one, before any verdict.
/// Private values are in it only if whoever made it asked for them.
struct Overview {
  struct Field {
    Bilingual label;
    std::map<std::string, std::uint64_t> states;  // word as in Fact::state → records
  };
  struct Entity {
    Bilingual label;
    std::string list;  // name of the collection: "payments"
    std::uint64_t records = 0;
    /// "unknown" · "complete" · "sample" · "contradictory" → how many lists say so; empty where
    /// there can be one record only.
    std::map<std::string, std::uint64_t> completeness;
    std::vector<Field> fields;  // those of which anything was supplied
    std::uint64_t silent = 0;   // fields of which nothing was
  };
  /// A value nobody can rely on as it stands.
  struct Doubtful {
    Position at;
    std::string record;  // its id as filed
    Bilingual field;
    std::string written;  // as it stands there; empty where it is masked or stated as none
    bool masked = false;
    bool none = false;  // a reading that says there is none
    std::string from;   // the first and last day it may be, where that is known
    std::string to;
    std::string source;
  };
  /// At most kToldDoubtful of a kind are told; `count` is of all.
  struct DoubtfulList {
    std::uint64_t count = 0;
    std::vector<Doubtful> told;
  };
  /// A duty that cannot be judged on so many subjects.
  struct Open {
    std::string rule;
    Bilingual duty;
    std::uint64_t count = 0;
  };
  struct Asked {
    Bilingual paper;
    std::uint64_t count = 0;  // workers it is asked for, or 1 for the agency's own
  };

  std::string file;
  std::string sha256;
  std::string closing;
  bool fictitious = false;
  std::uint64_t workers = 0;
  std::vector<Entity> entities;
  DoubtfulList unreadable;
  DoubtfulList contradictory;
  /// Of the folder of papers, where one was given: files, what is missing, values beside what
  /// stands on their pages; lines in the language it was made in.
  std::vector<std::string> papers;
  Diagnostics warnings;  // what was left aside or looked odd when it was read
  std::uint64_t evaluations = 0;
  std::uint64_t unjudged = 0;
  std::vector<Open> open;
  std::vector<Asked> asked;
};

inline constexpr std::size_t kToldDoubtful = 500;

}  // namespace periksa::results
